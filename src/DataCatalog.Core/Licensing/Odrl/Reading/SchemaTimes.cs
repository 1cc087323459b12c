using System.Globalization;
using System.Text.RegularExpressions;

namespace DataCatalog.Core.Licensing.Odrl.Reading;

/// <summary>Days and instants as XML Schema writes them (part 2, sections 3.3.7 and 3.3.9), also without seconds; without a zone they are in UTC.</summary>
internal static partial class SchemaTimes
{
    private const int Digits = 7;

    /// <summary>An <c>xsd:dateTime</c>, or null. What it says beyond ten millionths of a second is cut off; <c>24:00:00</c> begins the next day.</summary>
    public static Value? Instant(string text)
    {
        Match match = InstantForm().Match(text.Trim());
        if (!match.Success) return null;
        string fraction = match.Groups["fraction"].Value;
        bool midnight = match.Groups["end"].Success;
        string time = midnight ? "00:00:00" : $"{match.Groups["minutes"].Value}:{(match.Groups["seconds"] is { Success: true } s ? s.Value : "00")}{fraction[..Math.Min(fraction.Length, Digits + 1)]}";
        bool read = DateTimeOffset.TryParse($"{match.Groups["day"].Value}T{time}{Zone(match)}", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset instant);
        if (!read || (midnight && instant.UtcDateTime >= DateTime.MaxValue.Date)) return null;
        return Value.Of(midnight ? instant.ToUniversalTime().AddDays(1) : instant);
    }

    /// <summary>An <c>xsd:date</c>, or null.</summary>
    public static Value? Day(string text)
    {
        Match match = DayForm().Match(text.Trim());
        if (!match.Success || !DateOnly.TryParseExact(match.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return null;
        return Instant($"{match.Groups["day"].Value}T00:00:00{Zone(match)}") is { } start ? Value.Of(day, start.Instant) : null;
    }

    private static string Zone(Match match) => match.Groups["zone"] is { Success: true } zone ? zone.Value : "Z";

    [GeneratedRegex(@"^(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})T((?<end>24:00(:00(\.0+)?)?)|(?<minutes>[0-9]{2}:[0-9]{2})(:(?<seconds>[0-9]{2})(?<fraction>\.[0-9]+)?)?)(?<zone>Z|[+-][0-9]{2}:[0-9]{2})?$", RegexOptions.NonBacktracking)]
    private static partial Regex InstantForm();

    [GeneratedRegex(@"^(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?<zone>Z|[+-][0-9]{2}:[0-9]{2})?$", RegexOptions.NonBacktracking)]
    private static partial Regex DayForm();
}
