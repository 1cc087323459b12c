using System.Collections.Concurrent;
using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>A policy made ready to decide by: once for each version of terms, for any number of questions, from any thread.</summary>
public sealed class CompiledTerms
{
    private const int MostActionsKept = 256;

    private readonly Dictionary<string, List<int>> byAction = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, AddressIndex<CompiledRule>> asked = new(StringComparer.Ordinal);
    private readonly CompiledRule[] rules;

    private CompiledTerms(Policy policy, Func<string, string, bool> includes)
    {
        (Policy, Includes) = (policy, includes);
        rules = [.. Numbered(RuleKind.Permission, "permission").Concat(Numbered(RuleKind.Prohibition, "prohibition"))];
        for (int i = 0; i < rules.Length; i++)
        {
            foreach (string action in rules[i].Rule.Actions.Select(a => a.Iri).Distinct(StringComparer.Ordinal)) Add(action, i);
        }

        Obligations = new AddressIndex<CompiledDuty>([.. policy.Rules.Where(r => r.Kind == RuleKind.Duty).Select(r => new CompiledDuty(r, includes))]);
    }

    /// <summary>What was compiled.</summary>
    public Policy Policy { get; }

    /// <summary>Whether a term (first) is or includes another (second).</summary>
    internal Func<string, string, bool> Includes { get; }

    /// <summary>The policy's obligations.</summary>
    internal AddressIndex<CompiledDuty> Obligations { get; }

    /// <summary>Compiles a policy whose inheritance is resolved.</summary>
    /// <exception cref="Common.DomainException"><c>odrl-invalid</c> where logical constraints lie too deep.</exception>
    public static CompiledTerms Compile(Policy policy) => Compile(policy, OdrlVocabulary.Default.For(policy).Includes);

    /// <summary>Compiles a policy whose inheritance is resolved, by a vocabulary of one's own.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="includes">Whether a term (first) is or includes another (second); of actions, and of values that <c>isA</c> and <c>isPartOf</c> compare.</param>
    /// <exception cref="Common.DomainException"><c>odrl-invalid</c> where logical constraints lie too deep.</exception>
    public static CompiledTerms Compile(Policy policy, Func<string, string, bool> includes)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(includes);
        return new CompiledTerms(policy, includes);
    }

    /// <summary>The permissions and prohibitions of an action, or of one that includes it.</summary>
    internal AddressIndex<CompiledRule> About(string action)
    {
        if (asked.TryGetValue(action, out AddressIndex<CompiledRule>? known)) return known;
        var found = new SortedSet<int>();
        foreach ((string general, List<int> places) in byAction)
        {
            if (general == action || Includes(general, action)) found.UnionWith(places);
        }

        var index = new AddressIndex<CompiledRule>([.. found.Select(i => rules[i])]);
        if (asked.Count < MostActionsKept) asked.TryAdd(action, index);
        return index;
    }

    private IEnumerable<CompiledRule> Numbered(RuleKind kind, string name) =>
        Policy.Rules.Where(r => r.Kind == kind).Select((r, i) => new CompiledRule(r, $"/{name}/{i}", Includes));

    private void Add(string action, int at)
    {
        if (!byAction.TryGetValue(action, out List<int>? places)) byAction.Add(action, places = []);
        places.Add(at);
    }
}
