using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace DataCatalog.Server.Tests.Support;

/// <summary>Talks to the service as one caller; every answer is held against what no answer may hold.</summary>
public sealed class ApiClient(HttpClient http, string? key)
{
    public static MediaTypeHeaderValue Json { get; } = new("application/json");

    public string? Key { get; } = key;

    public Task<Answer> GetAsync(string address, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, address, null, headers);

    public Task<Answer> PostAsync(string address, object? body, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, address, Content(body), headers);

    public Task<Answer> PatchAsync(string address, object? body, string? etag, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Patch, address, Content(body), etag is null ? headers : [.. headers, ("If-Match", etag)]);

    public Task<Answer> RawAsync(HttpMethod method, string address, string body, string mediaType = "application/json", params (string Name, string Value)[] headers) =>
        RawAsync(method, address, Encoding.UTF8.GetBytes(body), mediaType, headers);

    public Task<Answer> RawAsync(HttpMethod method, string address, byte[] body, string mediaType = "application/json", params (string Name, string Value)[] headers)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return SendAsync(method, address, content, headers);
    }

    public async Task<Answer> SendAsync(HttpMethod method, string address, HttpContent? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.RelativeOrAbsolute)) { Content = body };
        if (Key is not null) request.Headers.Add("X-Api-Key", Key);
        foreach ((string name, string value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), Headers(response));
        answer.HoldsNothingInner($"{method} {address}");
        return answer;
    }

    private static Dictionary<string, string> Headers(HttpResponseMessage response) =>
        response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);

    private static ByteArrayContent? Content(object? body)
    {
        if (body is null) return null;
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body));
        content.Headers.ContentType = Json;
        return content;
    }
}
