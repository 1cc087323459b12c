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
    public static FactSet Facts(IEnumerable<Comparison> told, Memberships memberships)
    {
        FactSet facts = FactSet.Empty;
        foreach (IGrouping<string, Comparison> operand in told.GroupBy(c => c.LeftOperand))
        {
            facts = facts.With(operand.Key, [.. operand.SelectMany(c => c.Right).Distinct()]);
            if (operand.Select(c => c.Unit).FirstOrDefault(u => u is not null) is { } unit) facts = facts.WithUnit(operand.Key, unit);
        }

        HashSet<string> values = facts.Known.SelectMany(k => facts[k]!).Select(v => v.Text).ToHashSet(StringComparer.Ordinal);
        foreach ((string member, IReadOnlyCollection<string> wholes) in Within(values, memberships)) facts = facts.WithWider(member, [.. wholes]);
        return facts;
    }

    /// <summary>Whether a constraint holds, with its parts.</summary>
    /// <param name="constraint">The constraint.</param>
    /// <param name="any">Of several values of a fact, whether one is enough.</param>
    public PremiseReport Evaluate(Constraint constraint, bool any) => constraint switch
    {
        LogicalConstraint logical => Join(logical, [.. logical.Operands.Select(o => Evaluate(o, any))]),
        Comparison comparison => Compare(comparison, any),
        _ => throw new ArgumentException("Constraints are comparisons or logical.", nameof(constraint)),
    };

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
            // No value is none of any list; and a class is no instance of itself.
            Operator.IsNoneOf when left.Count == 0 => true,
            Operator.IsA when !comparison.ByReference => left.Any(given => comparison.Right.Any(wanted => facts.IsWithin(given.Text, wanted.Text))),
            _ => premise.Satisfaction == Satisfaction.Yes,
        };
        return new PremiseReport("ConstraintReport", holds) { Constraint = comparison, Left = left };
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
