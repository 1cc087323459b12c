using System.Text.Json;

namespace DataCatalog.Core.Licensing;

/// <summary>
/// Reads JSON-LD of the ODRL vocabulary without an RDF library: a term may stand bare, with its prefix or as a full IRI, one value may stand
/// without its array, and a list may be wrapped in <c>@list</c>.
/// </summary>
internal static class OdrlJson
{
    private const string Namespace = "http://www.w3.org/ns/odrl/2/";

    private const string RdfValue = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value";

    /// <summary>Deeper than any policy that a person means.</summary>
    public const int Deepest = 60;

    /// <summary>
    /// Why the JSON cannot be kept as it is, with the path, or null: it is too deep, names a property twice, or holds text that is no Unicode.
    /// </summary>
    public static (string Path, string Why)? Fault(JsonElement element, string path = "", int depth = 0)
    {
        if (depth > Deepest) return (path, $"it is nested more than {Deepest} deep");
        return element.ValueKind switch
        {
            JsonValueKind.Object => FaultOfObject(element, path, depth),
            JsonValueKind.Array => element.EnumerateArray().Select((item, i) => Fault(item, $"{path}/{i}", depth + 1)).FirstOrDefault(f => f is not null),
            JsonValueKind.String when !IsText(element.GetString) => (path, "it holds a character that is not Unicode text"),
            _ => null,
        };
    }

    /// <summary>The values of a term under all its names.</summary>
    public static List<JsonElement> Values(JsonElement owner, params ReadOnlySpan<string> terms)
    {
        var found = new List<JsonElement>();
        if (owner.ValueKind != JsonValueKind.Object) return found;
        foreach (string term in terms)
        {
            foreach (string name in (string[])[term, "odrl:" + term, Namespace + term])
            {
                if (owner.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null) found.Add(value);
            }
        }

        return found;
    }

    /// <summary>The entries of a term under all its names, each with its path.</summary>
    public static IEnumerable<(JsonElement Item, string Path)> Items(JsonElement owner, string term, string path) =>
        Values(owner, term).SelectMany(value => Elements(value, $"{path}/{term}"));

    /// <summary>The entries of one value: of an array or list each, of anything else itself.</summary>
    public static IEnumerable<(JsonElement Item, string Path)> Elements(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("@list", out JsonElement list)) value = list;
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select((item, i) => (item, $"{path}/{i}")) : [(value, path)];
    }

    /// <summary>The text of a literal, an IRI or a node with an id; a single value may stand in an array; null where it is none.</summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Object when Values(value, "@value", "rdf:value", RdfValue, "@id", "uid") is [var inner, ..] => Text(inner),
        JsonValueKind.Array when value.GetArrayLength() == 1 => Text(value[0]),
        _ => null,
    };

    /// <summary>What follows the last of <c>/</c>, <c>#</c> and <c>:</c>.</summary>
    public static string ShortName(string name) => name[(name.LastIndexOfAny(['/', '#', ':']) + 1)..];

    private static (string Path, string Why)? FaultOfObject(JsonElement element, string path, int depth)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (!IsText(() => property.Name)) return (path, "it holds a name that is not Unicode text");
            string at = $"{path}/{property.Name}";
            if (!names.Add(property.Name)) return (at, "the name stands twice");
            if (Fault(property.Value, at, depth + 1) is { } fault) return fault;
        }

        return null;
    }

    // JSON can escape half a surrogate pair or a NUL; .NET refuses to make a string of the first, PostgreSQL to keep the second.
    private static bool IsText(Func<string?> read)
    {
        try
        {
            return read()?.Contains('\0') == false;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
