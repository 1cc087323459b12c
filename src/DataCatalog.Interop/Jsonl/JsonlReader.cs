using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataCatalog.Core.Import;
using DataCatalog.Interop.Rows;

namespace DataCatalog.Interop.Jsonl;

/// <summary>Reads our own JSON Lines: one JSON object a line, told apart by <c>kind</c>, as <c>schemas/import-row.schema.json</c> describes. Blank lines are passed over.</summary>
public sealed class JsonlReader : IImportReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        MaxDepth = JsonRow.MostDepth,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    private static readonly Dictionary<string, Type> Kinds = new(StringComparer.Ordinal)
    {
        ["organisation"] = typeof(OrganisationRow), ["licence"] = typeof(LicenceRow), ["dataset"] = typeof(DatasetRow), ["programme"] = typeof(ProgrammeRow),
        ["consortium"] = typeof(ConsortiumRow), ["model"] = typeof(ModelRow), ["agreement"] = typeof(AgreementRow), ["entitlement"] = typeof(EntitlementRow),
    };

    /// <inheritdoc/>
    public string Format => "jsonl";

    /// <summary>The kinds of row.</summary>
    public static IReadOnlyCollection<string> RowKinds => Kinds.Keys;

    /// <inheritdoc/>
    public async IAsyncEnumerable<ImportRow> ReadAsync(Stream body, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (RawRow raw in RowSplitter.ReadAsync<LineCutter>(body, countLines: true, cancellation))
        {
            if (raw.Fault is null && raw.Bytes.Span.Trim(" \t\r"u8).IsEmpty) continue;
            yield return JsonRow.Read(raw, null, Read);
        }
    }

    private static ImportRow Read(RawRow raw)
    {
        string? kind = KindOf(raw.Bytes.Span);
        if (kind is null || !Kinds.TryGetValue(kind, out Type? type))
        {
            return ImportRow.Unreadable(raw.Number, null, ImportNote.Of(ImportErrors.UnknownKind, "kind", Excerpt.Of(kind ?? ""), string.Join(", ", Kinds.Keys)), raw.Bytes.Length);
        }

        var row = (RowModel)JsonSerializer.Deserialize(raw.Bytes.Span, type, Options)!;
        ImportItem item = row.Item();
        return ImportRow.Of(raw.Number, item.Key is { } key ? Excerpt.Of(key) : null, item, raw.Bytes.Length);
    }

    private static string? KindOf(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = JsonRow.MostDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("the line is not a JSON object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool found = reader.ValueTextEquals("kind"u8);
            reader.Read();
            if (found) return reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException("'kind' is not a text");
            reader.Skip();
        }

        return null;
    }
}
