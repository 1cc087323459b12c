using System.Text.Json;
using DataCatalog.Core.Import;
using DataCatalog.Core.Licensing.Odrl.JsonLd;

namespace DataCatalog.Interop.Rows;

/// <summary>Turns JSON that cannot be read into a row's fault.</summary>
internal static class JsonRow
{
    /// <summary>How deep a row may nest: enough for the deepest terms.</summary>
    public const int MostDepth = JsonShape.MostDepth;

    /// <summary>Runs the reading of one row; whatever is wrong with its JSON becomes its fault.</summary>
    public static ImportRow Read(RawRow raw, string? name, Func<RawRow, ImportRow> read)
    {
        if (raw.Fault is not null) return ImportRow.Unreadable(raw.Number, name, raw.Fault, raw.Bytes.Length);
        try
        {
            return read(raw);
        }
        catch (JsonException fault)
        {
            return ImportRow.Unreadable(raw.Number, name, ImportNote.Of(ImportErrors.Malformed, fault.Path is null or "$" ? null : fault.Path, Why(fault)), raw.Bytes.Length);
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json says so of a text that holds half of a surrogate pair.
            return ImportRow.Unreadable(raw.Number, name, ImportNote.Of(ImportErrors.Malformed, null, "a text holds half of a surrogate pair"), raw.Bytes.Length);
        }
    }

    private static string Why(JsonException fault)
    {
        string message = fault.Message;
        if (message.Contains("could not be converted to", StringComparison.Ordinal)) return "the value is not of the field's type, or not one of its values";
        if (message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal)) return $"there is no such field: {Excerpt.Of(message.Split('\'')[1])}";
        int end = message.IndexOf(" Path:", StringComparison.Ordinal);
        if (end < 0) end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return Excerpt.Of((end < 0 ? message : message[..end]).TrimEnd('.'));
    }
}
