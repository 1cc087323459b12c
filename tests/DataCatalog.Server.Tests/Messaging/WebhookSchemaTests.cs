using System.Text.Json;
using DataCatalog.Core.Compliance;
using DataCatalog.Server.Messaging;

namespace DataCatalog.Server.Tests.Messaging;

/// <summary>The published schema and what is sent say the same.</summary>
public sealed class WebhookSchemaTests
{
    private readonly JsonElement schema = Schema();

    [Fact]
    public void Alert_FitsTheSchema() => Fits(WebhookEvent.Write(Given.Message("https://example.org/", facts: Given.Facts(english: "News"))));

    [Fact]
    public void Digest_FitsTheSchema() => Fits(WebhookEvent.Write(Given.Digest("https://example.org/", 3)));

    [Fact]
    public void Kinds_AreAllNamed() =>
        Assert.Equal(Enum.GetNames<SubjectKind>(), Definition("alert").GetProperty("properties").GetProperty("kind").GetProperty("enum").EnumerateArray().Select(k => k.GetString()));

    private void Fits(byte[] body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        Check(schema, document.RootElement, "");
    }

    // Stricter than the schema: a property that it does not name is a property that nobody described.
    private void Check(JsonElement rule, JsonElement value, string path)
    {
        if (rule.TryGetProperty("$ref", out JsonElement reference)) rule = Definition(reference.GetString()!.Split('/')[^1]);
        if (rule.TryGetProperty("enum", out JsonElement allowed)) Assert.Contains(value.GetString(), allowed.EnumerateArray().Select(a => a.GetString()));
        if (!rule.TryGetProperty("type", out JsonElement type)) return;
        Assert.Equal(type.GetString(), value.ValueKind switch { JsonValueKind.Object => "object", JsonValueKind.Array => "array", JsonValueKind.Number => "integer", _ => "string" });
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in value.EnumerateArray()) Check(rule.GetProperty("items"), item, path + "/0");
        }

        if (value.ValueKind != JsonValueKind.Object) return;
        foreach (JsonElement required in rule.TryGetProperty("required", out JsonElement names) ? names.EnumerateArray() : []) Assert.True(value.TryGetProperty(required.GetString()!, out _), $"{path}/{required}");
        foreach (JsonProperty property in value.EnumerateObject())
        {
            Assert.True(rule.GetProperty("properties").TryGetProperty(property.Name, out JsonElement next), $"{path}/{property.Name} is not in the schema");
            Check(next, property.Value, $"{path}/{property.Name}");
        }
    }

    private JsonElement Definition(string name) => schema.GetProperty("$defs").GetProperty(name);

    private static JsonElement Schema()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "DataCatalog.sln"))) folder = Path.GetDirectoryName(folder);
        return JsonDocument.Parse(File.ReadAllText(Path.Combine(folder!, "schemas", "webhook-event.schema.json"))).RootElement.Clone();
    }
}
