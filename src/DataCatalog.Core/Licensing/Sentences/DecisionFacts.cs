using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Licensing.Sentences;

/// <summary>What premises lack.</summary>
internal static class DecisionFacts
{
    /// <summary>Left operands of the comparisons that are unknown; a premise without parts counts whole.</summary>
    public static IEnumerable<string> Unknown(Premise premise)
    {
        if (premise.Parts.Count > 0) return premise.Parts.SelectMany(Unknown);
        if (premise.Satisfaction != Satisfaction.Unknown) return [];
        if (premise.Kind == PremiseKind.Right) return [Iris.Odrl + "product"];
        return premise.Duty is { } duty ? duty.Actions.Select(a => a.Iri) : premise.Constraint is { } constraint ? Operands(constraint) : [];
    }

    /// <summary>Of premises that must all hold, each; of alternatives, the whole.</summary>
    public static IEnumerable<Premise> Leaves(Premise premise) =>
        premise.Parts.Count == 0 || premise.Constraint is LogicalConstraint { Connective: Connective.Or or Connective.Xone }
            ? [premise]
            : premise.Parts.Where(p => p.Satisfaction != Satisfaction.Yes).SelectMany(Leaves);

    private static IEnumerable<string> Operands(Constraint constraint) => constraint switch
    {
        Comparison comparison => [comparison.LeftOperand],
        LogicalConstraint logical => logical.Operands.SelectMany(Operands),
        _ => [],
    };
}
