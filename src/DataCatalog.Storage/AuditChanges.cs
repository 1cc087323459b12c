using System.Buffers;
using System.Collections;
using System.Text;
using System.Text.Json;
using DataCatalog.Core.Access;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.Feeds;
using DataCatalog.Core.Search;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DataCatalog.Storage;

/// <summary>
/// Rows before and after as JSON: <c>[{"type":"Dataset","id":"…","change":"Modified","values":{"Status":["Registered","Available"]}}]</c>.
/// An added row has its values alone. Secrets are left out, long texts cut short, and what goes beyond the limit is counted.
/// </summary>
internal static class AuditChanges
{
    /// <summary>Most bytes of one event's changes.</summary>
    public const int MostBytes = 16 * 1024;

    private const int LongestText = 500;
    private static readonly JsonWriterOptions Plain = new() { Encoder = JsonColumn.Options.Encoder };

    // What somebody looks for is their own: the log knows that a search was saved, not which.
    private static readonly HashSet<(Type, string)> Secrets =
    [
        (typeof(ApiKey), nameof(ApiKey.Hash)), (typeof(Subscription), nameof(Subscription.Secret)), (typeof(CalendarFeed), nameof(CalendarFeed.TokenSha256)),
        (typeof(SavedSearch), nameof(SavedSearch.Text)), (typeof(SavedSearch), nameof(SavedSearch.Facets)), (typeof(SavedSearch), nameof(SavedSearch.May)),
    ];


    /// <summary>Describes the rows' changes.</summary>
    public static string Describe(IReadOnlyList<EntityEntry> rows)
    {
        if (rows.Count == 0) return "[]";
        var text = new StringBuilder("[");
        int bytes = 2;
        for (int i = 0; i < rows.Count; i++)
        {
            byte[] row = Row(rows[i]);
            bytes += row.Length + 1;
            if (bytes > MostBytes - 32) return text.Append(i == 0 ? "" : ",").Append("{\"more\":").Append(rows.Count - i).Append("}]").ToString();
            if (i > 0) text.Append(',');
            text.Append(Encoding.UTF8.GetString(row));
        }

        return text.Append(']').ToString();
    }

    private static byte[] Row(EntityEntry row)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("type", row.Metadata.ClrType.Name);
            if (row.Entity is Entity entity) json.WriteString("id", entity.Id);
            json.WriteString("change", row.State.ToString());
            json.WriteStartObject("values");
            foreach (PropertyEntry property in row.Properties) Value(json, property, row.State, property.Metadata.Name);
            foreach (ComplexPropertyEntry part in row.ComplexProperties) Part(json, part, row.State, part.Metadata.Name);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Part(Utf8JsonWriter json, ComplexPropertyEntry part, EntityState state, string path)
    {
        foreach (PropertyEntry property in part.Properties) Value(json, property, state, $"{path}.{property.Metadata.Name}");
    }

    private static void Value(Utf8JsonWriter json, PropertyEntry property, EntityState state, string name)
    {
        if (Secrets.Contains((property.EntityEntry.Metadata.ClrType, name))) return;
        switch (state)
        {
            case EntityState.Modified when property.IsModified:
                json.WriteStartArray(name);
                Write(json, property.Metadata, property.OriginalValue);
                Write(json, property.Metadata, property.CurrentValue);
                json.WriteEndArray();
                break;
            case EntityState.Added when property.CurrentValue is { } value && value is not ICollection { Count: 0 }:
                json.WritePropertyName(name);
                Write(json, property.Metadata, value);
                break;
            case EntityState.Deleted when property.OriginalValue is { } value:
                json.WritePropertyName(name);
                Write(json, property.Metadata, value);
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, IProperty property, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(Cut(text)); break;
            case Guid id: json.WriteStringValue(id); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case long number: json.WriteNumberValue(number); break;
            case int number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case Enum name: json.WriteStringValue(name.ToString()); break;
            case DateTime instant: json.WriteStringValue(Instants.ToStored(instant)); break;
            case IEnumerable<string> texts: Each(json, property, texts); break;
            default: JsonSerializer.Serialize(json, value, value.GetType(), JsonColumn.Options); break;
        }
    }

    private static void Each(Utf8JsonWriter json, IProperty property, IEnumerable<string> texts)
    {
        json.WriteStartArray();
        foreach (string text in texts) Write(json, property, text);
        json.WriteEndArray();
    }

    private static string Cut(string text) => text.Length <= LongestText
        ? text
        : $"{text.AsSpan(0, char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)}… ({text.Length} characters)";
}
