using System.Text;

namespace DataCatalog.Interop.Csv;

/// <summary>Takes a record apart into its fields (RFC 4180, section 2): quoted ones may hold commas, line breaks and doubled quotes.</summary>
internal static class CsvFields
{
    /// <summary>The fields.</summary>
    /// <exception cref="FormatException">A quotation mark stands where it cannot.</exception>
    public static string[] Of(ReadOnlySpan<char> record)
    {
        List<string> fields = [];
        int at = 0;
        while (true)
        {
            fields.Add(at < record.Length && record[at] == '"' ? Quoted(record, ref at) : Bare(record, ref at));
            if (at == record.Length) return [.. fields];
            at++;
        }
    }

    private static string Bare(ReadOnlySpan<char> record, ref int at)
    {
        int length = record[at..].IndexOf(',');
        ReadOnlySpan<char> field = length < 0 ? record[at..] : record.Slice(at, length);
        if (field.Contains('"')) throw new FormatException("a quotation mark stands within a field that is not quoted; quote the field and double the mark");
        at += field.Length;
        return field.ToString();
    }

    private static string Quoted(ReadOnlySpan<char> record, ref int at)
    {
        var field = new StringBuilder();
        at++;
        while (true)
        {
            int length = record[at..].IndexOf('"');
            if (length < 0) throw new FormatException("a quoted field has no closing quotation mark");
            field.Append(record.Slice(at, length));
            at += length + 1;
            if (at == record.Length || record[at] == ',') return field.ToString();
            if (record[at] != '"') throw new FormatException("text follows a closing quotation mark; double quotation marks within a field");
            field.Append('"');
            at++;
        }
    }
}
