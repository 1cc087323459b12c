namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>Tells what stops being permitted if terms end: a pure function.</summary>
public static class ExpiryImpact
{
    /// <summary>The permitted answers that stop.</summary>
    /// <param name="questions">What is asked, each from its own instant on.</param>
    /// <param name="ends">Which layers end: those of an agreement, for one.</param>
    /// <param name="end">First instant at which they hold no longer.</param>
    /// <returns>One entry for each question that is permitted at some time at or after the end if they went on, and is not then, with the first such instant; in the order asked.</returns>
    public static IReadOnlyList<ImpactEntry> Of(IReadOnlyList<ImpactQuestion> questions, Func<Layer, bool> ends, DateTimeOffset end)
    {
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(ends);
        var entries = new List<ImpactEntry>();
        foreach (ImpactQuestion asked in questions)
        {
            if (!asked.Layers.Any(ends)) continue;
            Layer[] cut = [.. asked.Layers.Select(l => ends(l) && !(l.Until <= end) ? l with { Until = end } : l)];
            UseQuestion from = asked.Question.At < end ? asked.Question with { At = end } : asked.Question;
            if (FirstStop(from, asked.Layers, cut) is { } stop) entries.Add(Entry(asked, cut, stop));
        }

        return entries;
    }

    private static ImpactEntry Entry(ImpactQuestion asked, Layer[] cut, DateTimeOffset stop)
    {
        UseQuestion then = asked.Question with { At = stop };
        return new ImpactEntry(asked.Key, stop, UseCheckEngine.Decide(then, asked.Layers), UseCheckEngine.Decide(then, cut));
    }

    private static DateTimeOffset? FirstStop(UseQuestion from, IReadOnlyList<Layer> layers, Layer[] cut)
    {
        List<Flip> before = Flips.From(from, layers);
        List<Flip> after = Flips.From(from, cut);
        foreach (DateTimeOffset at in before.Concat(after).Select(f => f.At).Distinct().Order())
        {
            if (before.FindLast(f => f.At <= at)!.To == Verdict.Permitted && after.FindLast(f => f.At <= at)!.To != Verdict.Permitted) return at;
        }

        return null;
    }
}

/// <summary>A question with the terms that cover it.</summary>
/// <param name="Key">What names it in the answer.</param>
/// <param name="Question">The question.</param>
/// <param name="Layers">The terms.</param>
public sealed record ImpactQuestion(string Key, UseQuestion Question, IReadOnlyList<Layer> Layers);

/// <summary>A permitted answer that stops.</summary>
/// <param name="Key">Whose.</param>
/// <param name="Stops">When.</param>
/// <param name="Before">The answer at that instant if the terms went on.</param>
/// <param name="After">The answer at that instant once they ended.</param>
public sealed record ImpactEntry(string Key, DateTimeOffset Stops, Decision Before, Decision After);
