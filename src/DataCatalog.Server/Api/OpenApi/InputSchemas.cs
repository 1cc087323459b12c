using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using DataCatalog.Core.Common;
using DataCatalog.Server.Api.Query;

namespace DataCatalog.Server.Api.OpenApi;

/// <summary>
/// Writes input records as JSON Schemas, from the very metadata that bodies are read with. What that does not know (which
/// properties must be there, which are fixed once made, examples) is in inputs.json, by the record's name.
/// </summary>
internal sealed class InputSchemas(JsonObject schemas, XmlDocumentation documentation)
{
    private static readonly JsonObject Notes = Json.Resource("inputs");
    private static readonly Dictionary<string, Type> Records = typeof(Entity).Assembly.GetTypes()
        .Where(t => t.IsPublic && t.Name.EndsWith("Input", StringComparison.Ordinal)).ToDictionary(t => t.Name, StringComparer.Ordinal);

    /// <summary>The schema of what makes a row of that type; null where no input record is named after it.</summary>
    public JsonObject? ToMake(string type)
    {
        if (!Records.TryGetValue(type + "Input", out Type? record)) return null;
        string name = Add(record);
        return NoteOf(record.Name)?["parts"] is JsonObject parts ? AddWhole(name, parts) : Json.Schema(name);
    }

    /// <summary>The schema of what changes a row of that type; null where no input record is named after it.</summary>
    public JsonObject? ToChange(string type)
    {
        if (!Records.TryGetValue(type + "Input", out Type? record)) return null;
        string name = type + "Change";
        if (schemas.ContainsKey(name)) return Json.Schema(name);
        JsonObject schema = schemas[Add(record)]!.DeepClone().AsObject();
        schema.Remove("required");
        schema.Remove("examples");
        schema["description"] = "What is to change; what is left out stays.";
        foreach (JsonNode? property in NoteOf(record.Name)?["fixed"]?.AsArray() ?? []) schema["properties"]!.AsObject().Remove((string)property!);
        schemas[name] = schema;
        return Json.Schema(name);
    }

    private static JsonObject? NoteOf(string record) => Notes[record]?.AsObject();

    private static string NameOf(Type type) => type.Name.EndsWith("Input", StringComparison.Ordinal) ? type.Name : type.Name + "Input";

    private string Add(Type type)
    {
        string name = NameOf(type);
        if (schemas.ContainsKey(name)) return name;
        schemas[name] = new JsonObject();
        var options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = (context, schema) => Transform(context, schema, type) };
        JsonObject schema = JsonBody.Options.GetJsonSchemaAsNode(type, options).AsObject();
        if (documentation.OfType(type) is { } text) schema["description"] = text;
        if (NoteOf(name)?["required"] is { } required) schema["required"] = required.DeepClone();
        if (NoteOf(name)?["example"] is { } example) schema["examples"] = new JsonArray(example.DeepClone());
        schemas[name] = schema;
        return name;
    }

    // The row, with the parts that can be given with it.
    private JsonObject AddWhole(string name, JsonObject parts)
    {
        string whole = name[..^"Input".Length] + "WithParts";
        JsonObject schema = schemas[name]!.DeepClone().AsObject();
        foreach ((string part, JsonNode? record) in parts) schema["properties"]![part] = Json.Schema(Add(Records[(string)record!]));
        schemas[whole] = schema;
        return Json.Schema(whole);
    }

    private JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema, Type root)
    {
        Type type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        bool isObject = context.TypeInfo.Kind == JsonTypeInfoKind.Object && type.Assembly == typeof(Entity).Assembly;
        if (isObject && type == root && context.PropertyInfo is null) return Writable(context.TypeInfo, schema.AsObject());
        if (isObject) schema = Optional(Json.Schema(Add(type)), context.PropertyInfo?.IsSetNullable == true);
        if (schema is JsonObject described && context.PropertyInfo?.AttributeProvider is PropertyInfo property
            && documentation.OfProperty(property.DeclaringType!, property.Name) is { } text)
        {
            described["description"] = text;
        }

        return schema;
    }

    private static JsonObject Writable(JsonTypeInfo type, JsonObject schema)
    {
        foreach (JsonPropertyInfo property in type.Properties.Where(p => p.Set is null)) schema["properties"]!.AsObject().Remove(property.Name);
        schema["additionalProperties"] = false;
        return schema;
    }

    private static JsonObject Optional(JsonObject reference, bool nullable) =>
        nullable ? new JsonObject { ["anyOf"] = new JsonArray(reference, new JsonObject { ["type"] = "null" }) } : reference;
}
