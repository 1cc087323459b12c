using System.Globalization;
using DataCatalog.Core.Compliance;

namespace DataCatalog.Server.Pages.Compliance;

/// <summary>Dates laid out by month and row, as the drawing shows them.</summary>
/// <param name="Columns">Names of the columns: what is overdue, then the months.</param>
/// <param name="Rows">The rows that are drawn, those with the nearest dates first.</param>
/// <param name="Hidden">How many rows more there are.</param>
public sealed record TimelineGrid(IReadOnlyList<string> Columns, IReadOnlyList<TimelineRow> Rows, int Hidden)
{
    /// <summary>How many months are looked ahead.</summary>
    public const int Months = 12;

    /// <summary>What the column of overdue dates is called in addresses.</summary>
    public const string Past = "past";

    private const int MostRows = 20;

    /// <summary>Lays dates out.</summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="dates">The dates, in their order.</param>
    /// <param name="rowOf">Name of the row of a date.</param>
    /// <param name="addressOf">Where dates of one kind in one column are told: of a single one itself, of several their list.</param>
    public static TimelineGrid Of(Viewer viewer, IReadOnlyList<WatchedDate> dates, Func<WatchedDate, string> rowOf, Func<IReadOnlyList<WatchedDate>, string, string> addressOf)
    {
        DateOnly today = viewer.Calendar.Today;
        List<IGrouping<string, WatchedDate>> rows = [.. dates.GroupBy(rowOf, StringComparer.Ordinal)];
        return new TimelineGrid(
            [viewer.T("지남", "Overdue"), .. Enumerable.Range(0, Months + 1).Select(m => MonthName(viewer, today.AddMonths(m), m == 0))],
            [.. rows.Take(MostRows).Select(r => Row(viewer, r, today, addressOf))],
            Math.Max(0, rows.Count - MostRows));
    }

    /// <summary>The column of a day: 0 where it has passed, else its month, counted from 1.</summary>
    public static int ColumnOf(DateOnly day, DateOnly today) => day < today ? 0 : ((day.Year - today.Year) * 12) + day.Month - today.Month + 1;

    /// <summary>What a day's column is called in addresses.</summary>
    public static string MonthOf(DateOnly day, DateOnly today) => day < today ? Past : day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static TimelineRow Row(Viewer viewer, IGrouping<string, WatchedDate> row, DateOnly today, Func<IReadOnlyList<WatchedDate>, string, string> addressOf)
    {
        ILookup<int, WatchedDate> columns = row.ToLookup(d => ColumnOf(d.Date, today));
        return new TimelineRow(row.Key,
        [
            .. Enumerable.Range(0, Months + 2).Select(c => (IReadOnlyList<TimelineMark>)
            [
                .. columns[c].GroupBy(d => d.Kind).Select(g => new TimelineMark(
                    g.Key, g.Count(), addressOf([.. g], MonthOf(g.First().Date, today)), $"{row.Key}: {Words.Of(viewer, g.Key)}, {Told(viewer, [.. g])}")),
            ]),
        ]);
    }

    private static string Told(Viewer viewer, IReadOnlyList<WatchedDate> dates) => dates.Count == 1
        ? $"{viewer.Date(dates[0].Date)}, {viewer.Text(dates[0].Subject)}"
        : viewer.T($"{dates.Count}건, {viewer.Date(dates[0].Date)}부터", $"{dates.Count}, from {viewer.Date(dates[0].Date)}");

    // The year is told where it begins.
    private static string MonthName(Viewer viewer, DateOnly month, bool first) => (first || month.Month == 1, viewer.ReadsKorean) switch
    {
        (true, true) => month.ToString("yyyy.M", CultureInfo.InvariantCulture),
        (false, true) => month.ToString("M'월'", CultureInfo.InvariantCulture),
        (true, false) => month.ToString("MMM yy", CultureInfo.InvariantCulture),
        _ => month.ToString("MMM", CultureInfo.InvariantCulture),
    };
}

/// <summary>A row of the drawing.</summary>
/// <param name="Name">Whose dates.</param>
/// <param name="Cells">Its marks, column by column.</param>
public sealed record TimelineRow(string Name, IReadOnlyList<IReadOnlyList<TimelineMark>> Cells);

/// <summary>Dates of one kind in one cell.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">How many.</param>
/// <param name="Href">Where they are told.</param>
/// <param name="Words">What they are, in words.</param>
public sealed record TimelineMark(SubjectKind Kind, int Count, string Href, string Words);
