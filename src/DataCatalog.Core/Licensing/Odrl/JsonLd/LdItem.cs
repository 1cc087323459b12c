using System.Text.Json;

namespace DataCatalog.Core.Licensing.Odrl.JsonLd;

/// <summary>A value of a property in an expanded JSON-LD document.</summary>
/// <param name="Path">Where it stands in the document, as in <c>/permission/0/action</c>.</param>
public abstract record LdItem(string Path);

/// <summary>A node, defined here or elsewhere in the document; all mentions of one IRI are the same object.</summary>
/// <param name="Path">Where this mention stands.</param>
/// <param name="Node">The node.</param>
/// <param name="Defines">Whether this mention says something of it.</param>
public sealed record LdReference(string Path, LdNode Node, bool Defines = false) : LdItem(Path)
{
    /// <summary>Whether it is written as an object, not as an IRI alone.</summary>
    public bool IsObject { get; init; }
}

/// <summary>A literal.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Text">Its lexical form.</param>
/// <param name="Kind">What it is in JSON.</param>
/// <param name="Datatype">IRI of its data type, or null.</param>
/// <param name="Language">Its language tag, or null.</param>
/// <param name="Context">Names in force where it stands.</param>
public sealed record LdLiteral(string Path, string Text, JsonValueKind Kind, string? Datatype, string? Language, LdContext Context) : LdItem(Path);

/// <summary>An ordered list.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Items">Its entries.</param>
public sealed record LdList(string Path, IReadOnlyList<LdItem> Items) : LdItem(Path);

/// <summary>A node of the graph that a document writes.</summary>
public sealed class LdNode
{
    private readonly Dictionary<string, List<LdItem>> properties = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> merged = new(StringComparer.Ordinal);
    private readonly List<string> types = [];

    internal LdNode(string? id, string path) => (Id, Path) = (id, path);

    /// <summary>Its IRI or blank node label, or null.</summary>
    public string? Id { get; }

    /// <summary>Its IRI, or null for a blank node.</summary>
    public string? Iri => Id?.StartsWith("_:", StringComparison.Ordinal) == true ? null : Id;

    /// <summary>Where it is defined, or first mentioned.</summary>
    public string Path { get; private set; }

    /// <summary>Full IRIs of its types.</summary>
    public IReadOnlyList<string> Types => types;

    /// <summary>Full IRIs of its properties.</summary>
    public IEnumerable<string> Properties => properties.Keys;

    /// <summary>Whether anything is said of it.</summary>
    public bool IsDefined => types.Count + properties.Count > 0;

    /// <summary>Whether it has a property.</summary>
    public bool Has(string property) => properties.ContainsKey(property);

    /// <summary>The values of a property, entries of lists among them.</summary>
    public IEnumerable<LdItem> Values(string property) =>
        properties.GetValueOrDefault(property, []).SelectMany(i => i is LdList list ? list.Items : [i]);

    /// <summary>The values of a property, lists as such.</summary>
    public IReadOnlyList<LdItem> Items(string property) => properties.GetValueOrDefault(property, []);

    internal void AddType(string iri)
    {
        if (!types.Contains(iri, StringComparer.Ordinal)) types.Add(iri);
    }

    // What is said twice of a node in two places is said once.
    internal void Define(string path, IEnumerable<string> newTypes, Dictionary<string, List<LdItem>> added)
    {
        if (!IsDefined) Path = path;
        foreach (string type in newTypes) AddType(type);
        foreach ((string property, List<LdItem> items) in added)
        {
            if (!properties.TryGetValue(property, out List<LdItem>? known))
            {
                properties[property] = items;
                continue;
            }

            if (!merged.TryGetValue(property, out HashSet<string>? forms)) merged[property] = forms = [.. known.Select(LdForm.Of)];
            known.AddRange(items.Where(i => forms.Add(LdForm.Of(i))));
        }
    }
}
