using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DataCatalog.Core.Licensing.Odrl.JsonLd;

namespace DataCatalog.Core.Licensing.Odrl.Reading;

/// <summary>Reads right operands: literals by their data type, else by what the left operand takes.</summary>
internal sealed partial class ValueReader(ReadingScope reading)
{
    private const string DateAdvice = "write a date as 2027-12-31, or an instant with its zone as 2027-12-31T23:59:59+09:00";

    private static readonly HashSet<string> NumberTypes = new(
        ["integer", "decimal", "double", "float", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger", "negativeInteger", "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte"],
        StringComparer.Ordinal);

    /// <summary>One value.</summary>
    /// <param name="item">What stands in the document.</param>
    /// <param name="kind">What the left operand takes.</param>
    /// <param name="stated">Data type that the constraint states for all its values, or null.</param>
    public Value Read(LdItem item, OperandKind kind, string? stated)
    {
        reading.Count(1, item.Path);
        Value value = item switch
        {
            LdReference { Node: { Iri: { } iri } node } => OfNode(node, iri),
            LdLiteral literal => OfLiteral(literal, literal.Datatype ?? stated, kind),
            _ => throw reading.Invalid(item.Path, "a right operand is a literal or an IRI"),
        };
        if (reading.Strictness == Strictness.Terms && Misfit(value, kind) is { } why) throw reading.Invalid(item.Path, why);
        return value;
    }

    private Value OfNode(LdNode node, string iri)
    {
        reading.Use(node);
        return Value.OfIri(iri);
    }

    private Value OfLiteral(LdLiteral literal, string? type, OperandKind kind)
    {
        if (literal.Language is not null && reading.Strictness == Strictness.Terms) throw reading.Invalid(literal.Path, "a right operand has no language");
        if (literal.Kind is JsonValueKind.True or JsonValueKind.False) return Value.Of(literal.Kind == JsonValueKind.True);
        if (type is null) return literal.Kind == JsonValueKind.Number ? Number(literal) : Untyped(literal, kind);
        string name = type.StartsWith(Ns.Xsd, StringComparison.Ordinal) ? type[Ns.Xsd.Length..] : "";
        return name switch
        {
            "dateTime" or "dateTimeStamp" => Instant(literal.Text) ?? throw reading.Invalid(literal.Path, DateAdvice),
            "date" => Day(literal.Text) ?? throw reading.Invalid(literal.Path, DateAdvice),
            "duration" or "dayTimeDuration" or "yearMonthDuration" => IsDuration(literal.Text) ? Value.OfDuration(literal.Text) : throw reading.Invalid(literal.Path, "write a duration as P30D or PT8H"),
            "boolean" => literal.Text switch { "true" or "1" => Value.Of(true), "false" or "0" => Value.Of(false), _ => throw reading.Invalid(literal.Path, "it is true or false") },
            "anyURI" => ValueForms.IsIri(literal.Text) ? Value.OfIri(literal.Context.Declared(literal.Text) ?? literal.Text) : reading.Strictness == Strictness.Form ? Value.OfText(literal.Text) : throw reading.Invalid(literal.Path, "it is an absolute IRI"),
            "string" => literal.Kind == JsonValueKind.String ? ValueForms.OfText(literal.Text, kind, literal.Context) : Number(literal),
            _ when NumberTypes.Contains(name) => Number(literal),
            _ when reading.Strictness == Strictness.Form => Value.OfText(literal.Text),
            _ => throw reading.Invalid(literal.Path, $"the data type {type} is not supported for a right operand"),
        };
    }

    private Value Untyped(LdLiteral literal, OperandKind kind) => kind switch
    {
        OperandKind.Instant => Day(literal.Text) ?? Instant(literal.Text) ?? throw reading.Invalid(literal.Path, DateAdvice),
        OperandKind.Duration when IsDuration(literal.Text) => Value.OfDuration(literal.Text),
        OperandKind.Number or OperandKind.Money or OperandKind.Percentage when ParseNumber(literal.Text) is { } number => number,
        _ => ValueForms.OfText(literal.Text, kind, literal.Context),
    };

    private Value Number(LdLiteral literal) => ParseNumber(literal.Text) ?? (reading.Strictness == Strictness.Form ? Beyond(literal.Text) : null) ?? throw reading.Invalid(literal.Path, "it is no number that can be kept exactly");

    private static Value? ParseNumber(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? Value.Of(number) : null;

    // What a decimal cannot hold is more than anything that is counted or paid: 1E308, INF.
    private static Value? Beyond(string text) =>
        double.TryParse(text switch { "INF" or "+INF" => "Infinity", "-INF" => "-Infinity", _ => text }, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && !double.IsNaN(number)
            ? Value.OfHuge(text, number < 0)
            : null;

    private Value? Instant(string text)
    {
        if (reading.Strictness == Strictness.Form) return SchemaTimes.Instant(text);
        Match match = InstantForm().Match(text);
        return match.Success && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset instant) ? Value.Of(instant) : null;
    }

    // A day is the programme's; one with another zone is not a day here.
    private Value? Day(string text)
    {
        if (reading.Strictness == Strictness.Form) return SchemaTimes.Day(text);
        string day = text.EndsWith("+09:00", StringComparison.Ordinal) ? text[..^6] : text;
        return DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? ValueForms.OfDay(date) : null;
    }

    private static bool IsDuration(string text) => DurationForm().IsMatch(text) && text[^1] is not ('P' or 'T');

    private static string? Misfit(Value value, OperandKind kind) => kind switch
    {
        OperandKind.Instant when value.Type is not (ValueType.Day or ValueType.Instant) => DateAdvice,
        OperandKind.Duration when value.Type != ValueType.Duration => "write a duration as P30D or PT8H",
        OperandKind.Number or OperandKind.Money when value.Type != ValueType.Number => "it is a number",
        OperandKind.Money when value.Number < 0 => "it is an amount of 0 or more",
        OperandKind.Percentage when value.Type != ValueType.Number || value.Number is < 0 or > 100 => "it is a number from 0 to 100",
        OperandKind.Name when value.Type is not (ValueType.Text or ValueType.Iri) => "it is a name, a code or an IRI",
        _ => null,
    };

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?(Z|[+-][0-9]{2}:[0-9]{2})$", RegexOptions.NonBacktracking)]
    private static partial Regex InstantForm();

    [GeneratedRegex(@"^-?P([0-9]{1,6}Y)?([0-9]{1,6}M)?([0-9]{1,6}W)?([0-9]{1,6}D)?(T([0-9]{1,6}H)?([0-9]{1,6}M)?([0-9]{1,6}(\.[0-9]{1,9})?S)?)?$", RegexOptions.NonBacktracking)]
    private static partial Regex DurationForm();
}
