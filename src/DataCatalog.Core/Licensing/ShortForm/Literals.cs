using System.Globalization;
using System.Text.RegularExpressions;
using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>A word, quotation or IRI that a value is read from.</summary>
/// <param name="Kind">Word, Quoted or Iri.</param>
/// <param name="Text">Without quotes or brackets.</param>
/// <param name="At">Where it stands.</param>
internal readonly record struct Item(TokenKind Kind, string Text, At At);

/// <summary>Values as the short form writes them: a bare word is what it looks like, words in double quotes are always words.</summary>
/// <param name="zone">The programme's time zone, in which days begin.</param>
internal sealed partial class Literals(TimeZoneInfo zone)
{
    /// <summary>Greatest number that is read.</summary>
    public const decimal MostNumber = 1e18m;

    /// <summary>Words that multiply the number before them, the greatest first.</summary>
    public static readonly IReadOnlyList<(string Word, decimal Factor)> Scales = [("trillion", 1e12m), ("billion", 1e9m), ("million", 1e6m), ("thousand", 1e3m)];

    /// <summary>The value of any item.</summary>
    public Value Any(Item item)
    {
        if (item.Kind == TokenKind.Iri) return Value.OfIri(item.Text);
        if (item.Kind == TokenKind.Quoted) return Value.OfText(item.Text);
        return item.Text switch
        {
            "true" => Value.Of(true),
            "false" => Value.Of(false),
            var word when DayLike().IsMatch(word) => Moment(item),
            var word when DurationForm.Parts(word) is not null => Value.OfDuration(word),
            var word when NumberLike().IsMatch(word) => Value.Of(Number(item)),
            var word => Value.OfText(word),
        };
    }

    /// <summary>A name: always words or an IRI, whatever it looks like.</summary>
    public static Value Name(Item item) => item.Kind == TokenKind.Iri ? Value.OfIri(item.Text) : Value.OfText(item.Text);

    /// <summary>A day or an instant with its zone.</summary>
    public Value Moment(Item item)
    {
        if (item.Kind == TokenKind.Word && item.Text.Length == 10 && DateOnly.TryParseExact(item.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return Value.Of(day, StartOf(day, item.At));
        }

        return item.Kind == TokenKind.Word && InstantForm().IsMatch(item.Text) && DateTimeOffset.TryParse(item.Text, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset instant)
            ? Value.Of(instant)
            : throw item.At.Expected(Expectations.Day, item.Text);
    }

    /// <summary>A duration.</summary>
    public static Value Duration(Item item) =>
        item.Kind == TokenKind.Word && DurationForm.Parts(item.Text) is not null ? Value.OfDuration(item.Text) : throw item.At.Expected(Expectations.Duration, item.Text);

    /// <summary>A number.</summary>
    public static decimal Number(Item item) =>
        item.Kind == TokenKind.Word && NumberLike().IsMatch(item.Text)
            && decimal.TryParse(item.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) && Math.Abs(number) <= MostNumber
            ? number
            : throw item.At.Expected(Expectations.Number, item.Text);

    /// <summary>A number as text: <c>70 billion</c> where that is exact and short.</summary>
    public static string Written(decimal number)
    {
        foreach ((string word, decimal factor) in Scales)
        {
            decimal scaled = number / factor;
            if (factor >= 1e6m && Math.Abs(scaled) >= 1 && scaled <= MostNumber && decimal.Round(scaled, 2) == scaled && scaled * factor == number)
            {
                return $"{Value.Of(scaled).Text} {word}";
            }
        }

        return Value.Of(number).Text;
    }

    /// <summary>Whether a bare word would be read as something else than words.</summary>
    public static bool IsTyped(string word) =>
        word is "true" or "false" || DayLike().IsMatch(word) || NumberLike().IsMatch(word) || DurationForm.Parts(word) is not null;

    // Where the clock jumps over midnight, the day begins when the jump is over.
    private DateTimeOffset StartOf(DateOnly day, At at)
    {
        DateTime start = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(start)) start = start.AddMinutes(15);
        TimeSpan offset = zone.IsAmbiguousTime(start) ? zone.GetAmbiguousTimeOffsets(start).Max() : zone.GetUtcOffset(start);
        return start.Ticks - offset.Ticks >= DateTimeOffset.MinValue.Ticks ? new DateTimeOffset(start, offset) : throw at.Expected(Expectations.Day, day.ToString("O", CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}(T.*)?$", RegexOptions.NonBacktracking)]
    private static partial Regex DayLike();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?(Z|[+-][0-9]{2}:[0-9]{2})$", RegexOptions.NonBacktracking)]
    private static partial Regex InstantForm();

    [GeneratedRegex(@"^[+-]?[0-9]{1,28}(\.[0-9]{1,10})?$", RegexOptions.NonBacktracking)]
    private static partial Regex NumberLike();
}
