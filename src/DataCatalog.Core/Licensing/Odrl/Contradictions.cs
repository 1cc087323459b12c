using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.Odrl;

/// <summary>Two rules of one policy that would permit and prohibit the same.</summary>
/// <param name="Permission">The permission.</param>
/// <param name="PermissionPath">Where it stands, as in <c>/permission/0</c>.</param>
/// <param name="Prohibition">The prohibition.</param>
/// <param name="ProhibitionPath">Where it stands, as in <c>/prohibition/0</c>.</param>
public sealed record Contradiction(Rule Permission, string PermissionPath, Rule Prohibition, string ProhibitionPath);

/// <summary>Finds rules that contradict one another in a policy that does not say which wins: by ODRL's default (section 2.10) such a policy is invalid.</summary>
public static class Contradictions
{
    /// <summary>Pairs that are looked at; a policy with more must name its conflict strategy.</summary>
    public const int MostPairs = 1_000_000;

    /// <summary>Pairs of a permission and a prohibition that can both apply to one use; none where the policy names its conflict strategy, or where their constraints cannot hold together.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="most">How many to find at most.</param>
    /// <exception cref="DomainException"><c>odrl-invalid</c> where there are more than <see cref="MostPairs"/> pairs to look at.</exception>
    public static IReadOnlyList<Contradiction> Of(Policy policy, int most = 10)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (policy.Conflict is not null) return [];
        OdrlVocabulary vocabulary = OdrlVocabulary.Default.For(policy);
        List<(Rule Rule, string Path)> permissions = Numbered(policy, RuleKind.Permission, "permission");
        List<(Rule Rule, string Path)> prohibitions = Numbered(policy, RuleKind.Prohibition, "prohibition");
        var found = new List<Contradiction>();
        if ((long)permissions.Count * prohibitions.Count > MostPairs)
        {
            throw new DomainException(LicensingErrors.OdrlInvalid, null, "/conflict", $"with more than {MostPairs} pairs of a permission and a prohibition it must say which wins: perm or prohibit");
        }

        foreach ((Rule permission, string path) in permissions)
        {
            foreach ((Rule prohibition, string other) in prohibitions)
            {
                if (found.Count == most) return found;
                if (Meet(permission, prohibition, vocabulary)) found.Add(new Contradiction(permission, path, prohibition, other));
            }
        }

        return found;
    }

    private static List<(Rule Rule, string Path)> Numbered(Policy policy, RuleKind kind, string name) =>
        [.. policy.Rules.Where(r => r.Kind == kind).Select((rule, index) => (rule, $"/{name}/{index}"))];

    private static bool Meet(Rule permission, Rule prohibition, OdrlVocabulary vocabulary) =>
        ActionsMeet(permission.Actions, prohibition.Actions, vocabulary)
        && SubjectsMeet(permission.Targets, prohibition.Targets)
        && SubjectsMeet(permission.Assignees, prohibition.Assignees)
        && Overlap.Possible([.. permission.Constraints, .. prohibition.Constraints]);

    private static bool ActionsMeet(IReadOnlyList<RuleAction> some, IReadOnlyList<RuleAction> others, OdrlVocabulary vocabulary) =>
        some.Count == 0 || others.Count == 0 || some.Any(one => others.Any(other =>
            (vocabulary.Includes(one.Iri, other.Iri) || vocabulary.Includes(other.Iri, one.Iri)) && Overlap.Possible([.. one.Refinements, .. other.Refinements])));

    // Collections may have members in common; which, the policy does not say.
    private static bool SubjectsMeet(IReadOnlyList<Subject> some, IReadOnlyList<Subject> others) =>
        some.Count == 0 || others.Count == 0 || some.Any(one => others.Any(other =>
            (one.Collection || other.Collection || one.Iri is null || one.Iri == other.Iri) && Overlap.Possible([.. one.Refinements, .. other.Refinements])));
}
