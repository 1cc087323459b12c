using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>Closes the standing alerts whose date moved, whose matter is settled, or whose date is long over.</summary>
internal sealed class SettleAlerts(IRegistryDbFactory dbs)
{
    private const int PageSize = 1000;

    public async Task<SweepOutcome> HandleAsync(DateOnly asOf, IReadOnlyList<int> windows, CancellationToken cancellation)
    {
        SweepOutcome outcome = new();
        Guid after = Guid.Empty;
        while (true)
        {
            List<Standing> page = await dbs.UseAsync(db => db.Alerts
                .Where(a => a.Id > after && (a.Status == AlertStatus.Open || a.Status == AlertStatus.Acknowledged))
                .OrderBy(a => a.Id).Take(PageSize).Select(a => new Standing(a.Id, a.Kind, a.SubjectId, a.Date)).ToListAsync(cancellation));
            Dictionary<Guid, AlertStatus> closing = await dbs.UseAsync(db => ClosingAsync(db, page, asOf, windows, cancellation));
            if (closing.Count > 0) outcome += await dbs.UseAsync(db => db.WriteAsync(c => CloseAsync(db, page, asOf, windows, c), cancellation));
            if (page.Count < PageSize) return outcome;
            after = page[^1].Id;
        }
    }

    private static async Task<SweepOutcome> CloseAsync(IRegistryDb db, List<Standing> page, DateOnly asOf, IReadOnlyList<int> windows, CancellationToken cancellation)
    {
        Dictionary<Guid, AlertStatus> closing = await ClosingAsync(db, page, asOf, windows, cancellation);
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
        IRegistryDb db, List<Standing> page, DateOnly asOf, IReadOnlyList<int> windows, CancellationToken cancellation)
    {
        Dictionary<Guid, AlertStatus> closing = [];
        foreach (IGrouping<SubjectKind, Standing> alerts in page.GroupBy(a => a.Kind))
        {
            List<Guid> subjects = [.. alerts.Select(a => a.SubjectId).Distinct()];
            Dictionary<Guid, WatchedRow> rows = await WatchedDates.Of(db, alerts.Key, asOf).Where(r => subjects.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellation);
            foreach (Standing alert in alerts)
            {
                if (Ending(alert, rows.GetValueOrDefault(alert.SubjectId), asOf, windows) is { } status) closing.Add(alert.Id, status);
            }
        }

        return closing;
    }

    // A sum that is not paid stays owed however long ago it was due; the other dates are history after a while.
    private static AlertStatus? Ending(Standing alert, WatchedRow? row, DateOnly asOf, IReadOnlyList<int> windows)
    {
        if (row is null) return AlertStatus.Resolved;
        if (row.Date != alert.Date) return AlertStatus.Superseded;
        return alert.Kind != SubjectKind.PaymentDue && DueWindow.IsOld(row.Date, row.Windows(windows), asOf) ? AlertStatus.Resolved : null;
    }

    private sealed record Standing(Guid Id, SubjectKind Kind, Guid SubjectId, DateOnly Date);
}
