using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Published;

namespace DataCatalog.Core.Tests.Licensing.Published;

/// <summary>Reads a ready-made policy by hand: what its rules say to a plain question.</summary>
internal static class PolicyProbe
{
    /// <summary><c>yes</c>, <c>yes+attribute</c>, <c>no</c> (forbidden), <c>-</c> (nothing permits it) or <c>?</c> (it hangs on a fact that is not given).</summary>
    public static string Ask(Policy? policy, string action, string? purpose = null, string? release = null, string? member = null)
    {
        if (policy is null) return "-";
        Rule[] about = [.. policy.Rules.Where(r => r.Actions.Any(a => a.Iri == LicenceActions.Iri(action)) && (r.Assignees.Count == 0 || r.Assignees.Any(s => s.Iri == member)))];
        bool?[] forbids = [.. about.Where(r => r.Kind == RuleKind.Prohibition).Select(r => Holds(r, purpose, release))];
        if (forbids.Contains(true)) return "no";
        Rule[] permits = [.. about.Where(r => r.Kind == RuleKind.Permission)];
        Rule[] active = [.. permits.Where(r => Holds(r, purpose, release) == true)];
        if (active.Length > 0 && forbids.All(f => f == false)) return active.All(r => r.Duties.Count > 0) ? "yes+attribute" : "yes";
        return permits.Any(r => Holds(r, purpose, release) != false) ? "?" : "-";
    }

    private static bool? Holds(Rule rule, string? purpose, string? release)
    {
        bool?[] all = [.. rule.Constraints.Cast<Comparison>().Select(c => Holds(c, c.LeftOperand.EndsWith("purpose", StringComparison.Ordinal) ? purpose : release is null ? null : Iris.Licence(release)))];
        return all.Contains(false) ? false : all.Contains(null) ? null : true;
    }

    private static bool? Holds(Comparison constraint, string? given) => given is null ? null : constraint.Operator switch
    {
        Operator.Eq or Operator.IsAnyOf => constraint.Right.Any(v => v.Text == given),
        Operator.IsNoneOf => constraint.Right.All(v => v.Text != given),
        _ => throw new NotSupportedException(),
    };
}
