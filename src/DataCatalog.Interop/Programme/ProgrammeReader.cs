using System.Runtime.CompilerServices;
using System.Text.Json;
using DataCatalog.Core.Import;
using DataCatalog.Interop.Rows;

namespace DataCatalog.Interop.Programme;

/// <summary>Reads a programme's file: the programme, its consortia with their organisations, and their models. Rows are numbered in the order in which they must be taken.</summary>
public sealed class ProgrammeReader : IImportReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { MaxDepth = JsonRow.MostDepth };

    /// <inheritdoc/>
    public string Format => "programme";

    /// <inheritdoc/>
    public async IAsyncEnumerable<ImportRow> ReadAsync(Stream body, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (RawRow raw in RowSplitter.ReadAsync<WholeCutter>(body, countLines: false, cancellation))
        {
            (ImportRow? fault, IReadOnlyList<ImportItem> items) = Read(raw);
            if (fault is not null) yield return fault;
            long place = 0;
            foreach (ImportItem item in items) yield return ImportRow.Of(++place, item.Key, item, place == 1 ? raw.Bytes.Length : 0);
        }
    }

    private static (ImportRow? Fault, IReadOnlyList<ImportItem> Items) Read(RawRow raw)
    {
        IReadOnlyList<ImportItem> items = [];
        ImportRow row = JsonRow.Read(raw, "programme", r =>
        {
            items = (JsonSerializer.Deserialize<ProgrammeFile>(r.Bytes.Span, Options) ?? throw new JsonException("null is no programme")).Items();
            return ImportRow.Of(1, "programme", items[0], r.Bytes.Length);
        });
        return (row.Fault is null ? null : row, items);
    }

    private struct WholeCutter : ICutter
    {
        public readonly bool MayEnd => true;

        public readonly Cut Next(byte value) => Cut.Keep;
    }
}
