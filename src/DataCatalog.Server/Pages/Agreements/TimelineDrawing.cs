using System.Globalization;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Periods;

namespace DataCatalog.Server.Pages.Agreements;

/// <summary>Where the days of an agreement lie in a drawing of its periods, one row each.</summary>
internal sealed class TimelineDrawing
{
    /// <summary>Width in the drawing's units.</summary>
    public const int Width = 1000;

    /// <summary>Height of a period's row.</summary>
    public const int Row = 46;

    /// <summary>Height of the head, in which today is named.</summary>
    public const int Head = 26;

    private readonly DateOnly first;
    private readonly int days;

    private TimelineDrawing(DateOnly first, DateOnly last) => (this.first, days) = (first, Math.Max(1, last.DayNumber - first.DayNumber));

    /// <summary>The periods as bars.</summary>
    public IReadOnlyList<TimelineBar> Bars { get; private init; } = [];

    /// <summary>Height in the drawing's units.</summary>
    public int Height => Head + (Bars.Count * Row) + 6;

    /// <summary>Draws an agreement as it stands on a day.</summary>
    public static TimelineDrawing Of(Agreement agreement, DateOnly today)
    {
        AgreementPeriod[] periods = [.. agreement.Periods.Where(p => Began(agreement, p.StartsOn)).OrderBy(p => p.Ordinal)];
        DateOnly start = periods.Length == 0 ? agreement.StartsOn : periods[0].StartsOn;
        DateOnly end = agreement.LastDay ?? (today > start ? today : start).AddYears(1);
        // A little air on both sides keeps the ends visible.
        int air = Math.Max(3, (Later(end, today).DayNumber - Earlier(start, today).DayNumber) / 40);
        var drawing = new TimelineDrawing(Earlier(start, today).AddDays(-air), Later(end, today).AddDays(air));
        return new TimelineDrawing(drawing.first, drawing.first.AddDays(drawing.days))
        {
            Bars = [.. periods.Select((p, i) => new TimelineBar(p, drawing.At(p.StartsOn), drawing.At((LastDay(agreement, p.EndsOn) ?? end).AddDays(1)), Head + (i * Row)))],
        };
    }

    /// <summary>Whether a period that was to begin on a day began at all: not where the agreement had ended early by then.</summary>
    public static bool Began(Agreement agreement, DateOnly start) => !(start > agreement.TerminatedOn);

    /// <summary>The last day of a period that was to end on a day: earlier where the agreement ended early.</summary>
    public static DateOnly? LastDay(Agreement agreement, DateOnly? end) => agreement.TerminatedOn is { } ended && !(end <= ended) ? ended : end;

    /// <summary>A notice deadline; null where there is none, or the agreement had ended early by then.</summary>
    public static DateOnly? Deadline(Agreement agreement, DateOnly? deadline) => deadline > agreement.TerminatedOn ? null : deadline;

    /// <summary>Where a day lies.</summary>
    public double At(DateOnly day) => Math.Clamp((day.DayNumber - first.DayNumber) * (double)Width / days, 0, Width);

    /// <summary>A coordinate as drawings write it.</summary>
    public static string Text(double at) => at.ToString("0.#", CultureInfo.InvariantCulture);

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}

/// <summary>A period in the drawing.</summary>
/// <param name="Period">The period.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Top">Where its row begins.</param>
internal sealed record TimelineBar(AgreementPeriod Period, double From, double To, int Top);
