namespace DataCatalog.Core.Common;

<<<<<<<< HEAD:src/DataCatalog.Core/Common/ClockInstants.cs
/// <summary>Instants as the registry keeps them.</summary>
public static class ClockInstants
========
/// <summary>The clock as the registry reads it.</summary>
public static class Clocks
>>>>>>>> core:src/DataCatalog.Core/Common/Clocks.cs
{
    /// <summary>Now, UTC, in whole microseconds: what both databases can keep, so that a row reads back as it was written.</summary>
    public static DateTime Instant(this TimeProvider clock)
    {
        DateTime now = clock.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
