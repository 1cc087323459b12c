using System.Text.Json;
using DataCatalog.Core.Import;

namespace DataCatalog.Interop.Rows;

/// <summary>Reads the fields of an untidy JSON object: a field that is missing, empty or of another type is absent, and the latter is warned of.</summary>
internal readonly struct JsonFields(JsonElement element, ICollection<ImportNote> warnings)
{
    private static readonly string[] Blank = ["unclear", "n/a", "na", "none", "-", "?", "unknown"];

    /// <summary>A text, or null where blank or said to be unknown.</summary>
    public string? Text(string name)
    {
        if (!element.TryGetProperty(name, out JsonElement value)) return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => Stated(value.GetString()),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Null => null,
            JsonValueKind.Array => Texts(name) is [var first, ..] ? first : null,
            _ => Ignore<string>(name, "it is not a text"),
        };
    }

    /// <summary>Texts, where one alone counts as a list of one.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        if (!element.TryGetProperty(name, out JsonElement value)) return [];
        if (value.ValueKind == JsonValueKind.String) return Stated(value.GetString()) is { } one ? [one] : [];
        if (value.ValueKind == JsonValueKind.Null) return [];
        if (value.ValueKind != JsonValueKind.Array) return Ignore<IReadOnlyList<string>>(name, "it is not a list of texts") ?? [];
        return [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => Stated(v.GetString())).OfType<string>().Distinct()];
    }

    /// <summary>A number above zero; zero stands for unknown in such files.</summary>
    public double? Number(string name)
    {
        if (!element.TryGetProperty(name, out JsonElement value) || value.ValueKind is JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.String && Stated(value.GetString()) is null) return null;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out double number) || !double.IsFinite(number) || number < 0)
        {
            Ignore<object>(name, "it is not a number that can be kept");
            return null;
        }

        return number == 0 ? null : number;
    }

    /// <summary>A whole number above zero.</summary>
    public long? Whole(string name) => Number(name) is { } number && number <= 9e15 && number == Math.Floor(number) ? (long)number : null;

    /// <summary>An object, or null.</summary>
    public JsonFields? Object(string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Object ? new JsonFields(value, warnings) : null;

    /// <summary>The objects of a list.</summary>
    public IReadOnlyList<JsonFields> Objects(string name)
    {
        ICollection<ImportNote> notes = warnings;
        return element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.Object).Select(v => new JsonFields(v, notes))]
            : [];
    }

    private static string? Stated(string? text) =>
        string.IsNullOrWhiteSpace(text) || Blank.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase) ? null : text.Trim();

    private T? Ignore<T>(string name, string why)
    {
        warnings.Add(ImportNote.Of(ImportErrors.ValueIgnored, name, name, why));
        return default;
    }
}
