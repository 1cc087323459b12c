using DataCatalog.Core.Licensing.Odrl;
using ValueType = DataCatalog.Core.Licensing.Odrl.ValueType;

namespace DataCatalog.Core.Licensing.UseCheck.Constraints;

/// <summary>A stretch of time in UTC ticks, its end excluded: an instant is one tick long, a day as long as the day.</summary>
/// <remarks>So one rule serves both: <c>lteq 2027-12-31</c> holds until that day ends, <c>gt</c> from then on.</remarks>
internal readonly record struct Span(long From, long Until)
{
    /// <summary>The stretch a value stands for, or null where it is no time.</summary>
    public static Span? Of(in Value value) => value.Type switch
    {
        ValueType.Instant => At(value.Instant.UtcTicks),
        ValueType.Day => new Span(value.Instant.UtcTicks, value.Instant.UtcTicks + TimeSpan.TicksPerDay),
        _ => null,
    };

    /// <summary>An instant.</summary>
    public static Span At(long ticks) => new(ticks, ticks + 1);

    /// <summary>Whether it lies within another; unknown where only a part of it does.</summary>
    public Satisfaction Within(Span other) =>
        From >= other.From && Until <= other.Until ? Satisfaction.Yes : From >= other.Until || Until <= other.From ? Satisfaction.No : Satisfaction.Unknown;

    /// <summary>Whether it ends before another begins.</summary>
    public Satisfaction Before(Span other) => Until <= other.From ? Satisfaction.Yes : From >= other.From ? Satisfaction.No : Satisfaction.Unknown;

    /// <summary>Whether it ends before another does.</summary>
    public Satisfaction NotAfter(Span other) => Until <= other.Until ? Satisfaction.Yes : From >= other.Until ? Satisfaction.No : Satisfaction.Unknown;
}
