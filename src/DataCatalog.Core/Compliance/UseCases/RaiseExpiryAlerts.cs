using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>
/// The expiry sweep: closes what no longer holds, then raises one alert for each watched date with a window reached and not alerted
/// (domain rules 16 to 19a). It looks at the data only, so it may run at any time, twice, late, or in two places at once.
/// </summary>
/// <param name="dbs">Opens the rows.</param>
/// <param name="clock">The clock, for ids and stamps; the day is given.</param>
public sealed class RaiseExpiryAlerts(IRegistryDbFactory dbs, TimeProvider clock)
{
    private const int PageSize = 1000;
    private const int Tries = 4;

    /// <summary>Sweeps all watched dates.</summary>
    /// <param name="asOf">Today in the programme's time zone.</param>
    /// <param name="cancellation">Stops between chunks; what was written stays, and the next sweep goes on from there.</param>
    public async Task<SweepOutcome> HandleAsync(DateOnly asOf, CancellationToken cancellation)
    {
        IReadOnlyList<int> windows = await dbs.UseAsync(db => ProgrammeWindowsAsync(db, cancellation));
        SweepOutcome outcome = await new SettleAlerts(dbs).HandleAsync(asOf, windows, cancellation);
        foreach (SubjectKind kind in WatchedDates.Kinds) outcome += await SweepAsync(kind, windows, asOf, cancellation);
        return outcome;
    }

    private async Task<SweepOutcome> SweepAsync(SubjectKind kind, IReadOnlyList<int> windows, DateOnly asOf, CancellationToken cancellation)
    {
        SweepOutcome outcome = new();
        Guid after = Guid.Empty;
        while (true)
        {
            List<WatchedRow> page = await dbs.UseAsync(db => Near(db, kind, windows, asOf).Where(r => r.Id > after).OrderBy(r => r.Id).Take(PageSize).ToListAsync(cancellation));
            List<Guid> due = page.Count == 0 ? [] : await dbs.UseAsync(db => DueAsync(db, kind, page, windows, asOf, cancellation));
            if (due.Count > 0) outcome += await RaiseAsync(kind, due, windows, asOf, cancellation);
            if (page.Count < PageSize) return outcome;
            after = page[^1].Id;
        }
    }

    // Bounds that the database can use; the exact question is DueWindow's.
    private static IQueryable<WatchedRow> Near(IRegistryDb db, SubjectKind kind, IReadOnlyList<int> windows, DateOnly asOf)
    {
        (DateOnly first, DateOnly last) = Bounds(asOf, windows.Min(), windows.Max());
        (DateOnly firstOwn, DateOnly lastOwn) = Bounds(asOf, Windows.Latest, Windows.Earliest);
        return WatchedDates.Of(db, kind, asOf).Where(r =>
            (r.Date >= first && r.Date <= last) || (r.OwnWindows.Count > 0 && r.Date >= firstOwn && r.Date <= lastOwn));
    }

    private static (DateOnly First, DateOnly Last) Bounds(DateOnly asOf, int latest, int earliest) =>
        (asOf.AddDays(Math.Min(0, latest) - DueWindow.OldAfterDays), asOf.AddDays(Math.Max(0, earliest)));

    private static async Task<List<Guid>> DueAsync(
        IRegistryDb db, SubjectKind kind, List<WatchedRow> page, IReadOnlyList<int> windows, DateOnly asOf, CancellationToken cancellation)
    {
        List<Guid> ids = [.. page.Select(r => r.Id)];
        var known = await db.Alerts.Where(a => a.Kind == kind && ids.Contains(a.SubjectId))
            .GroupBy(a => new { a.SubjectId, a.Date })
            .Select(g => new { g.Key.SubjectId, g.Key.Date, Nearest = g.Min(a => a.Window), Closed = g.Count(a => a.Status == AlertStatus.Superseded || a.Status == AlertStatus.Resolved) > 0 })
            .ToDictionaryAsync(g => (g.SubjectId, g.Date), cancellation);
        return
        [
            .. page.Where(r => known.TryGetValue((r.Id, r.Date), out var alerts)
                    ? (alerts.Closed && !DueWindow.IsOld(r.Date, r.Windows(windows), asOf)) || DueWindow.Of(r.Date, r.Windows(windows), [alerts.Nearest], asOf) is not null
                    : DueWindow.Of(r.Date, r.Windows(windows), [], asOf) is not null)
                .Select(r => r.Id),
        ];
    }

    // Another sweep may raise the same: the unique index refuses one of the two, which reads again and finds nothing left to do.
    private async Task<SweepOutcome> RaiseAsync(SubjectKind kind, List<Guid> due, IReadOnlyList<int> windows, DateOnly asOf, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await dbs.UseAsync(db => db.WriteAsync(c => WriteAsync(db, kind, due, windows, asOf, c), cancellation));
            }
            catch (Exception clash) when (attempt < Tries && clash is DbUpdateException or DomainException { Error.Kind: ErrorKind.Conflict or ErrorKind.Stale })
            {
                // Read again.
            }
        }
    }

    private async Task<SweepOutcome> WriteAsync(
        IRegistryDb db, SubjectKind kind, List<Guid> due, IReadOnlyList<int> windows, DateOnly asOf, CancellationToken cancellation)
    {
        List<WatchedRow> rows = await WatchedDates.Of(db, kind, asOf).Where(r => due.Contains(r.Id)).ToListAsync(cancellation);
        ILookup<(Guid, DateOnly), Alert> alerts = (await db.Alerts.AsTracking().Where(a => a.Kind == kind && due.Contains(a.SubjectId)).ToListAsync(cancellation))
            .ToLookup(a => (a.SubjectId, a.Date));
        DeliveryPlan plan = await DeliveryPlan.LoadAsync(db, clock, cancellation);
        SweepOutcome outcome = new();
        foreach (WatchedRow row in rows)
        {
            List<Alert> known = [.. alerts[(row.Id, row.Date)]];
            if (!DueWindow.IsOld(row.Date, row.Windows(windows), asOf)) outcome += Reopen(db, known);
            if (DueWindow.Of(row.Date, row.Windows(windows), [.. known.SelectMany(a => a.Missed.Append(a.Window))], asOf) is { } window)
            {
                outcome += Raise(db, plan, Alert.Raise(row.As(kind), window.Window, window.Missed, clock));
            }
        }

        return outcome;
    }

    private static SweepOutcome Raise(IRegistryDb db, DeliveryPlan plan, Alert alert)
    {
        db.Alerts.Add(alert);
        db.Record(new AuditEntry("alert.raised", nameof(Alert), alert.Id));
        plan.Add(db, alert);
        return new SweepOutcome { Raised = 1 };
    }

    // A date that moved away and back again has its alerts already: they hold again, and nobody is told twice.
    private static SweepOutcome Reopen(IRegistryDb db, List<Alert> known)
    {
        List<Alert> closed = known.FindAll(a => !a.Stands);
        foreach (Alert alert in closed)
        {
            alert.Reopen();
            db.Record(new AuditEntry("alert.reopened", nameof(Alert), alert.Id));
        }

        return new SweepOutcome { Reopened = closed.Count };
    }

    private static async Task<IReadOnlyList<int>> ProgrammeWindowsAsync(IRegistryDb db, CancellationToken cancellation)
    {
        List<List<int>> programmes = await db.Programmes.AsNoTracking().OrderBy(p => p.Id).Select(p => p.AlertWindows).Take(2).ToListAsync(cancellation);
        return programmes is [{ Count: > 0 } own] ? own : Windows.Default;
    }
}

/// <summary>What a sweep did.</summary>
public sealed record SweepOutcome
{
    /// <summary>Alerts raised.</summary>
    public int Raised { get; init; }

    /// <summary>Alerts closed because their date moved.</summary>
    public int Superseded { get; init; }

    /// <summary>Alerts closed because their matter is settled or long over.</summary>
    public int Resolved { get; init; }

    /// <summary>Closed alerts whose date holds again.</summary>
    public int Reopened { get; init; }

    /// <summary>Both together.</summary>
    public static SweepOutcome operator +(SweepOutcome a, SweepOutcome b) => new()
    {
        Raised = a.Raised + b.Raised,
        Superseded = a.Superseded + b.Superseded,
        Resolved = a.Resolved + b.Resolved,
        Reopened = a.Reopened + b.Reopened,
    };

    /// <summary>Both together.</summary>
    public static SweepOutcome Add(SweepOutcome left, SweepOutcome right) => left + right;
}
