using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.Odrl;

/// <summary>The plain facts of a policy that search and alerts need.</summary>
/// <param name="PermittedActions">Short names of the permitted actions, sorted.</param>
/// <param name="Territories">ISO 3166-1 codes that permissions name as their limits, sorted; empty where none does.</param>
/// <param name="EndsOn">Last day on which any permission still holds, in Seoul's days; null where one is open-ended or none has an end.</param>
public sealed record PolicyFacts(IReadOnlyList<string> PermittedActions, IReadOnlyList<string> Territories, DateOnly? EndsOn)
{
    /// <summary>The facts of a policy.</summary>
    public static PolicyFacts Of(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        List<Rule> permissions = [.. policy.Rules.Where(r => r.Kind == RuleKind.Permission)];
        List<Reach> reaches = [.. permissions.Select(p => Reach.All(p.Constraints))];
        return new PolicyFacts(
            [.. permissions.SelectMany(p => p.Actions).Select(a => ShortName(a.Iri)).Distinct().Order(StringComparer.Ordinal)],
            [.. reaches.SelectMany(r => r.Places).Distinct().Order(StringComparer.Ordinal)],
            reaches.Exists(r => r.LastDay is null) ? null : reaches.Max(r => r.LastDay));
    }

    /// <summary>What follows the last of <c>/</c>, <c>#</c> and <c>:</c>.</summary>
    internal static string ShortName(string name) => name[(name.LastIndexOfAny(['/', '#', ':']) + 1)..];
}

/// <summary>How far the constraints of a rule let it reach: until which day, and in which territories.</summary>
/// <param name="LastDay">Last day on which it can hold; null where no constraint ends it.</param>
/// <param name="Places">ISO 3166-1 codes that it names; none where it names none.</param>
internal sealed record Reach(DateOnly? LastDay, IReadOnlyCollection<string> Places)
{
    private const long Seoul = 9 * TimeSpan.TicksPerHour;
    private static readonly Reach Unlimited = new(null, []);

    /// <summary>What constraints come to that must all hold: the earliest end counts.</summary>
    public static Reach All(IEnumerable<Constraint> constraints)
    {
        List<Reach> all = [.. constraints.Select(Of)];
        return new Reach(all.Min(p => p.LastDay), [.. all.SelectMany(p => p.Places).Distinct()]);
    }

    // One must hold: there is an end or a place only where each has one, and the latest end counts.
    private static Reach Any(IEnumerable<Constraint> constraints)
    {
        List<Reach> all = [.. constraints.Select(Of)];
        DateOnly? last = all.Exists(p => p.LastDay is null) ? null : all.Max(p => p.LastDay);
        return new Reach(last, all.Exists(p => p.Places.Count == 0) ? [] : [.. all.SelectMany(p => p.Places).Distinct()]);
    }

    private static Reach Of(Constraint constraint) => constraint switch
    {
        LogicalConstraint { Connective: Connective.And or Connective.AndSequence } all => All(all.Operands),
        LogicalConstraint any => Any(any.Operands),
        Comparison { ByReference: true } => Unlimited,
        Comparison { LeftOperand: Iris.Odrl + "dateTime", Operator: Operator.Lt or Operator.Lteq or Operator.Eq, Right: [var end, ..] } time => new Reach(Day(end, time.Operator == Operator.Lt), []),
        Comparison { LeftOperand: Iris.Odrl + "spatial", Operator: Operator.Eq or Operator.IsAnyOf or Operator.IsPartOf or Operator.IsA } space =>
            new Reach(null, [.. space.Right.Select(v => PolicyFacts.ShortName(v.Text)).Where(Vocabulary.IsTerritory)]),
        _ => Unlimited,
    };

    // The day is Seoul's: an instant before its midnight still belongs to the day that ends there.
    private static DateOnly? Day(Value end, bool before)
    {
        if (end.Type == ValueType.Day)
        {
            DateOnly day = DateOnly.ParseExact(end.Text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            return before ? DateOnly.FromDayNumber(Math.Max(0, day.DayNumber - 1)) : day;
        }

        if (end.Type != ValueType.Instant) return null;
        long ticks = end.Instant.UtcTicks + Seoul - (before ? 1 : 0);
        return DateOnly.FromDateTime(new DateTime(Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks)));
    }
}
