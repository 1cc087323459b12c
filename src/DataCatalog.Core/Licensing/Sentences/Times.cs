using System.Globalization;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.ShortForm;
using Kind = DataCatalog.Core.Licensing.Odrl.ValueType;

namespace DataCatalog.Core.Licensing.Sentences;

/// <summary>Days, instants and durations in words.</summary>
/// <param name="language">The language.</param>
/// <param name="zone">The zone that instants are told in.</param>
internal sealed class Times(Language language, TimeZoneInfo zone)
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly Dictionary<char, Words> Units = new()
    {
        ['Y'] = new("year", "년"), ['M'] = new("month", "개월"), ['W'] = new("week", "주"), ['D'] = new("day", "일"),
        ['h'] = new("hour", "시간"), ['m'] = new("minute", "분"), ['s'] = new("second", "초"),
    };

    private bool Korean => language == Language.Korean;

    /// <summary>31 December 2027, 2027년 12월 31일.</summary>
    public string Day(DateOnly day) => Korean
        ? string.Create(CultureInfo.InvariantCulture, $"{day.Year}년 {day.Month}월 {day.Day}일")
        : string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year}");

    /// <summary>A day, or an instant with its time of day.</summary>
    public string Moment(Value value)
    {
        if (value.Type == Kind.Day && DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return Day(day);
        return value.Type == Kind.Instant ? Instant(value.Instant) : value.Text;
    }

    /// <summary>An instant in the zone, with its offset.</summary>
    public string Instant(DateTimeOffset instant)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(instant, zone);
        string time = local.ToString(local.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
        string offset = local.Offset == TimeSpan.Zero ? "UTC" : "UTC" + local.ToString("zzz", CultureInfo.InvariantCulture);
        string day = Day(DateOnly.FromDateTime(local.DateTime));
        return Korean ? $"{day} {time}({offset})" : $"{time} ({offset}) on {day}";
    }

    /// <summary>Until when something holds whose end is exclusive: a whole day where the end is a midnight.</summary>
    public string Last(DateTimeOffset end)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(end, zone);
        if (local.TimeOfDay != TimeSpan.Zero || local.Date == DateTime.MinValue) return Korean ? $"{Instant(end)} 전까지" : $"until just before {Instant(end)}";
        string day = Day(DateOnly.FromDateTime(local.DateTime).AddDays(-1));
        return Korean ? $"{day}까지" : $"until the end of {day}";
    }

    /// <summary>From when something holds: a day where it begins at midnight.</summary>
    public string First(DateTimeOffset start)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(start, zone);
        return local.TimeOfDay == TimeSpan.Zero ? Day(DateOnly.FromDateTime(local.DateTime)) : Instant(start);
    }

    /// <summary>30 days, 30일.</summary>
    public string Duration(string iso8601)
    {
        if (DurationForm.Parts(iso8601) is not { } parts) return iso8601;
        List<string> words = [.. parts.Select(p => Part(p.Amount, Units[p.Unit]))];
        return Korean ? string.Join(' ', words) : words.Count == 1 ? words[0] : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}";
    }

    private string Part(string amount, Words unit)
    {
        string number = amount.TrimStart('0') is { Length: > 0 } significant && char.IsAsciiDigit(significant[0]) ? significant : "0" + amount.TrimStart('0');
        return Korean ? number + unit.Ko : $"{number} {unit.En}{(number == "1" ? "" : "s")}";
    }
}
