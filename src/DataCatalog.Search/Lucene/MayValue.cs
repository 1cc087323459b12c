using System.Globalization;
using DataCatalog.Core.Search;

namespace DataCatalog.Search.Lucene;

/// <summary>What the use-check permits, as the index keeps it.</summary>
/// <param name="Consortium">To whom.</param>
/// <param name="From">Day number of the first day.</param>
/// <param name="Until">Day number of the first day after the last; <see cref="int.MaxValue"/> where it does not end.</param>
/// <param name="Action">The action.</param>
internal readonly record struct MayValue(Guid Consortium, int From, int Until, string Action)
{
    private const char Separator = '|';

    /// <summary>The value of a span.</summary>
    public static string Encode(DocumentMay may) => string.Create(
        CultureInfo.InvariantCulture, $"{DocumentMapper.TermOf(may.Consortium)}{Separator}{may.From.DayNumber}{Separator}{may.Until?.DayNumber ?? int.MaxValue}{Separator}{may.Action}");

    /// <summary>Reads a value.</summary>
    public static MayValue Decode(string value)
    {
        string[] parts = value.Split(Separator, 4);
        return new MayValue(Guid.ParseExact(parts[0], "N"), int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture), parts[3]);
    }

    /// <summary>Whether it is that consortium's and holds on that day.</summary>
    public bool HoldsFor(SearchMay asked) => Consortium == asked.Consortium && From <= asked.On.DayNumber && asked.On.DayNumber < Until;
}
