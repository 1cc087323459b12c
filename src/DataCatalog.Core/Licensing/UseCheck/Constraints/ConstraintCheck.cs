using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck.Constraints;

/// <summary>Holds one constraint against facts, by the same rules as the use-check.</summary>
public static class ConstraintCheck
{
    /// <summary>Whether a constraint holds.</summary>
    /// <param name="constraint">The constraint.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="at">The value of <c>dateTime</c>.</param>
    /// <param name="any">Of facts with several values: whether one that meets the constraint is enough, as for a prohibition; else each must, as for a permission.</param>
    /// <exception cref="Common.DomainException"><c>odrl-invalid</c> where logical constraints lie too deep.</exception>
    public static Satisfaction Evaluate(Constraint constraint, FactSet facts, DateTimeOffset at, bool any = false) => Explain(constraint, facts, at, any).Satisfaction;

    /// <summary>The same with the reasons.</summary>
    /// <inheritdoc cref="Evaluate"/>
    public static Premise Explain(Constraint constraint, FactSet facts, DateTimeOffset at, bool any = false)
    {
        ArgumentNullException.ThrowIfNull(constraint);
        ArgumentNullException.ThrowIfNull(facts);
        return CompiledConstraint.Of(constraint, OdrlVocabulary.Default.Includes).Explain(new Known(facts, at.UtcTicks), any);
    }
}
