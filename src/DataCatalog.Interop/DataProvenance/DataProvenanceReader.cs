using System.Runtime.CompilerServices;
using System.Text.Json;
using DataCatalog.Core.Import;
using DataCatalog.Interop.Rows;

namespace DataCatalog.Interop.DataProvenance;

/// <summary>
/// Reads the Data Provenance Collection's files: one JSON object a file (or several, one after the other), each member of it a record, of text, speech or
/// video. Rows are numbered by their place.
/// </summary>
public sealed class DataProvenanceReader : IImportReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = JsonRow.MostDepth };

    /// <inheritdoc/>
    public string Format => "data-provenance";

    /// <inheritdoc/>
    public async IAsyncEnumerable<ImportRow> ReadAsync(Stream body, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (RawRow raw in RowSplitter.ReadAsync<JsonMemberCutter>(body, countLines: false, cancellation)) yield return JsonRow.Read(raw, null, Read);
    }

    private static ImportRow Read(RawRow raw)
    {
        byte[] json = [(byte)'{', .. raw.Bytes.Span, (byte)'}'];
        using var document = JsonDocument.Parse(json, Options);
        JsonProperty member = document.RootElement.EnumerateObject().Single();
        if (member.Value.ValueKind != JsonValueKind.Object) throw new JsonException($"the record '{Excerpt.Of(member.Name)}' is not an object");
        return RecordMapper.Map(raw.Number, member.Name, member.Value, raw.Bytes.Length);
    }
}
