using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck.Constraints;

/// <summary>A constraint on <c>dateTime</c>: the instant asked about, against instants and whole days.</summary>
internal sealed class TimeConstraint : CompiledConstraint
{
    private readonly Operator comparison;
    private readonly Span[] required;
    private readonly bool comparable;

    public TimeConstraint(Comparison source)
        : base(source)
    {
        comparison = source.Operator;
        required = [.. source.Right.Select(r => Span.Of(r)).OfType<Span>()];
        comparable = required.Length > 0 && required.Length == source.Right.Count;
    }

    public override Satisfaction Evaluate(Known known, bool any)
    {
        if (!comparable) return Satisfaction.Unknown;
        var now = Span.At(known.At);
        bool every = comparison is Operator.Neq or Operator.IsNoneOf or Operator.IsAllOf or Operator.HasPart;
        foreach (Span span in required)
        {
            bool holds = Holds(now, span);
            if (holds != every) return Kleene.Of(holds);
        }

        return Kleene.Of(every);
    }

    public override Premise Explain(Known known, bool any) =>
        new(PremiseKind.Constraint, Evaluate(known, any)) { Constraint = Source, Given = known.Now };

    public override void AddBoundaries(ICollection<long> ticks)
    {
        foreach (Span span in required)
        {
            if (comparison is not (Operator.Gt or Operator.Lteq)) ticks.Add(span.From);
            if (comparison is not (Operator.Lt or Operator.Gteq)) ticks.Add(span.Until);
        }
    }

    // An instant is either side of a bound, never in part, so these are never unknown.
    private bool Holds(Span now, Span span) => comparison switch
    {
        Operator.Lt => now.Before(span) == Satisfaction.Yes,
        Operator.Gteq => now.Before(span) == Satisfaction.No,
        Operator.Lteq => now.NotAfter(span) == Satisfaction.Yes,
        Operator.Gt => now.NotAfter(span) == Satisfaction.No,
        Operator.Neq or Operator.IsNoneOf => now.Within(span) == Satisfaction.No,
        Operator.HasPart => span == now,
        _ => now.Within(span) == Satisfaction.Yes,
    };
}
