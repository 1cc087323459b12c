namespace DataCatalog.Core.Licensing.Odrl.JsonLd;

/// <summary>What the names of a document mean: terms with their coercion, and prefixes. What a context does not say, the one around it does.</summary>
public sealed class LdContext
{
    private readonly LdContext? around;
    private readonly IReadOnlyDictionary<string, LdName?> names;

    internal LdContext(LdContext? around, IReadOnlyDictionary<string, LdName?> names) => (this.around, this.names) = (around, names);

    /// <summary>What bare names in vocabulary positions begin with, or null.</summary>
    public string? Vocab { get; init; }

    /// <summary>What relative IRIs are relative to, or null.</summary>
    public Uri? Base { get; init; }

    /// <summary>Language of plain texts, or null.</summary>
    public string? Language { get; init; }

    /// <summary>The name's meaning, or null.</summary>
    public LdName? Find(string name)
    {
        for (LdContext? context = this; context is not null; context = context.around)
        {
            if (context.names.TryGetValue(name, out LdName? meaning)) return meaning;
        }

        return null;
    }

    /// <summary>The full IRI (or keyword) of a property, type or vocabulary value; null for a bare name that nothing defines.</summary>
    public string? Term(string name)
    {
        if (name.StartsWith('@')) return name;
        if (Find(name) is { } meaning) return meaning.Iri;
        return Prefixed(name) ?? (Vocab is { } vocab ? vocab + name : Known(name));
    }

    /// <summary>The full IRI of a node, or null where it is not absolute and has no base.</summary>
    public string? Id(string id) => Prefixed(id) ?? (Base is { } start && Uri.TryCreate(start, id, out Uri? full) ? full.AbsoluteUri : null);

    /// <summary>The full IRI of a name with a declared prefix, or null.</summary>
    public string? Declared(string name)
    {
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && !name.AsSpan(colon + 1).StartsWith("//") && Find(name[..colon]) is { Iri: var start } && !start.StartsWith('@') ? start + name[(colon + 1)..] : null;
    }

    private string? Prefixed(string name) => name.Contains(':', StringComparison.Ordinal) ? Declared(name) ?? name : null;

    // Deprecated and later terms are not in the published context, and officers write the profile's bare.
    private static string? Known(string name) => OdrlVocabulary.Default.Resolve(name);
}

/// <summary>What a name of a context stands for.</summary>
/// <param name="Iri">Full IRI or keyword.</param>
/// <param name="Coercion"><c>@id</c>, <c>@vocab</c>, a data type's IRI, or null.</param>
/// <param name="IsList">Whether its values are an ordered list.</param>
public sealed record LdName(string Iri, string? Coercion = null, bool IsList = false);
