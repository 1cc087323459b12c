using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>Passes alerts on that nobody took up in time: to the next tier with somebody to tell (domain rule 19). It looks at the data only, so it may run at any time, twice, or in two places at once.</summary>
/// <param name="dbs">Opens the rows.</param>
/// <param name="calendar">The programme's days.</param>
/// <param name="clock">The clock.</param>
public sealed class EscalateAlerts(IRegistryDbFactory dbs, Calendar calendar, TimeProvider clock)
{
    private const int Tries = 4;

    /// <summary>Passes on what has been open so long since it was raised, passed on last, or its snooze ended.</summary>
    /// <param name="afterDays">How many days each tier has; 0 where nothing is passed on.</param>
    /// <param name="cancellation">Stops between chunks.</param>
    /// <returns>How many were passed on.</returns>
    public async Task<int> HandleAsync(int afterDays, CancellationToken cancellation)
    {
        DateOnly today = calendar.Today;
        if (afterDays <= 0 || !(await dbs.UseAsync(db => DeliveryPlan.LoadAsync(db, clock, cancellation))).HasTiers) return 0;
        int passed = 0;
        Guid after = Guid.Empty;
        while (true)
        {
            List<Guid> page = await dbs.UseAsync(db => Waiting(db, today, afterDays).Where(a => a.Id > after).OrderBy(a => a.Id).Take(NearDates.PageSize).Select(a => a.Id).ToListAsync(cancellation));
            if (page.Count > 0) passed += await PassOnAsync(page, today, afterDays, cancellation);
            if (page.Count < NearDates.PageSize) return passed;
            after = page[^1];
        }
    }

    private IQueryable<Alert> Waiting(IRegistryDb db, DateOnly today, int afterDays)
    {
        DateTime since = calendar.StartOf(today.AddDays(1 - afterDays)).UtcDateTime;
        DateOnly awake = today.AddDays(-afterDays);
        return db.Alerts.Where(a => a.Status == AlertStatus.Open && a.RaisedAt < since && (a.EscalatedAt == null || a.EscalatedAt < since) && (a.SnoozedUntil == null || a.SnoozedUntil <= awake));
    }

    // Another may pass on, acknowledge or snooze the same: what it was by then is read again.
    private async Task<int> PassOnAsync(List<Guid> page, DateOnly today, int afterDays, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await dbs.UseAsync(db => db.WriteAsync(c => PassOnAsync(db, page, today, afterDays, c), cancellation));
            }
            catch (Exception clash) when (attempt < Tries && clash is DbUpdateException or DomainException { Error.Kind: ErrorKind.Conflict or ErrorKind.Stale })
            {
                // Read again.
            }
        }
    }

    private async Task<int> PassOnAsync(IRegistryDb db, List<Guid> page, DateOnly today, int afterDays, CancellationToken cancellation)
    {
        DeliveryPlan plan = await DeliveryPlan.LoadAsync(db, clock, cancellation);
        int passed = 0;
        foreach (Alert alert in await Waiting(db, today, afterDays).AsTracking().Where(a => page.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(cancellation))
        {
            if (plan.TierAfter(alert) is not { } tier) continue;
            alert.Escalate(tier, clock);
            plan.AddTier(db, alert);
            db.Record(new AuditEntry("alert.escalated", nameof(Alert), alert.Id));
            passed++;
        }

        return passed;
    }
}
