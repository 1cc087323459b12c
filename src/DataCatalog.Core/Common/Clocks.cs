namespace DataCatalog.Core.Common;

/// <summary>The clock as the registry reads it.</summary>
public static class Clocks
{
    /// <summary>Now, UTC, in whole microseconds: what both databases can keep, so that a row reads back as it was written.</summary>
    public static DateTime Instant(this TimeProvider clock) => Kept(clock.GetUtcNow().UtcDateTime);

    /// <summary>An instant in whole microseconds.</summary>
    public static DateTime Kept(DateTime instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
}
