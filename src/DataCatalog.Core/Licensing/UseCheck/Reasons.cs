using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>Tells what became of each rule.</summary>
internal static class Reasons
{
    /// <summary>Every rule of a case, layer by layer in the order given.</summary>
    public static RuleReason[] Of(Case @case)
    {
        int count = 0;
        foreach (Heard layer in @case.Layers) count += layer.Rules.Length;
        if (count == 0) return [];
        var reasons = new RuleReason[count];
        int at = 0;
        foreach (Heard layer in @case.Layers)
        {
            bool inForce = layer.HoldsAt(@case.Known.At);
            bool heard = inForce && layer.Layer.Kind >= @case.Ruling.Lowest;
            for (int i = 0; i < layer.Rules.Length; i++)
            {
                CompiledRule rule = layer.Rules[i];
                reasons[at++] = new RuleReason(layer.Layer, rule.Rule, rule.Path, layer.Outcomes[i], layer.Premises[i])
                {
                    InForce = inForce,
                    Counted = heard && !Lost(@case, layer, rule, layer.Outcomes[i]),
                };
            }
        }

        return reasons;
    }

    /// <summary>Whether a rule that holds, or may, gave way in a conflict.</summary>
    private static bool Lost(Case @case, Heard layer, CompiledRule rule, Satisfaction outcome)
    {
        if (outcome == Satisfaction.No) return false;
        if (rule.IsPermission) return @case.Ruling.Outcomes == Outcomes.Prohibited;
        return layer.Layer.Terms.Policy.Conflict == ConflictStrategy.Permit && layer.Tally.Permission == Satisfaction.Yes;
    }
}
