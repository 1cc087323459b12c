namespace DataCatalog.Core.Common;

/// <summary>The clock as the registry reads it.</summary>
public static class Clocks
{
    /// <summary>Now, UTC, in whole microseconds: what both databases can keep, so that a row reads back as it was written.</summary>
    public static DateTime Instant(this TimeProvider clock)
    {
        DateTime now = clock.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
