using System.Text;
using DataCatalog.Core.Licensing.Odrl.JsonLd;

namespace DataCatalog.Core.Licensing.Odrl.Writing;

/// <summary>Builds one JSON object in a fixed order of properties, leaving out what is empty.</summary>
internal sealed class JsonParts
{
    private readonly StringBuilder json = new("{");

    /// <summary>Adds a property with a value that is JSON already; nothing where it is null.</summary>
    public JsonParts Add(string name, string? value)
    {
        if (value is null) return this;
        if (json.Length > 1) json.Append(',');
        json.Append(LdForm.Quote(name)).Append(':').Append(value);
        return this;
    }

    /// <summary>Adds a text.</summary>
    public JsonParts AddText(string name, string? value) => Add(name, value is null ? null : LdForm.Quote(value));

    /// <summary>Adds a sorted array; nothing where it is empty.</summary>
    public JsonParts AddSorted(string name, IEnumerable<string> values) => Add(name, Array(values.Order(StringComparer.Ordinal).ToList()));

    /// <summary>Adds an array in its own order; nothing where it is empty.</summary>
    public JsonParts AddInOrder(string name, IEnumerable<string> values) => Add(name, Array([.. values]));

    /// <summary>Adds a set: each value once, sorted; a single one without its array.</summary>
    public JsonParts AddSet(string name, IEnumerable<string> values)
    {
        List<string> set = [.. values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return Add(name, set.Count == 1 ? set[0] : Array(set));
    }

    /// <inheritdoc/>
    public override string ToString() => json.ToString() + "}";

    private static string? Array(List<string> values) => values.Count == 0 ? null : $"[{string.Join(',', values)}]";
}
