namespace DataCatalog.Core.Common;

/// <summary>How far back an end may be recorded: what ended earlier than sweeps look back would be followed by nothing.</summary>
public static class Backdating
{
    /// <summary>Most days.</summary>
    public const int MostDays = 366;

    /// <summary>Refuses a last day that lies further back.</summary>
    /// <exception cref="DomainException"><c>day-out-of-range</c>.</exception>
    public static DateOnly Check(DateOnly lastDay, string field, DateOnly today) => lastDay >= today.AddDays(-MostDays)
        ? lastDay
        : throw new DomainException(CommonErrors.DayOutOfRange, field, field, lastDay, today.AddDays(-MostDays), DateOnly.MaxValue);
}
