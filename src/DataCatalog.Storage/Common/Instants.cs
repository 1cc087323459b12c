using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DataCatalog.Storage.Common;

/// <summary>Instants go in and come out as UTC in whole microseconds, which is what both databases keep.</summary>
internal sealed class Instants() : ValueConverter<DateTime, DateTime>(value => ToStored(value), value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
{
    /// <summary>The instant as it is stored.</summary>
    public static DateTime ToStored(DateTime value)
    {
        DateTime utc = value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc);
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
