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
}
