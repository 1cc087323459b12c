namespace DataCatalog.Core.Common;

/// <summary>Days as the registry's programme counts them.</summary>
/// <param name="clock">The clock.</param>
/// <param name="zone">The programme's time zone.</param>
public sealed class Calendar(TimeProvider clock, TimeZoneInfo zone)
{
    /// <summary>The zone in which days begin and end.</summary>
    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>Today in the programme's time zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone).DateTime);

    /// <summary>Now, UTC, in whole microseconds: what both databases can keep.</summary>
    public DateTime Now => clock.Instant();

    /// <summary>When a day begins in the programme's time zone; where clocks skip midnight, the first instant after it.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        DateTime midnight = day.ToDateTime(TimeOnly.MinValue);
        while (Zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(15);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>When a day is over, or null where there is none.</summary>
    public DateTimeOffset? EndOf(DateOnly? day) => day is { } last ? StartOf(last.AddDays(1)) : null;

    /// <summary>The day of an instant in the programme's time zone.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);
}
