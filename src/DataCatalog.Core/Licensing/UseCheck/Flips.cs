namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>Finds the instants at which a question's verdict becomes another: a pure function.</summary>
public static class Flips
{
    /// <summary>The changes after the instant asked about, up to another (excluded), in their order.</summary>
    public static IReadOnlyList<Flip> Within(UseQuestion question, IReadOnlyList<Layer> layers, DateTimeOffset before)
    {
        List<Flip> flips = From(question, layers, before.UtcTicks);
        flips.RemoveAt(0);
        return flips;
    }

    /// <summary>The verdict at the instant asked about, as a change from itself, and all that follow.</summary>
    internal static List<Flip> From(UseQuestion question, IReadOnlyList<Layer> layers, long before = long.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(layers);
        var @case = new Case(question, layers, explained: false);
        Verdict verdict = @case.Verdict;
        var flips = new List<Flip> { new(question.At, verdict, verdict) };
        foreach ((long ticks, Verdict? then) in Timeline.Changes(@case, before))
        {
            flips.Add(new Flip(new DateTimeOffset(ticks, TimeSpan.Zero), verdict, then ?? Verdict.Undetermined));
            verdict = then ?? Verdict.Undetermined;
        }

        return flips;
    }
}

/// <summary>A verdict becomes another.</summary>
/// <param name="At">First instant at which it is the other.</param>
/// <param name="From">What it was.</param>
/// <param name="To">What it is then; <see cref="Verdict.Undetermined"/> also where there were too many dates to follow any further.</param>
public sealed record Flip(DateTimeOffset At, Verdict From, Verdict To);
