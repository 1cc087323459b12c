using DataCatalog.Core.Licensing.Odrl.JsonLd;

namespace DataCatalog.Core.Licensing.Odrl.Writing;

/// <summary>Shortens names as far as any JSON-LD reader understands them, and notes which prefixes the context must declare.</summary>
internal sealed class Names
{
    private static readonly Dictionary<string, string> Declared = new(StringComparer.Ordinal) { ["ai"] = Iris.Profile, ["tdm"] = Ns.Tdm };
    private readonly SortedSet<string> used = new(StringComparer.Ordinal);

    /// <summary>The context of all names shortened so far.</summary>
    public string Context => used.Count == 0
        ? LdForm.Quote(LdContexts.Odrl)
        : $"[{LdForm.Quote(LdContexts.Odrl)},{{{string.Join(',', used.Select(p => $"{LdForm.Quote(p)}:{LdForm.Quote(Declared[p])}"))}}}]";

    /// <summary>A value in a position of the vocabulary: an action.</summary>
    public string Action(string iri) => LdForm.Quote(OdrlVocabulary.Default.Action(iri) is { Bare: true } ? iri[Iris.Odrl.Length..] : Prefixed(iri));

    /// <summary>A left operand.</summary>
    public string LeftOperand(string iri) => LdForm.Quote(OdrlVocabulary.Default.LeftOperand(iri) is { Bare: true } ? iri[Iris.Odrl.Length..] : Prefixed(iri));

    /// <summary>An operator; the published context long had another meaning for <c>neq</c>, so it is written with its prefix.</summary>
    public static string OperatorName(Operator comparator) => LdForm.Quote((comparator == Operator.Neq ? "odrl:" : "") + Operators.Name(comparator));

    /// <summary>A property.</summary>
    public string Property(string iri) => Prefixed(iri);

    private string Prefixed(string iri)
    {
        foreach ((string prefix, string start) in LdContexts.StandardPrefixes)
        {
            if (Local(iri, start) is { } local) return $"{prefix}:{local}";
        }

        foreach ((string prefix, string start) in Declared)
        {
            if (Local(iri, start) is not { } local) continue;
            used.Add(prefix);
            return $"{prefix}:{local}";
        }

        return iri;
    }

    // Only a plain local name: anything else might be read as something else.
    private static string? Local(string iri, string start) =>
        iri.StartsWith(start, StringComparison.Ordinal) && iri.Length > start.Length && iri.AsSpan(start.Length).IndexOfAnyExcept(LocalCharacters) < 0 ? iri[start.Length..] : null;

    private static readonly System.Buffers.SearchValues<char> LocalCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}
