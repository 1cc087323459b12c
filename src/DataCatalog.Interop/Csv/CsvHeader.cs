using DataCatalog.Core.Common;
using DataCatalog.Core.Import;
using DataCatalog.Interop.Rows;

namespace DataCatalog.Interop.Csv;

/// <summary>A file's header: where each column stands.</summary>
internal sealed class CsvHeader
{
    private readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many columns.</summary>
    public int Count => places.Count;

    /// <summary>Reads and checks a header.</summary>
    /// <exception cref="DomainException"><c>csv-header</c>, or <c>row-malformed</c> where it cannot be read.</exception>
    public static CsvHeader Of(RawRow raw)
    {
        if (raw.Fault is not null) throw new DomainException(ImportErrors.Malformed, "header", raw.Fault.En);
        try
        {
            return Of(CsvFields.Of(System.Text.Encoding.UTF8.GetString(raw.Bytes.Span).TrimEnd('\r')));
        }
        catch (FormatException fault)
        {
            throw new DomainException(ImportErrors.Malformed, "header", fault.Message);
        }
    }

    /// <summary>Checks a header.</summary>
    /// <exception cref="DomainException"><c>csv-header</c>, naming what is missing, unknown or there twice.</exception>
    public static CsvHeader Of(string[] names)
    {
        var header = new CsvHeader();
        List<string> unknown = [];
        foreach (string name in names.Select(n => n.Trim()))
        {
            if (!CsvColumns.All.Contains(name, StringComparer.OrdinalIgnoreCase)) unknown.Add($"'{Excerpt.Of(name)}'");
            else if (!header.places.TryAdd(name, header.places.Count + unknown.Count)) unknown.Add($"'{name}' (twice)");
        }

        List<string> missing = [.. CsvColumns.Required.Where(r => !header.places.ContainsKey(r)).Select(r => $"'{r}'")];
        if (!header.HasPair("title")) missing.Add("'titleKo' or 'titleEn'");
        if (!header.HasPair("description")) missing.Add("'descriptionKo' or 'descriptionEn'");
        return missing.Count == 0 && unknown.Count == 0
            ? header
            : throw new DomainException(ImportErrors.Header, null, List(missing), List(unknown));
    }

    /// <summary>Where a column stands, or -1.</summary>
    public int Place(string column) => places.GetValueOrDefault(column, -1);

    private bool HasPair(string name) => places.ContainsKey(name + "Ko") || places.ContainsKey(name + "En");

    private static string List(List<string> names) => names.Count == 0 ? "-" : string.Join(", ", names.Take(20));
}
