using System.Globalization;
using DataCatalog.Core.Licensing.Odrl;
using ValueType = DataCatalog.Core.Licensing.Odrl.ValueType;

namespace DataCatalog.Core.Licensing.UseCheck.Constraints;

/// <summary>Numbers, also where a fact is written as text.</summary>
internal sealed class Numbers : ValueKind
{
    public static readonly Numbers Instance = new();

    public override Satisfaction Equal(in Value given, in Value required, bool any) =>
        Number(given) is { } a && Number(required) is { } b ? Kleene.Of(a == b) : Satisfaction.Unknown;

    public override Satisfaction Less(in Value given, in Value required) =>
        Number(given) is { } a && Number(required) is { } b ? Kleene.Of(a < b) : Satisfaction.Unknown;

    public override Satisfaction LessOrEqual(in Value given, in Value required) =>
        Number(given) is { } a && Number(required) is { } b ? Kleene.Of(a <= b) : Satisfaction.Unknown;

    private static decimal? Number(in Value value) => value.Type switch
    {
        ValueType.Number => value.Number,
        ValueType.Text when decimal.TryParse(value.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) => number,
        _ => null,
    };
}
