using System.Diagnostics;
using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck.Constraints;

/// <summary>A constraint made ready to be held against facts.</summary>
/// <param name="source">What was written.</param>
internal abstract class CompiledConstraint(Constraint source)
{
    /// <summary>How deep logical constraints may lie in one another.</summary>
    public const int MostLevels = 100;

    /// <summary>What was written.</summary>
    public Constraint Source { get; } = source;

    /// <summary>Whether it holds.</summary>
    /// <param name="known">The facts.</param>
    /// <param name="any">Of facts with several values, or a value that has parts: whether one that meets the constraint is enough (a prohibition's), or each must (a permission's).</param>
    public abstract Satisfaction Evaluate(Known known, bool any);

    /// <summary>The same with the reasons.</summary>
    public abstract Premise Explain(Known known, bool any);

    /// <summary>Adds the instants, in UTC ticks, at which the answer may become another by the passing of time alone.</summary>
    public virtual void AddBoundaries(ICollection<long> ticks) { }

    /// <summary>Makes a constraint ready.</summary>
    /// <param name="constraint">The constraint.</param>
    /// <param name="includes">Whether a term (first) includes another (second) in the vocabulary.</param>
    /// <param name="level">How deep it lies in others.</param>
    /// <exception cref="Common.DomainException"><c>odrl-invalid</c> where logical constraints lie deeper than <see cref="MostLevels"/>.</exception>
    public static CompiledConstraint Of(Constraint constraint, Func<string, string, bool> includes, int level = 0)
    {
        if (level > MostLevels) throw new Common.DomainException(LicensingErrors.OdrlInvalid, null, "constraint", $"logical constraints lie more than {MostLevels} levels deep");
        return constraint switch
        {
            Comparison { LeftOperand: Iris.Odrl + "dateTime", ByReference: false } comparison => new TimeConstraint(comparison),
            Comparison comparison => new FactConstraint(comparison, includes),
            LogicalConstraint logical => new JoinedConstraint(logical, [.. logical.Operands.Select(o => Of(o, includes, level + 1))]),
            _ => throw new UnreachableException(),
        };
    }
}
