using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>Finds what would make an answer a yes: for each permission that could reach it, what it lacks, and what would lift the prohibitions in its way.</summary>
internal static class WayFinder
{
    /// <summary>At most so many are told.</summary>
    public const int Most = 100;

    private static readonly Way[] Amend = [new Way(WayKind.AmendTerms, null, [])], Ask = [new Way(WayKind.AskForRight, null, [])];

    /// <summary>The ways, shortest first; where there is none, to get a right, or where something prohibits it, to amend the terms.</summary>
    public static IReadOnlyList<Way> Find(Decision decision)
    {
        if (decision.Verdict == Verdict.Permitted) return [];
        List<RuleReason> prohibitions = [.. decision.Reasons.Where(r => r.Rule.Kind == RuleKind.Prohibition && r.InForce && r.Outcome != Satisfaction.No)];
        var ways = new List<Way>();
        foreach (RuleReason permission in decision.Reasons.Where(r => r.Rule.Kind == RuleKind.Permission))
        {
            if (Through(permission, prohibitions) is { } way) ways.Add(way);
            if (ways.Count == Most) break;
        }

        return ways.Count == 0 ? (decision.Verdict is Verdict.NotPermitted or Verdict.NotInForce ? Ask : Amend) : [.. ways.OrderBy(w => w.Premises.Count)];
    }

    private static Way? Through(RuleReason permission, List<RuleReason> prohibitions)
    {
        var premises = new List<Premise>();
        foreach (Premise premise in permission.Premises.Where(p => p.Satisfaction != Satisfaction.Yes))
        {
            if (!CanChange(premise)) return null;
            premises.Add(premise);
        }

        RuleReason reason = permission;
        bool plan = premises.Exists(p => p.Satisfaction == Satisfaction.No || p.Kind == PremiseKind.Duty);
        bool term = !permission.InForce || premises.Exists(p => p.Satisfaction == Satisfaction.No && IsTime(p));
        foreach (RuleReason prohibition in prohibitions.Where(p => Blocks(p, permission)))
        {
            List<Premise> held = [.. prohibition.Premises.Where(CanChange)];
            if (held.Count == 0) return null;
            plan |= prohibition.Outcome == Satisfaction.Yes;
            term |= held.TrueForAll(IsTime);
            if (permission is { InForce: true, Outcome: Satisfaction.Yes }) reason = prohibition;
            premises.AddRange(held);
        }

        return new Way(term ? WayKind.AskWithinTerm : plan ? WayKind.MeetPremises : WayKind.GiveFacts, reason, premises);
    }

    // Who asks, and for which dataset, is the question itself; their refinements are facts.
    private static bool CanChange(Premise premise) => premise.Kind is PremiseKind.Constraint or PremiseKind.Duty or PremiseKind.Right || premise.Parts.Count > 0;

    private static bool IsTime(Premise premise) => premise.Constraint is Comparison { LeftOperand: Iris.Odrl + "dateTime" }
        || (premise.Parts.Count > 0 && premise.Parts.All(IsTime));

    private static bool Blocks(RuleReason prohibition, RuleReason permission) =>
        prohibition.Layer.Kind > permission.Layer.Kind
        || (prohibition.Layer.Kind == permission.Layer.Kind
            && !(ReferenceEquals(prohibition.Layer, permission.Layer) && permission.Layer.Terms.Policy.Conflict == ConflictStrategy.Permit));
}
