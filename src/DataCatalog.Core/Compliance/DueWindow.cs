namespace DataCatalog.Core.Compliance;

/// <summary>The window for which an alert is due, with the earlier ones that it stands for. Pure.</summary>
/// <param name="Window">Days before the date; negative after it.</param>
/// <param name="Missed">Windows that passed without an alert, the most distant first.</param>
public sealed record DueWindow(int Window, IReadOnlyList<int> Missed)
{
    /// <summary>How many days after the last window a date is old news: nothing is raised for it, so that importing history floods nobody.</summary>
    public const int OldAfterDays = 30;

    /// <summary>What is due for a date on a day; null where nothing is.</summary>
    /// <remarks>
    /// It looks at what was alerted, never at "is today the window's day": a sweep that missed days catches up with one alert, the most
    /// urgent. A window more distant than one alerted is never raised later, not even after a clock that was set back.
    /// </remarks>
    /// <param name="date">The watched date.</param>
    /// <param name="windows">Its windows.</param>
    /// <param name="alerted">Windows alerted for that date already, or named as missed then.</param>
    /// <param name="asOf">The day.</param>
    public static DueWindow? Of(DateOnly date, IReadOnlyCollection<int> windows, IReadOnlyCollection<int> alerted, DateOnly asOf)
    {
        int left = DaysLeft(date, asOf);
        if (IsOld(date, windows, asOf)) return null;
        List<int> reached = [.. windows.Where(w => w >= left).Order()];
        if (reached.Count == 0 || alerted.Any(w => w <= reached[0])) return null;
        return new DueWindow(reached[0], [.. reached.Skip(1).Where(w => !alerted.Contains(w)).OrderDescending()]);
    }

    /// <summary>Whether the date lies so far back that nothing more is raised for it.</summary>
    public static bool IsOld(DateOnly date, IReadOnlyCollection<int> windows, DateOnly asOf) =>
        DaysLeft(date, asOf) < Math.Min(0, windows.DefaultIfEmpty().Min()) - OldAfterDays;

    private static int DaysLeft(DateOnly date, DateOnly asOf) => date.DayNumber - asOf.DayNumber;
}
