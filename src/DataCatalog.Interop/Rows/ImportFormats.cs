using DataCatalog.Interop.Csv;
using DataCatalog.Interop.DataProvenance;
using DataCatalog.Interop.Jsonl;
using DataCatalog.Interop.Programme;

namespace DataCatalog.Interop.Rows;

/// <summary>The formats that can be imported.</summary>
public static class ImportFormats
{
    private static readonly IImportReader[] Readers = [new JsonlReader(), new CsvReader(), new DataProvenanceReader(), new ProgrammeReader()];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Readers.Select(r => r.Format)];

    /// <summary>The reader of a format, or null where there is none of that name.</summary>
    public static IImportReader? Reader(string format) => Array.Find(Readers, r => r.Format == format);
}
