using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataCatalog.Server.Api.OpenApi;

/// <summary>Short forms for the JSON that the document is made of.</summary>
internal static class Json
{
    /// <summary>How the document is written: indented, with Korean as it is.</summary>
    public static JsonSerializerOptions Written { get; } = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A reference to a schema.</summary>
    public static JsonObject Schema(string name) => Reference("schemas", name);

    /// <summary>A reference to a component.</summary>
    public static JsonObject Reference(string kind, string name) => new() { ["$ref"] = $"#/components/{kind}/{name}" };

    /// <summary>An array of texts.</summary>
    public static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(t => JsonValue.Create(t))];

    /// <summary>The content of a body.</summary>
    public static JsonObject Content(string mediaType, JsonObject schema) => new() { [mediaType] = new JsonObject { ["schema"] = schema } };

    /// <summary>Reads a resource that lies beside this file.</summary>
    public static JsonObject Resource(string name)
    {
        using Stream stream = typeof(Json).Assembly.GetManifestResourceStream($"DataCatalog.Server.Api.OpenApi.{name}.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
