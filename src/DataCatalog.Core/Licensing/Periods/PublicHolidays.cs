using System.Collections.Frozen;
using System.Text.Json;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.Periods;

/// <summary>Korean public holidays from a data file that names its source; Saturdays and Sundays are not in it.</summary>
public sealed class PublicHolidays
{
    private static readonly Lazy<PublicHolidays> Built = new(() =>
    {
        using Stream file = typeof(PublicHolidays).Assembly.GetManifestResourceStream("korean-public-holidays.json")!;
        return Read(file);
    });

    private readonly FrozenDictionary<DateOnly, LocalizedText> days;

    private PublicHolidays(HolidayFile file)
    {
        (Source, From, To) = (file.Source, file.From, file.To);
        days = file.Days.ToFrozenDictionary(d => d.Day, d => LocalizedText.Of(d.Ko, d.En, "Holiday", 200));
    }

    /// <summary>The days that come with the registry.</summary>
    public static PublicHolidays Korean => Built.Value;

    /// <summary>Where the days were taken from.</summary>
    public string Source { get; }

    /// <summary>First year that the file knows.</summary>
    public int From { get; }

    /// <summary>Last year that the file knows: of a later day it cannot be said whether it is a holiday.</summary>
    public int To { get; }

    /// <summary>The holiday's name, or null where the day is none.</summary>
    public LocalizedText? On(DateOnly day) => days.GetValueOrDefault(day);

    /// <summary>Whether the file knows the day's year.</summary>
    public bool Knows(DateOnly day) => day.Year >= From && day.Year <= To;

    /// <summary>Whether offices work on that day.</summary>
    public bool IsBusinessDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !days.ContainsKey(day);

    /// <summary>Reads a file of the same form.</summary>
    public static PublicHolidays Read(Stream file) => new(JsonSerializer.Deserialize<HolidayFile>(file, JsonSerializerOptions.Web)!);

    private sealed record HolidayFile(string Source, int From, int To, IReadOnlyList<Holiday> Days);

    private sealed record Holiday(DateOnly Day, string Ko, string En);
}
