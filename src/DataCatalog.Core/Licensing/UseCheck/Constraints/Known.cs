using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck.Constraints;

/// <summary>What constraints are held against: the facts, at an instant.</summary>
/// <param name="facts">The facts.</param>
/// <param name="at">The instant, in UTC ticks.</param>
internal sealed class Known(FactSet facts, long at)
{
    private IReadOnlyList<Value>? now;

    /// <summary>The facts.</summary>
    public FactSet Facts { get; } = facts;

    /// <summary>The instant, in UTC ticks.</summary>
    public long At { get; } = at;

    /// <summary>The instant as the value of <c>dateTime</c>; made once, for explanations only.</summary>
    public IReadOnlyList<Value> Now => now ??= [Value.Of(new DateTimeOffset(At, TimeSpan.Zero))];
}
