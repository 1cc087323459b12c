using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Core.Licensing.UseCheck.Constraints;

namespace DataCatalog.Interop.Odrl;

/// <summary>Holds constraints against a state of the world by the use-check's comparisons, with two values: what is not known does not hold.</summary>
/// <param name="facts">What is known.</param>
/// <param name="now">The current time.</param>
internal sealed class ConstraintEvaluator(FactSet facts, DateTimeOffset now)
{
    /// <summary>What the request and the state of the world say, as facts.</summary>
    /// <param name="told">What they say; only what names values is a fact: <c>neq</c> and <c>gt</c> tell what a value is not.</param>
    /// <param name="memberships">What values are parts or instances of.</param>
    public static FactSet Facts(IEnumerable<Constraint> told, Memberships memberships)
    {
        FactSet facts = FactSet.Empty;
        foreach (IGrouping<string, Comparison> operand in told.SelectMany(Told).GroupBy(c => c.LeftOperand))
        {
            facts = facts.With(operand.Key, [.. operand.SelectMany(c => c.Right).Distinct()]);
            if (operand.Select(c => c.Unit).FirstOrDefault(u => u is not null) is { } unit) facts = facts.WithUnit(operand.Key, unit);
        }

        HashSet<string> values = facts.Known.SelectMany(k => facts[k]!).Select(v => v.Text).ToHashSet(StringComparer.Ordinal);
        foreach ((string member, IReadOnlyCollection<string> wholes) in Within(values, memberships)) facts = facts.WithWider(member, [.. wholes]);
        return facts;
    }

    private static IEnumerable<Comparison> Told(Constraint constraint) => constraint switch
    {
        LogicalConstraint { Connective: Connective.And or Connective.AndSequence } all => all.Operands.SelectMany(Told),
        Comparison { ByReference: false, Operator: Operator.Eq or Operator.IsAnyOf or Operator.IsAllOf or Operator.IsA } comparison => [comparison],
        _ => [],
    };

    /// <summary>Whether a constraint holds, with its parts.</summary>
    /// <param name="constraint">The constraint.</param>
    /// <param name="any">Of several values of a fact, whether one is enough.</param>
    public PremiseReport Evaluate(Constraint constraint, bool any) => constraint switch
    {
        LogicalConstraint logical => Join(logical, [.. logical.Operands.Select(o => Evaluate(o, any))]),
        Comparison comparison => Compare(comparison, any),
        UnreadConstraint => new PremiseReport("ConstraintReport", false) { Constraint = constraint },
        _ => throw new ArgumentException("Constraints are comparisons, logical or unread.", nameof(constraint)),
    };

    /// <summary>Whether a constraint does not hold and the passing of time cannot make it hold: a deadline that is over.</summary>
    public bool IsOver(Constraint constraint) => constraint switch
    {
        LogicalConstraint { Connective: Connective.And or Connective.AndSequence } all => all.Operands.Any(IsOver),
        LogicalConstraint any => any.Operands.All(IsOver),
        Comparison { LeftOperand: Iris.Odrl + "dateTime", Operator: Operator.Lt or Operator.Lteq } deadline => IsPast(deadline),
        Comparison { LeftOperand: Iris.Odrl + "dateTime", Operator: Operator.Eq or Operator.IsAnyOf or Operator.IsPartOf or Operator.IsA } moment => IsPast(moment with { Operator = Operator.Lteq }),
        _ => false,
    };

    // What cannot be compared is not over.
    private bool IsPast(Comparison deadline) => ConstraintCheck.Explain(deadline, facts, now, any: false).Satisfaction == Satisfaction.No;

    private static PremiseReport Join(LogicalConstraint logical, IReadOnlyList<PremiseReport> parts)
    {
        int satisfied = parts.Count(p => p.Satisfied);
        bool holds = logical.Connective switch
        {
            Connective.Or => satisfied > 0,
            Connective.Xone => satisfied == 1,
            _ => satisfied == parts.Count,
        };
        return new PremiseReport("ConstraintReport", holds) { Constraint = logical, Parts = parts };
    }

    private PremiseReport Compare(Comparison comparison, bool any)
    {
        Premise premise = ConstraintCheck.Explain(comparison, facts, now, any);
        IReadOnlyList<Value> left = premise.Given ?? [];
        bool holds = comparison.Operator switch
        {
            // As the suite's own evaluator has it: no value is none of any list, and a class is no instance of itself.
            Operator.IsNoneOf when left.Count == 0 && !comparison.ByReference => true,
            Operator.IsA when !comparison.ByReference && comparison.LeftOperand != Iris.Odrl + "dateTime" => IsInstance(left, comparison, any),
            _ => premise.Satisfaction == Satisfaction.Yes,
        };
        return new PremiseReport("ConstraintReport", holds) { Constraint = comparison, Left = left };
    }

    private bool IsInstance(IReadOnlyList<Value> given, Comparison wanted, bool any)
    {
        bool Is(Value value) => wanted.Right.Any(w => facts.IsWithin(value.Text, w.Text));
        return given.Count > 0 && (any ? given.Any(Is) : given.All(Is));
    }

    // Only what leads up from the values that are asked about: a state of the world may have thousands of members.
    private static IEnumerable<(string Member, IReadOnlyCollection<string> Wholes)> Within(HashSet<string> values, Memberships memberships)
    {
        Dictionary<string, IReadOnlyCollection<string>> all = memberships.All.ToDictionary(m => m.Member, m => m.Wholes, StringComparer.Ordinal);
        var open = new Queue<string>(values);
        while (open.TryDequeue(out string? next))
        {
            if (!all.TryGetValue(next, out IReadOnlyCollection<string>? wholes)) continue;
            yield return (next, wholes);
            foreach (string whole in wholes)
            {
                if (values.Add(whole)) open.Enqueue(whole);
            }
        }
    }
}
