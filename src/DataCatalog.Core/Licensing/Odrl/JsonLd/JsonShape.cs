using System.Text.Json;

namespace DataCatalog.Core.Licensing.Odrl.JsonLd;

/// <summary>What JSON must be before it is read as JSON-LD: bounded in depth, each name once, Unicode text.</summary>
public static class JsonShape
{
    /// <summary>Deep enough for the deepest logic that a policy may have (<see cref="PolicyLimits.MostLevels"/>).</summary>
    public const int Deepest = (PolicyLimits.MostLevels * 3) + 24;

    /// <summary>How deep JSON around a policy is read: its envelope, and a little more so that <see cref="Fault"/> can say what is wrong.</summary>
    public const int MostDepth = Deepest + 8;

    /// <summary>How a text is parsed so that <see cref="Fault"/> can say what is wrong.</summary>
    public static JsonDocumentOptions Options { get; } = new() { MaxDepth = MostDepth };

    /// <summary>Why the JSON cannot be kept as it is, with the path, or null: it is too deep, names a property twice, or holds text that is no Unicode.</summary>
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
