using System.Runtime.CompilerServices;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>
/// The watched dates of one kind that lie near a day, page by page. The span follows from the programme's windows; the few agreements with
/// windows of their own are read apart, so that they do not widen it for all others.
/// </summary>
internal sealed class NearDates(IRegistryDbFactory dbs, SubjectKind kind, IReadOnlyList<int> windows, DateOnly asOf)
{
    /// <summary>How many are read and written together.</summary>
    public const int PageSize = 1000;

    private readonly DateOnly first = asOf.AddDays(Math.Min(0, windows.Min()) - DueWindow.OldAfterDays);
    private readonly DateOnly last = asOf.AddDays(Math.Max(0, windows.Max()));

    /// <summary>The pages; each is read when the one before it has been dealt with.</summary>
    public async IAsyncEnumerable<List<NearDate>> PagesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        int columns = await dbs.UseAsync(db => Task.FromResult(WatchedDates.Of(db, kind, asOf).Count));
        for (int column = 0; column < columns; column++)
        {
            int which = column;
            await foreach (List<NearDate> page in PagesAsync((db, after) => ByDate(db, which, after), cancellation)) yield return page;
            await foreach (List<NearDate> page in PagesAsync((db, after) => WithOwnWindows(db, which, after), cancellation)) yield return page;
        }
    }

    private async IAsyncEnumerable<List<NearDate>> PagesAsync(Func<IRegistryDb, NearDate?, IQueryable<NearDate>> next, [EnumeratorCancellation] CancellationToken cancellation)
    {
        NearDate? after = null;
        while (true)
        {
            List<NearDate> page = await dbs.UseAsync(db => next(db, after).Take(PageSize).ToListAsync(cancellation));
            if (page.Count > 0) yield return page;
            if (page.Count < PageSize) yield break;
            after = page[^1];
        }
    }

    // In the order of the column's index, and on from where the last page ended.
    private IQueryable<NearDate> ByDate(IRegistryDb db, int column, NearDate? after)
    {
        IQueryable<WatchedRow> rows = WatchedDates.Of(db, kind, asOf)[column].Where(r => r.Date >= first && r.Date <= last && r.OwnWindows.Count == 0);
        if (after is { Id: var id, Date: var date }) rows = rows.Where(r => r.Date >= date && (r.Date > date || r.Id > id));
        return Alerted(db, rows.OrderBy(r => r.Date).ThenBy(r => r.Id));
    }

    // Without bounds on the date: the index of those with windows of their own is the one to use.
    private IQueryable<NearDate> WithOwnWindows(IRegistryDb db, int column, NearDate? after)
    {
        IQueryable<WatchedRow> rows = WatchedDates.Of(db, kind, asOf)[column].Where(r => r.OwnWindows.Count > 0);
        if (after is { Id: var id }) rows = rows.Where(r => r.Id > id);
        return Alerted(db, rows.OrderBy(r => r.Id));
    }

    private IQueryable<NearDate> Alerted(IRegistryDb db, IQueryable<WatchedRow> rows) => rows.Select(r => new NearDate
    {
        Id = r.Id,
        Date = r.Date,
        OwnWindows = r.OwnWindows,
        Nearest = db.Alerts.Where(a => a.Kind == kind && a.SubjectId == r.Id && a.Date == r.Date).Min(a => (int?)a.Window),
        Closed = db.Alerts.Any(a => a.Kind == kind && a.SubjectId == r.Id && a.Date == r.Date && (a.Status == AlertStatus.Superseded || a.Status == AlertStatus.Resolved)),
    });
}

/// <summary>A date that lies near, with what was alerted for it.</summary>
internal sealed class NearDate
{
    public Guid Id { get; init; }

    public DateOnly Date { get; init; }

    public required List<int> OwnWindows { get; init; }

    /// <summary>The nearest window alerted, or null.</summary>
    public int? Nearest { get; init; }

    /// <summary>Whether one of its alerts is closed.</summary>
    public bool Closed { get; init; }

    /// <summary>Whether a sweep has something to do for it; windows more distant than one alerted are never raised later.</summary>
    public bool IsDue(IReadOnlyList<int> otherwise, DateOnly asOf)
    {
        IReadOnlyList<int> windows = OwnWindows.Count > 0 ? OwnWindows : otherwise;
        return (Closed && !DueWindow.IsOld(Date, windows, asOf)) || DueWindow.Of(Date, windows, Nearest is { } nearest ? [nearest] : [], asOf) is not null;
    }
}
