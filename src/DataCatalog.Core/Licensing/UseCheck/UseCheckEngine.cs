namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>Decides by terms: a pure function, without clock or database.</summary>
public static class UseCheckEngine
{
    /// <summary>Answers a question by the layers that cover its dataset for its asker.</summary>
    public static Decision Decide(UseQuestion question, IReadOnlyList<Layer> layers)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(layers);
        var @case = new Case(question, layers, explained: true);
        return new Decision
        {
            Verdict = @case.Verdict,
            DecidedBy = @case.DecidedBy(),
            HoldsUntil = Timeline.NextChange(@case) is { } ticks ? new DateTimeOffset(Math.Min(ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero) : null,
            Reasons = Reasons.Of(@case),
            Duties = Owed.By(@case),
        };
    }

    /// <summary>The verdict alone, for where many are counted and none is explained.</summary>
    public static Verdict VerdictOf(UseQuestion question, IReadOnlyList<Layer> layers)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(layers);
        return new Case(question, layers, explained: false).Verdict;
    }
}
