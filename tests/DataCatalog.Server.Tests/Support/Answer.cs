using System.Net;
using System.Text.Json;

namespace DataCatalog.Server.Tests.Support;

/// <summary>An answer of the service.</summary>
public sealed record Answer(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    private static readonly string[] Inner = [" at DataCatalog", "Microsoft.", "System.", "SELECT ", "Exception", "StackTrace", "/src/"];

    public JsonElement Body => JsonElement.Parse(Text);

    public JsonElement this[string property] => Body.GetProperty(property);

    public string Id => this["Id"].GetString()!;

    public string ETag => Headers["ETag"];

    /// <summary>The rows of a list.</summary>
    public List<JsonElement> Rows => [.. OfStatus(HttpStatusCode.OK)["value"].EnumerateArray()];

    /// <summary>The error's code, in either shape.</summary>
    public string? Code => Error is { } error && error.TryGetProperty("code", out JsonElement code) ? code.GetString() : null;

    public string? Message => Error is { } error ? (error.TryGetProperty("message", out JsonElement text) ? text : error.GetProperty("detail")).GetString() : null;

    public string? Field => Error is { } error && (error.TryGetProperty("target", out JsonElement path) || error.TryGetProperty("field", out path)) ? path.GetString() : null;

    public string? RequestId => Error is not { } error ? null : error.TryGetProperty("innererror", out JsonElement inner) ? inner.GetProperty("requestId").GetString() : error.GetProperty("requestId").GetString();

    private JsonElement? Error => (int)Status < 400 || Text.Length == 0 ? null : Body.TryGetProperty("error", out JsonElement error) ? error : Body;

    /// <summary>The values of one property over the rows.</summary>
    public List<string?> Column(string property) => [.. Rows.Select(r => r.GetProperty(property) is { ValueKind: JsonValueKind.Null } ? null : r.GetProperty(property).ToString())];

    public Answer OfStatus(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)Status} instead of {(int)status}: {Text[..Math.Min(Text.Length, 600)]}");
        return this;
    }

    /// <summary>A refusal with that status and code, in the one shape, with a request id.</summary>
    public Answer Refused(int status, string code)
    {
        OfStatus((HttpStatusCode)status);
        Assert.Equal(code, Code);
        return this;
    }

    /// <summary>No answer tells of the service's insides, and every refusal says what is wrong and which request it was.</summary>
    public void HoldsNothingInner(string request)
    {
        foreach (string inner in Inner) Assert.False(Text.Contains(inner, StringComparison.Ordinal), $"{request} tells '{inner}': {Text[..Math.Min(Text.Length, 600)]}");
        // What a probe reads has a form of its own.
        if ((int)Status < 400 || Text.Length == 0 || request.EndsWith("/health/ready", StringComparison.Ordinal)) return;
        Assert.False(string.IsNullOrWhiteSpace(Code) || string.IsNullOrWhiteSpace(Message) || string.IsNullOrWhiteSpace(RequestId), $"{request} is refused without code, message or request id: {Text}");
    }
}
