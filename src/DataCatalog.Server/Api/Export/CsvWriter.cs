using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace DataCatalog.Server.Api.Export;

/// <summary>Writes rows as CSV (RFC 4180) so that spreadsheets open them as they are: UTF-8 with its mark, and no cell that would be run as a formula.</summary>
/// <param name="to">Where to.</param>
/// <param name="columns">The properties that are written, in their order.</param>
public sealed class CsvWriter(Stream to, IReadOnlyList<PropertyInfo> columns)
{
    // A field that begins with one of these is a formula to spreadsheets.
    private const string Formulas = "=+-@\t\r";

    private readonly StringBuilder text = new();

    /// <summary>Writes the names of the columns.</summary>
    public Task BeginAsync(CancellationToken cancellation)
    {
        text.Append('\uFEFF').AppendJoin(',', columns.Select(c => c.Name)).Append("\r\n");
        return FlushAsync(cancellation);
    }

    /// <summary>Writes rows.</summary>
    public Task WriteAsync(IEnumerable<object> rows, CancellationToken cancellation)
    {
        foreach (object row in rows) text.AppendJoin(',', columns.Select(c => Field(c.GetValue(row)))).Append("\r\n");
        return FlushAsync(cancellation);
    }

    /// <summary>A value as a field.</summary>
    public static string Field(object? value) => value switch
    {
        null => "",
        string words => Quoted(words.Length > 0 && Formulas.Contains(words[0]) ? "'" + words : words),
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
        decimal number => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        Enum name => name.ToString(),
        IEnumerable list => Field(string.Join("; ", list.Cast<object?>().Select(i => Convert.ToString(i, CultureInfo.InvariantCulture)))),
        IFormattable other => Quoted(other.ToString(null, CultureInfo.InvariantCulture)),
        _ => Field(value.ToString()),
    };

    private static string Quoted(string words) => words.AsSpan().ContainsAny(",\"\r\n") ? $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : words;

    private async Task FlushAsync(CancellationToken cancellation)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        text.Clear();
        await to.WriteAsync(bytes, cancellation);
    }
}
