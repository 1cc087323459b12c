using System.Reflection;
using System.Text.Json.Nodes;
using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Errors;

namespace DataCatalog.Server.Api.OpenApi;

/// <summary>Writes the refusals: the codes there are, and a response for each status.</summary>
internal static class ErrorParts
{
    private const string Every = "401,403,404,429,500,503";

    private static readonly ErrorCode[] Codes =
    [
        .. new[] { typeof(ErrorCode).Assembly, typeof(ErrorParts).Assembly }.SelectMany(a => a.GetTypes())
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(ErrorCode)).Select(f => (ErrorCode)f.GetValue(null)!)
            .Where(e => e.Kind != ErrorKind.Start).DistinctBy(e => e.Code).OrderBy(e => e.Code, StringComparer.Ordinal),
    ];

    /// <summary>Adds the schema of the codes and the responses of both kinds of road.</summary>
    public static void AddTo(JsonObject components)
    {
        components["schemas"]!["ErrorCode"] = new JsonObject
        {
            ["type"] = "string",
            ["description"] = "Stable; never used again for another meaning. New ones may come.",
            ["examples"] = Json.Texts(Codes.Select(c => c.Code)),
        };
        foreach (IGrouping<int, ErrorCode> status in Codes.GroupBy(ErrorMapper.StatusOf).OrderBy(s => s.Key))
        {
            components["responses"]![$"Refused{status.Key}"] = Response(status, "application/json", "ODataError");
            components["responses"]![$"Problem{status.Key}"] = Response(status, "application/problem+json", "Problem");
        }
    }

    /// <summary>Adds to an operation's responses those statuses, and the ones that any request can meet.</summary>
    /// <param name="responses">The operation's responses.</param>
    /// <param name="odata">Whether it is a road of OData.</param>
    /// <param name="statuses">Further statuses, comma-separated.</param>
    public static void Refuse(JsonObject responses, bool odata, string statuses)
    {
        foreach (string status in $"{statuses},{Every}".Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal))
        {
            if (!responses.ContainsKey(status)) responses[status] = Json.Reference("responses", (odata ? "Refused" : "Problem") + status);
        }
    }

    private static JsonObject Response(IEnumerable<ErrorCode> codes, string mediaType, string schema)
    {
        string lines = string.Join('\n', codes.Select(c => $"- `{c.Code}`: {c.En} / {c.Ko}"));
        return new JsonObject { ["description"] = lines, ["content"] = Json.Content(mediaType, Json.Schema(schema)) };
    }
}
