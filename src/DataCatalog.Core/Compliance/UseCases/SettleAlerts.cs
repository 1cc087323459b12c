using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>Closes the standing alerts whose date moved, whose matter is settled, or whose date is long over.</summary>
internal sealed class SettleAlerts(IRegistryDbFactory dbs)
{
    public async Task<SweepOutcome> HandleAsync(SubjectKind kind, DateOnly asOf, IReadOnlyList<int> windows, CancellationToken cancellation)
    {
        SweepOutcome outcome = await CloseAsync(kind, db => Moved(db, kind, asOf), asOf, windows, cancellation);
        return StaysOwed(kind) ? outcome : outcome + await CloseAsync(kind, db => Old(db, kind, asOf), asOf, windows, cancellation);
    }

    private async Task<SweepOutcome> CloseAsync(
        SubjectKind kind, Func<IRegistryDb, IQueryable<Alert>> candidates, DateOnly asOf, IReadOnlyList<int> windows, CancellationToken cancellation)
    {
        SweepOutcome outcome = new();
        Standing? after = null;
        while (true)
        {
            List<Standing> page = await dbs.UseAsync(db => After(candidates(db), after).OrderBy(a => a.Date).ThenBy(a => a.Id).Take(NearDates.PageSize)
                .Select(a => new Standing(a.Id, a.Kind, a.SubjectId, a.Date)).ToListAsync(cancellation));
            if (page.Count > 0) outcome += await dbs.UseAsync(db => db.WriteAsync(c => CloseAsync(db, kind, page, asOf, windows, c), cancellation));
            if (page.Count < NearDates.PageSize) return outcome;
            after = page[^1];
        }
    }

    private static IQueryable<Alert> After(IQueryable<Alert> alerts, Standing? after) =>
        after is { Id: var id, Date: var date } ? alerts.Where(a => a.Date >= date && (a.Date > date || a.Id > id)) : alerts;

    private static IQueryable<Alert> OfKind(IRegistryDb db, SubjectKind kind) =>
        db.Alerts.AsNoTracking().Where(a => a.Kind == kind && (a.Status == AlertStatus.Open || a.Status == AlertStatus.Acknowledged));

    // Asked of the database, for among many standing alerts there are few whose date no longer holds.
    private static IQueryable<Alert> Moved(IRegistryDb db, SubjectKind kind, DateOnly asOf)
    {
        IQueryable<Alert> moved = OfKind(db, kind);
        foreach (IQueryable<WatchedRow> dates in WatchedDates.Of(db, kind, asOf)) moved = moved.Where(a => !dates.Any(r => r.Id == a.SubjectId && r.Date == a.Date));
        return moved;
    }

    // The soonest that a date can be old news; what windows after the date say is asked of the page.
    private static IQueryable<Alert> Old(IRegistryDb db, SubjectKind kind, DateOnly asOf)
    {
        DateOnly soonest = asOf.AddDays(-DueWindow.OldAfterDays);
        return OfKind(db, kind).Where(a => a.Date < soonest);
    }

    private static async Task<SweepOutcome> CloseAsync(IRegistryDb db, SubjectKind kind, List<Standing> page, DateOnly asOf, IReadOnlyList<int> windows, CancellationToken cancellation)
    {
        Dictionary<Guid, AlertStatus> closing = await ClosingAsync(db, kind, page, asOf, windows, cancellation);
        List<Guid> ids = [.. closing.Keys];
        List<Alert> alerts = await db.Alerts.AsTracking().Where(a => ids.Contains(a.Id)).ToListAsync(cancellation);
        alerts.RemoveAll(a => !a.Stands);
        foreach (Alert alert in alerts)
        {
            if (closing[alert.Id] == AlertStatus.Superseded) alert.Supersede();
            else alert.Resolve();
            db.Record(new AuditEntry(alert.Status == AlertStatus.Superseded ? "alert.superseded" : "alert.resolved", nameof(Alert), alert.Id));
        }

        int superseded = alerts.Count(a => a.Status == AlertStatus.Superseded);
        return new SweepOutcome { Superseded = superseded, Resolved = alerts.Count - superseded };
    }

    private static async Task<Dictionary<Guid, AlertStatus>> ClosingAsync(
        IRegistryDb db, SubjectKind kind, List<Standing> page, DateOnly asOf, IReadOnlyList<int> windows, CancellationToken cancellation)
    {
        Dictionary<Guid, WatchedRow> rows = await WatchedDates.OfAsync(db, kind, page.Select(a => a.SubjectId).ToHashSet(), asOf, cancellation);
        Dictionary<Guid, AlertStatus> closing = [];
        foreach (Standing alert in page)
        {
            if (Ending(alert, rows.GetValueOrDefault(alert.SubjectId), asOf, windows) is { } status) closing.Add(alert.Id, status);
        }

        return closing;
    }

    // A sum that is not paid and a duty that is not done stay owed however long ago they were due; the other dates are history after a while.
    private static bool StaysOwed(SubjectKind kind) => kind is SubjectKind.PaymentDue or SubjectKind.ObligationDue;

    private static AlertStatus? Ending(Standing alert, WatchedRow? row, DateOnly asOf, IReadOnlyList<int> windows)
    {
        if (row is null) return AlertStatus.Resolved;
        if (row.Date != alert.Date) return AlertStatus.Superseded;
        return !StaysOwed(alert.Kind) && DueWindow.IsOld(row.Date, row.Windows(windows), asOf) ? AlertStatus.Resolved : null;
    }

    private sealed record Standing(Guid Id, SubjectKind Kind, Guid SubjectId, DateOnly Date);
}
