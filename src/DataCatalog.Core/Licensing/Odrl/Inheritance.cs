using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.Odrl;

/// <summary>Resolves what a policy inherits (ODRL 2.2, section 2.9): all rules of its parents, and theirs, become its own.</summary>
public static class Inheritance
{
    /// <summary>The policy with its inherited rules and nothing left to inherit. Its own conflict strategy stands, else the one its parents agree on.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="find">Finds a policy by its IRI.</param>
    /// <param name="field">Input field, for refusals.</param>
    /// <exception cref="DomainException"><c>odrl-invalid</c> where a parent is missing, policies inherit from one another in a circle, or there are too many.</exception>
    public static Policy Resolve(Policy policy, Func<string, Policy?> find, string field = "")
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (policy.InheritFrom.Count == 0) return policy;
        var line = new List<string>();
        var order = new List<Policy>();
        Collect(policy, find, field, line, order);
        List<Rule> rules = [.. order.SelectMany(p => p.Rules)];
        if (rules.Count > PolicyLimits.MostRules) throw Invalid(field, $"it inherits to more than {PolicyLimits.MostRules} rules");
        if (rules.Count == 0) throw Invalid(field, "neither it nor what it inherits from has a rule");
        List<ConflictStrategy?> strategies = [.. order.Skip(1).Select(p => p.Conflict).Distinct()];
        return policy with
        {
            Rules = rules,
            InheritFrom = [],
            Conflict = policy.Conflict ?? (strategies is [var agreed] ? agreed : null),
            Profiles = [.. order.SelectMany(p => p.Profiles).Distinct(StringComparer.Ordinal)],
            DeclaredActions = [.. order.SelectMany(p => p.DeclaredActions).DistinctBy(a => a.Iri)],
        };
    }

    // Each ancestor once, however many ways lead to it.
    private static void Collect(Policy policy, Func<string, Policy?> find, string field, List<string> line, List<Policy> order)
    {
        if (line.Contains(policy.Uid)) throw Invalid(field, $"the policies inherit from one another in a circle: {string.Join(" → ", line.SkipWhile(u => u != policy.Uid).Append(policy.Uid))}");
        if (order.Any(p => p.Uid == policy.Uid)) return;
        if (order.Count > PolicyLimits.MostAncestors) throw Invalid(field, $"it inherits from more than {PolicyLimits.MostAncestors} policies");
        order.Add(policy);
        line.Add(policy.Uid);
        foreach (string parent in policy.InheritFrom)
        {
            Collect(find(parent) ?? throw Invalid(field, $"the policy {parent} is not here; send it in the same document"), find, field, line, order);
        }

        line.RemoveAt(line.Count - 1);
    }

    private static DomainException Invalid(string field, string why) => new(LicensingErrors.OdrlInvalid, field + "/inheritFrom", "/inheritFrom", why);
}
