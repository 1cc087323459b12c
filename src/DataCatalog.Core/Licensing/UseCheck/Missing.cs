using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>Finds the facts that are missing.</summary>
internal static class Missing
{
    /// <summary>Facts that would settle an undetermined answer.</summary>
    public static IReadOnlyList<string> Of(Decision decision)
    {
        if (decision.Verdict != Verdict.Undetermined) return [];
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (RuleReason reason in decision.Reasons)
        {
            if (reason is { Counted: true, Outcome: Satisfaction.Unknown }) Add(missing, reason.Premises);
        }

        return [.. missing];
    }

    private static void Add(SortedSet<string> missing, IReadOnlyList<Premise> premises)
    {
        foreach (Premise premise in premises)
        {
            if (premise.Satisfaction != Satisfaction.Unknown) continue;
            if (premise.Constraint is Comparison comparison) Add(missing, comparison);
            if (premise.Kind == PremiseKind.Right) missing.Add(Iris.Odrl + "product");
            if (premise.Duty is { } duty) missing.UnionWith(duty.Actions.Select(a => a.Iri));
            Add(missing, premise.Parts);
        }
    }

    // What a reference stands for is missing as well as, or instead of, what is compared with it.
    private static void Add(SortedSet<string> missing, Comparison comparison)
    {
        missing.Add(comparison.LeftOperand);
        if (comparison.ByReference) missing.UnionWith(comparison.Right.Select(r => r.Text));
    }
}
