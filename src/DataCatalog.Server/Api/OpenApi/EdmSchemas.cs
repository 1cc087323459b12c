using System.Text.Json.Nodes;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Vocabularies;
using Microsoft.OData.Edm.Vocabularies.V1;

namespace DataCatalog.Server.Api.OpenApi;

/// <summary>Writes a model's types as JSON Schemas: what answers hold.</summary>
internal sealed class EdmSchemas(IEdmModel model)
{
    /// <summary>Adds all types of the model.</summary>
    public void AddTo(JsonObject schemas)
    {
        foreach (IEdmSchemaType type in model.SchemaElements.OfType<IEdmSchemaType>().OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            schemas[type.Name] = type switch
            {
                IEdmStructuredType structured => Structure(type, structured),
                IEdmEnumType names => Described(type, new JsonObject { ["type"] = "string", ["enum"] = Json.Texts(names.Members.Select(m => m.Name)) }),
                _ => new JsonObject(),
            };
        }
    }

    /// <summary>The schema of a value.</summary>
    public static JsonObject Of(IEdmTypeReference type)
    {
        if (type.IsCollection()) return new JsonObject { ["type"] = "array", ["items"] = Of(type.AsCollection().ElementType()) };
        if (type.Definition is IEdmSchemaType named && !type.IsPrimitive() && !type.IsUntyped())
        {
            JsonObject reference = Json.Schema(named.Name);
            return type.IsNullable ? new JsonObject { ["anyOf"] = new JsonArray(reference, new JsonObject { ["type"] = "null" }) } : reference;
        }

        (string? kind, string? format) = Primitive(type);
        var schema = new JsonObject();
        if (kind is not null) schema["type"] = type.IsNullable ? Json.Texts([kind, "null"]) : kind;
        if (format is not null) schema["format"] = format;
        return schema;
    }

    /// <summary>What the model says of an element; null where it says nothing.</summary>
    public string? DescriptionOf(IEdmVocabularyAnnotatable element) => model.GetDescriptionAnnotation(element);

    private static (string? Kind, string? Format) Primitive(IEdmTypeReference type) => type.PrimitiveKind() switch
    {
        EdmPrimitiveTypeKind.Guid => ("string", "uuid"),
        EdmPrimitiveTypeKind.Date => ("string", "date"),
        EdmPrimitiveTypeKind.DateTimeOffset => ("string", "date-time"),
        EdmPrimitiveTypeKind.Duration => ("string", "duration"),
        EdmPrimitiveTypeKind.Boolean => ("boolean", null),
        EdmPrimitiveTypeKind.Int16 or EdmPrimitiveTypeKind.Int32 => ("integer", "int32"),
        EdmPrimitiveTypeKind.Int64 => ("integer", "int64"),
        EdmPrimitiveTypeKind.Double or EdmPrimitiveTypeKind.Single => ("number", "double"),
        EdmPrimitiveTypeKind.Decimal => ("number", null),
        EdmPrimitiveTypeKind.None => (null, null),
        _ => ("string", null),
    };

    private JsonObject Structure(IEdmSchemaType type, IEdmStructuredType structured)
    {
        var properties = new JsonObject();
        foreach (IEdmProperty property in structured.Properties()) properties[property.Name] = Described(property, Of(property.Type));
        if (structured is IEdmEntityType entity && entity.FindProperty(nameof(IRowModel.RowVersion)) is not null)
        {
            properties["@odata.etag"] = new JsonObject { ["type"] = "string", ["description"] = "State of the row, to be sent in If-Match." };
        }

        return Described(type, new JsonObject { ["type"] = "object", ["properties"] = properties });
    }

    private JsonObject Described(IEdmElement element, JsonObject schema)
    {
        if (element is IEdmVocabularyAnnotatable annotatable && DescriptionOf(annotatable) is { } text) schema["description"] = text;
        return schema;
    }
}
