using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DataCatalog.Core.Licensing;

/// <summary>How far the constraints of a rule let it reach: until which day, and in which territories.</summary>
/// <param name="LastDay">Last day on which it can hold; null where no constraint ends it.</param>
/// <param name="Places">ISO 3166-1 codes that it names; none where it names none.</param>
internal sealed partial record OdrlLimits(DateOnly? LastDay, IReadOnlyCollection<string> Places)
{
    private static readonly OdrlLimits None = new(null, []);
    private static readonly string[] Conjunctions = ["and", "andSequence"];
    private static readonly string[] Disjunctions = ["or", "xone"];

    /// <summary>What all the constraints of a rule come to together.</summary>
    /// <param name="constraints">Each with its path.</param>
    /// <param name="invalid">Makes the refusal of a path for a reason.</param>
    public static OdrlLimits Of(IEnumerable<(JsonElement Item, string Path)> constraints, Func<string, string, Exception> invalid) =>
        All(constraints.Select(c => Read(c.Item, c.Path, invalid)));

    private static OdrlLimits Read(JsonElement constraint, string path, Func<string, string, Exception> invalid)
    {
        if (constraint.ValueKind != JsonValueKind.Object) throw invalid(path, "a constraint is an object");
        foreach (string logical in Conjunctions)
        {
            if (OdrlJson.Values(constraint, logical).Count > 0) return Of(OdrlJson.Items(constraint, logical, path), invalid);
        }

        foreach (string logical in Disjunctions)
        {
            if (OdrlJson.Values(constraint, logical).Count > 0) return Any(OdrlJson.Items(constraint, logical, path).Select(c => Read(c.Item, c.Path, invalid)));
        }

        return Atom(constraint, path, invalid);
    }

    private static OdrlLimits Atom(JsonElement constraint, string path, Func<string, string, Exception> invalid)
    {
        string left = Name(constraint, "leftOperand", path, invalid);
        string comparison = Name(constraint, "operator", path, invalid);
        List<JsonElement> literals = OdrlJson.Values(constraint, "rightOperand");
        if (literals.Count == 0 && OdrlJson.Values(constraint, "rightOperandReference").Count == 0) throw invalid(path + "/rightOperand", "a constraint needs a right operand");
        if (literals is not [var right, ..]) return None;
        return (left, comparison) switch
        {
            ("dateTime", "lt" or "lteq" or "eq") => new OdrlLimits(Day(OdrlJson.Text(right), comparison == "lt") ?? throw invalid(
                path + "/rightOperand", "write a date as 2027-12-31, or an instant with its zone as 2027-12-31T23:59:59+09:00"), []),
            ("spatial", "eq" or "isAnyOf" or "isPartOf" or "isA") => new OdrlLimits(null, [.. OdrlJson.Elements(right, path).Select(e => Place(OdrlJson.Text(e.Item))).OfType<string>()]),
            _ => None,
        };
    }

    private static string Name(JsonElement constraint, string term, string path, Func<string, string, Exception> invalid) =>
        OdrlJson.Values(constraint, term).Select(OdrlJson.Text).FirstOrDefault() is { } text && OdrlJson.ShortName(text) is { Length: > 0 } name
            ? name
            : throw invalid($"{path}/{term}", "it is missing or not a name");

    // All must hold: the earliest end counts.
    private static OdrlLimits All(IEnumerable<OdrlLimits> parts)
    {
        List<OdrlLimits> all = [.. parts];
        return new OdrlLimits(all.Min(p => p.LastDay), [.. all.SelectMany(p => p.Places).Distinct()]);
    }

    // One must hold: there is an end or a place only where each has one, and the latest end counts.
    private static OdrlLimits Any(IEnumerable<OdrlLimits> parts)
    {
        List<OdrlLimits> all = [.. parts];
        DateOnly? last = all.Exists(p => p.LastDay is null) ? null : all.Max(p => p.LastDay);
        return new OdrlLimits(last, all.Exists(p => p.Places.Count == 0) ? [] : [.. all.SelectMany(p => p.Places).Distinct()]);
    }

    // A bare or prefixed code, or an IRI that ends in it.
    private static string? Place(string? text) =>
        text is not null && OdrlJson.ShortName(text) is var code && Common.Vocabulary.IsTerritory(code) ? code : null;

    // The day is Seoul's: an instant before its midnight still belongs to the day that ends there.
    private static DateOnly? Day(string? text, bool before)
    {
        Match match = DateForm().Match(text ?? "");
        if (!match.Success || !DateOnly.TryParseExact(match.Groups["day"].ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return null;
        if (!match.Groups["time"].Success) return before ? DateOnly.FromDayNumber(Math.Max(0, day.DayNumber - 1)) : day;
        if (!match.Groups["zone"].Success || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset instant)) return null;
        long ticks = instant.UtcTicks + (9 * TimeSpan.TicksPerHour) - (before ? 1 : 0);
        return DateOnly.FromDateTime(new DateTime(Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks)));
    }

    [GeneratedRegex(@"^(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?<time>T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?)?(?<zone>Z|[+-][0-9]{2}:[0-9]{2})?$", RegexOptions.NonBacktracking)]
    private static partial Regex DateForm();
}
