using System.Runtime.CompilerServices;
using System.Text;
using DataCatalog.Core.Common;
using DataCatalog.Core.Import;
using DataCatalog.Interop.Rows;

namespace DataCatalog.Interop.Csv;

/// <summary>
/// Reads datasets from a spreadsheet's CSV (RFC 4180): UTF-8 with or without a byte order mark, a header line of <see cref="CsvColumns"/> in any order,
/// lists separated by <c>;</c>. A header that does not fit is a refusal of the whole file.
/// </summary>
public sealed class CsvReader : IImportReader
{
    /// <inheritdoc/>
    public string Format => "csv";

    /// <inheritdoc/>
    /// <exception cref="DomainException"><c>csv-header</c>.</exception>
    public async IAsyncEnumerable<ImportRow> ReadAsync(Stream body, [EnumeratorCancellation] CancellationToken cancellation)
    {
        CsvHeader? header = null;
        await foreach (RawRow raw in RowSplitter.ReadAsync<CsvCutter>(body, countLines: true, cancellation))
        {
            if (raw.Fault is null && raw.Bytes.Span.Trim(" \t\r"u8).IsEmpty) continue;
            if (header is not null) yield return Read(header, raw);
            else header = CsvHeader.Of(raw);
        }

        if (header is null) CsvHeader.Of([]);
    }

    private static ImportRow Read(CsvHeader header, RawRow raw)
    {
        if (raw.Fault is not null) return ImportRow.Unreadable(raw.Number, null, raw.Fault, raw.Bytes.Length);
        try
        {
            string[] fields = Fields(raw);
            if (fields.Length != header.Count) throw new FormatException($"it has {fields.Length} fields where the header has {header.Count}");
            var row = new CsvRow(header, fields);
            return ImportRow.Of(raw.Number, row.Text("key") is { } key ? Excerpt.Of(key) : null, row.Item(), raw.Bytes.Length);
        }
        catch (FormatException fault)
        {
            return ImportRow.Unreadable(raw.Number, null, ImportNote.Of(ImportErrors.Malformed, null, fault.Message), raw.Bytes.Length);
        }
        catch (DomainException refusal)
        {
            return ImportRow.Unreadable(raw.Number, null, ImportNote.Of(refusal), raw.Bytes.Length);
        }
    }

    private static string[] Fields(RawRow raw) => CsvFields.Of(Encoding.UTF8.GetString(raw.Bytes.Span).TrimEnd('\r'));
}
