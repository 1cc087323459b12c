namespace DataCatalog.Core.Licensing.Odrl;

/// <summary>Whether constraints can hold together, as far as the plain ones among them tell: time spans, numbers and lists of names of one left operand.</summary>
internal static class Overlap
{
    /// <summary>False only where they surely cannot hold together.</summary>
    public static bool Possible(IReadOnlyList<Constraint> constraints)
    {
        List<Comparison> plain = [.. constraints.SelectMany(Plain)];
        return plain.GroupBy(c => c.LeftOperand).All(g => Ordered([.. g]) && Named([.. g]));
    }

    private static IEnumerable<Comparison> Plain(Constraint constraint) => constraint switch
    {
        Comparison { ByReference: false } comparison => [comparison],
        LogicalConstraint { Connective: Connective.And or Connective.AndSequence } all => all.Operands.SelectMany(Plain),
        _ => [],
    };

    private static bool Ordered(IReadOnlyList<Comparison> comparisons)
    {
        decimal low = decimal.MinValue;
        decimal high = decimal.MaxValue;
        foreach (Comparison comparison in comparisons)
        {
            if (comparison.Right is not [var right] || Span(right) is not { } span || Units(comparisons) > 1) continue;
            switch (comparison.Operator)
            {
                case Operator.Eq: (low, high) = (Math.Max(low, span.First), Math.Min(high, span.Last)); break;
                case Operator.Lt: high = Math.Min(high, span.First - 1); break;
                case Operator.Lteq: high = Math.Min(high, span.Last); break;
                case Operator.Gt: low = Math.Max(low, span.Last + 1); break;
                case Operator.Gteq: low = Math.Max(low, span.First); break;
                default: break;
            }
        }

        return low <= high;
    }

    private static int Units(IReadOnlyList<Comparison> comparisons) => comparisons.Select(c => c.Unit).Distinct().Count();

    // Instants in ticks, numbers in billionths: fine enough that strictly less is one less.
    private static (decimal First, decimal Last)? Span(Value value) => value.Type switch
    {
        ValueType.Instant => (value.Instant.UtcTicks, value.Instant.UtcTicks),
        ValueType.Day => (value.Instant.UtcTicks, value.Instant.UtcTicks + TimeSpan.TicksPerDay - 1),
        ValueType.Number when Math.Abs(value.Number) < 1e15m => (value.Number * 1e9m, value.Number * 1e9m),
        _ => null,
    };

    // Of a fact with one value; whoever has several is told by the engine.
    private static bool Named(IReadOnlyList<Comparison> comparisons)
    {
        List<HashSet<string>> allowed = [.. comparisons.Where(c => c.Operator is Operator.Eq or Operator.IsAnyOf && IsNamed(c)).Select(Names)];
        if (allowed.Count == 0) return true;
        HashSet<string> left = allowed.Aggregate((a, b) => [.. a.Intersect(b)]);
        foreach (Comparison comparison in comparisons.Where(c => c.Operator is Operator.Neq or Operator.IsNoneOf && IsNamed(c))) left.ExceptWith(comparison.Right.Select(v => v.Text));
        return left.Count > 0;
    }

    private static HashSet<string> Names(Comparison comparison) => comparison.Right.Select(v => v.Text).ToHashSet(StringComparer.Ordinal);

    private static bool IsNamed(Comparison comparison) => comparison.Right.All(v => v.Type is ValueType.Text or ValueType.Iri);
}
