using System.Text.Json;

namespace DataCatalog.Core.Licensing.Odrl;

/// <summary>Reads the vocabulary that is built into the program.</summary>
internal static class VocabularyFile
{
    /// <summary>The vocabulary.</summary>
    public static OdrlVocabulary Read()
    {
        using Stream file = typeof(VocabularyFile).Assembly.GetManifestResourceStream("odrl-vocabulary.json") ?? throw new InvalidOperationException("The ODRL vocabulary is not built in.");
        using JsonDocument document = JsonDocument.Parse(file);
        JsonElement root = document.RootElement;
        Dictionary<string, string> spaces = root.GetProperty("namespaces").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal);
        string Full(string name) => name.Split(':', 2) is [var prefix, var local] ? spaces[prefix] + local : throw new InvalidOperationException(name);
        List<string> Names(JsonElement term, string property) => term.TryGetProperty(property, out JsonElement list) ? [.. list.EnumerateArray().Select(i => Full(i.GetString()!))] : [];
        return new OdrlVocabulary(
            [.. root.GetProperty("actions").EnumerateObject().Select(a => new ActionTerm(Full(a.Name), Names(a.Value, "includedIn"))
            {
                SameAs = Names(a.Value, "sameAs"), Deprecated = a.Value.TryGetProperty("deprecated", out _), Bare = a.Value.TryGetProperty("bare", out _),
            })],
            [.. root.GetProperty("leftOperands").EnumerateObject().Select(o => new OperandTerm(
                Full(o.Name), Enum.Parse<OperandKind>(o.Value.GetProperty("kind").GetString()!, ignoreCase: true), o.Value.TryGetProperty("bare", out _)))]);
    }
}
