using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck.Constraints;

/// <summary>Instants and days of operands other than <c>dateTime</c>.</summary>
internal sealed class Times : ValueKind
{
    public static readonly Times Instance = new();

    public override Satisfaction Equal(in Value given, in Value required, bool any) =>
        Span.Of(given) is { } a && Span.Of(required) is { } b ? a.Within(b) : Satisfaction.Unknown;

    public override Satisfaction Less(in Value given, in Value required) =>
        Span.Of(given) is { } a && Span.Of(required) is { } b ? a.Before(b) : Satisfaction.Unknown;

    public override Satisfaction LessOrEqual(in Value given, in Value required) =>
        Span.Of(given) is { } a && Span.Of(required) is { } b ? a.NotAfter(b) : Satisfaction.Unknown;
}
