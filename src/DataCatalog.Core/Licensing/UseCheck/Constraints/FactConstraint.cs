using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck.Constraints;

/// <summary>A constraint on a fact.</summary>
internal sealed class FactConstraint : CompiledConstraint
{
    private readonly Comparison source;
    private readonly Func<string, string, bool> includes;
    private readonly ValueKind kind;
    private readonly IReadOnlyList<Value>? status;

    public FactConstraint(Comparison source, Func<string, string, bool> includes)
        : base(source)
    {
        this.source = source;
        this.includes = includes;
        kind = ValueKind.For(source.LeftOperand, source.Right, includes);
        status = source.Status is { } value ? [value] : null;
    }

    public override Satisfaction Evaluate(Known known, bool any) => Evaluate(Given(known), known, any);

    public override Premise Explain(Known known, bool any)
    {
        IReadOnlyList<Value>? given = Given(known);
        return new Premise(PremiseKind.Constraint, Evaluate(given, known, any)) { Constraint = Source, Given = given };
    }

    private IReadOnlyList<Value>? Given(Known known) => known.Facts[source.LeftOperand] is { Count: > 0 } given ? given : status;

    private Satisfaction Evaluate(IReadOnlyList<Value>? given, Known known, bool any)
    {
        if (given is null || !SameUnit(known.Facts)) return Satisfaction.Unknown;
        if (!source.ByReference) return source.Right.Count == 0 ? Satisfaction.Unknown : new Test(source.Operator, kind, known.Facts, any).Evaluate(given, source.Right);
        return Resolve(known.Facts) is { } required
            ? new Test(source.Operator, ValueKind.For(source.LeftOperand, required, includes), known.Facts, any).Evaluate(given, required)
            : Satisfaction.Unknown;
    }

    // A fact without a unit is given in the constraint's; two different units are not compared.
    private bool SameUnit(FactSet facts) =>
        source.Unit is null || facts.UnitOf(source.LeftOperand) is not { } unit || string.Equals(unit, source.Unit, StringComparison.Ordinal);

    // What a reference stands for is a fact by the reference's IRI.
    private List<Value>? Resolve(FactSet facts)
    {
        var values = new List<Value>();
        foreach (Value reference in source.Right)
        {
            if (facts[reference.Text] is not { Count: > 0 } found) return null;
            values.AddRange(found);
        }

        return values.Count == 0 ? null : values;
    }
}
