using System.Collections.Frozen;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.Odrl;

/// <summary>Which actions include which, worked out once.</summary>
internal static class Inclusions
{
    /// <summary>For each action all those that include it.</summary>
    /// <exception cref="DomainException"><c>odrl-invalid</c> where actions include one another in a circle.</exception>
    public static FrozenDictionary<string, FrozenSet<string>> Of(IReadOnlyDictionary<string, ActionTerm> actions)
    {
        Dictionary<string, List<string>> same = Same(actions.Values);
        var wider = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal);
        foreach (string action in actions.Keys) wider[action] = Above(action, actions, same);
        return wider.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // Being the same goes both ways, whichever of the two says so.
    private static Dictionary<string, List<string>> Same(IEnumerable<ActionTerm> actions)
    {
        var same = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach ((string one, string other) in actions.SelectMany(a => a.SameAs.Select(s => (a.Iri, s))))
        {
            Add(one, other);
            Add(other, one);
        }

        return same;

        void Add(string from, string to)
        {
            if (!same.TryGetValue(from, out List<string>? list)) same[from] = list = [];
            list.Add(to);
        }
    }

    private static FrozenSet<string> Above(string action, IReadOnlyDictionary<string, ActionTerm> actions, Dictionary<string, List<string>> same)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([action]);
        while (open.TryPop(out string? next))
        {
            foreach (string other in same.GetValueOrDefault(next, []))
            {
                if (other != action && reached.Add(other)) open.Push(other);
            }

            foreach (string parent in actions.TryGetValue(next, out ActionTerm? term) ? term.IncludedIn : [])
            {
                if (parent == action) throw new DomainException(LicensingErrors.OdrlInvalid, null, "includedIn", $"the action {action} would be included in itself");
                if (reached.Add(parent)) open.Push(parent);
            }
        }

        return reached.ToFrozenSet(StringComparer.Ordinal);
    }
}
