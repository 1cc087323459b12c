using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.Sentences;

/// <summary>The words of a term in both languages.</summary>
/// <param name="En">English: of an action its verb, of an operand its name.</param>
/// <param name="Ko">Korean: a noun that a particle can follow.</param>
internal sealed record Words(string En, string Ko)
{
    /// <summary>The words in a language.</summary>
    public string In(Language language) => language == Language.Korean ? Ko : En;
}

/// <summary>The names that terms are written with, and their words.</summary>
internal static class Lexicon
{
    private const string CreativeCommons = "http://creativecommons.org/ns#";

    private static readonly Dictionary<string, Words> KnownActions = Full(ActionWords.OfOdrl, Iris.Odrl)
        .Concat(Full(ActionWords.OfProfile, Iris.Profile)).Concat(Full(ActionWords.OfCreativeCommons, CreativeCommons)).ToDictionary(StringComparer.Ordinal);

    private static readonly Dictionary<string, Words> KnownOperands = Full(OperandWords.OfOdrl, Iris.Odrl)
        .Concat(Full(OperandWords.OfProfile, Iris.Profile)).ToDictionary(StringComparer.Ordinal);

    /// <summary>Actions by full IRI.</summary>
    public static IReadOnlyDictionary<string, Words> Actions => KnownActions;

    /// <summary>Left operands by full IRI.</summary>
    public static IReadOnlyDictionary<string, Words> Operands => KnownOperands;

    /// <summary>The full IRI of a short name, or null: the profile's names stand before ODRL's, and those of Creative Commons begin with <c>cc:</c>.</summary>
    public static string? Resolve(IReadOnlyDictionary<string, Words> terms, string name)
    {
        if (name.StartsWith("cc:", StringComparison.Ordinal)) return Known(terms, CreativeCommons + name[3..]);
        return name.Contains(':', StringComparison.Ordinal) ? null : Known(terms, Iris.Profile + name) ?? Known(terms, Iris.Odrl + name);
    }

    /// <summary>The short name that <see cref="Resolve"/> reads as this IRI, or null.</summary>
    public static string? ShortName(IReadOnlyDictionary<string, Words> terms, string iri)
    {
        if (!terms.ContainsKey(iri)) return null;
        string name = iri.StartsWith(CreativeCommons, StringComparison.Ordinal) ? "cc:" + iri[CreativeCommons.Length..] : iri[(iri.LastIndexOfAny(['/', ':']) + 1)..];
        return Resolve(terms, name) == iri ? name : null;
    }

    /// <summary>The short names, in order.</summary>
    public static IEnumerable<string> ShortNames(IReadOnlyDictionary<string, Words> terms) =>
        terms.Keys.Select(iri => ShortName(terms, iri)).OfType<string>().Order(StringComparer.Ordinal);

    private static string? Known(IReadOnlyDictionary<string, Words> terms, string iri) => terms.ContainsKey(iri) ? iri : null;

    private static IEnumerable<KeyValuePair<string, Words>> Full(IReadOnlyDictionary<string, Words> terms, string prefix) =>
        terms.Select(t => KeyValuePair.Create(prefix + t.Key, t.Value));
}
