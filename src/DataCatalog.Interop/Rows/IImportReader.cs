using DataCatalog.Core.Import;

namespace DataCatalog.Interop.Rows;

/// <summary>Reads one file format into rows. It holds one row at a time and never throws for what a row holds.</summary>
public interface IImportReader
{
    /// <summary>The format's name, as in <c>/import/{format}</c>.</summary>
    string Format { get; }

    /// <summary>Reads the rows as they come.</summary>
    IAsyncEnumerable<ImportRow> ReadAsync(Stream body, CancellationToken cancellation);
}
