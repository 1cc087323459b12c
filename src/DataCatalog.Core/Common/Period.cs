using System.Globalization;
using System.Text.RegularExpressions;

namespace DataCatalog.Core.Common;

/// <summary>A calendar period of years, months, weeks and days (ISO 8601-1:2019, 5.5.2; no time part).</summary>
/// <param name="Years">0 to 999.</param>
/// <param name="Months">0 to 999.</param>
/// <param name="Days">0 to 16,992; weeks count as seven.</param>
public readonly partial record struct Period(int Years, int Months, int Days)
{
    private const int MostDays = 9999;

    /// <summary>Reads the ISO form (<c>P1Y</c>, <c>P90D</c>, <c>P2W</c>); null where blank.</summary>
    /// <exception cref="DomainException">The text is not a period, or is empty of length.</exception>
    public static Period? Parse(string? value, string field)
    {
        if (Check.OptionalText(value, field, 20) is not { } text) return null;
        Match match = Form().Match(text);
        if (match.Success)
        {
            var period = new Period(Part(match, "y"), Part(match, "m"), (Part(match, "w") * 7) + Part(match, "d"));
            if (period != default) return period;
        }

        throw new DomainException(CommonErrors.Invalid, field, text, "period", "write an ISO 8601 duration in days, weeks, months or years, as in P90D or P1Y");
    }

    /// <summary>The day that lies this period after the given one; a day that the month lacks becomes its last.</summary>
    /// <exception cref="DomainException"><c>day-out-of-range</c> where it lies beyond the year 9999.</exception>
    public DateOnly After(DateOnly day) => Move(day, 1);

    /// <summary>The day that lies this period before the given one.</summary>
    /// <exception cref="DomainException"><c>day-out-of-range</c> where it lies before the year 1.</exception>
    public DateOnly Before(DateOnly day) => Move(day, -1);

    /// <summary>The ISO form.</summary>
    public override string ToString()
    {
        // More days than the form has room for are told as weeks and days, so that what was written can be read.
        int weeks = Days > MostDays ? 999 : 0;
        int days = Days - (7 * weeks);
        return string.Create(CultureInfo.InvariantCulture,
            $"P{(Years > 0 ? $"{Years}Y" : "")}{(Months > 0 ? $"{Months}M" : "")}{(weeks > 0 ? $"{weeks}W" : "")}{(days > 0 ? $"{days}D" : "")}");
    }

    // Years and months go together, so that P1Y1M after 29 February does not lose a day on the way.
    private DateOnly Move(DateOnly day, int direction)
    {
        long month = (day.Year * 12L) + day.Month - 1 + (direction * ((Years * 12L) + Months));
        if (month / 12 is < 1 or > 9999) throw OutOfRange(day, direction);
        long moved = day.AddMonths(direction * ((Years * 12) + Months)).DayNumber + (direction * (long)Days);
        return moved < DateOnly.MinValue.DayNumber || moved > DateOnly.MaxValue.DayNumber ? throw OutOfRange(day, direction) : DateOnly.FromDayNumber((int)moved);
    }

    private DomainException OutOfRange(DateOnly day, int direction) =>
        new(CommonErrors.DayOutOfRange, null, $"{day:O} {(direction < 0 ? '-' : '+')} {this}", this, DateOnly.MinValue, DateOnly.MaxValue);

    private static int Part(Match match, string name) =>
        match.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^P((?<y>[0-9]{1,3})Y)?((?<m>[0-9]{1,3})M)?((?<w>[0-9]{1,3})W)?((?<d>[0-9]{1,4})D)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
