using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>Passes alerts on that nobody took up in time: to the next tier with somebody to tell (domain rule 19). It looks at the data only, so it may run at any time, twice, or in two places at once.</summary>
/// <param name="dbs">Opens the rows.</param>
/// <param name="calendar">The programme's days.</param>
/// <param name="clock">The clock.</param>
public sealed class EscalateAlerts(IRegistryDbFactory dbs, Calendar calendar, TimeProvider clock)
{
    /// <summary>Passes on what has been open so long since it was raised, passed on last, or its snooze ended.</summary>
    /// <param name="afterDays">How many days each tier has; 0 where nothing is passed on.</param>
    /// <param name="cancellation">Stops between chunks.</param>
    /// <returns>How many were passed on.</returns>
    public async Task<int> HandleAsync(int afterDays, CancellationToken cancellation)
    {
        DateOnly today = calendar.Today;
        if (afterDays <= 0 || !(await dbs.UseAsync(db => DeliveryPlan.LoadAsync(db, clock, cancellation))).HasTiers) return 0;
        int passed = 0;
        await foreach (List<Guid> page in dbs.PagesAsync(db => Waiting(db, today, afterDays).Select(a => a.Id), NearDates.PageSize, cancellation))
        {
            // Another may pass on, acknowledge or snooze the same.
            passed += await dbs.SweepAsync((db, token) => PassOnAsync(db, page, today, afterDays, token), cancellation);
        }

        return passed;
    }

    private IQueryable<Alert> Waiting(IRegistryDb db, DateOnly today, int afterDays)
    {
        DateTime since = calendar.StartOf(today.AddDays(1 - afterDays)).UtcDateTime;
        DateOnly awake = today.AddDays(-afterDays);
        return db.Alerts.Where(a => a.Status == AlertStatus.Open && a.RaisedAt < since && (a.EscalatedAt == null || a.EscalatedAt < since) && (a.SnoozedUntil == null || a.SnoozedUntil <= awake));
    }

    private async Task<int> PassOnAsync(IRegistryDb db, List<Guid> page, DateOnly today, int afterDays, CancellationToken cancellation)
    {
        DeliveryPlan plan = await DeliveryPlan.LoadAsync(db, clock, cancellation);
        int passed = 0;
        foreach (Alert alert in await Waiting(db, today, afterDays).AsTracking().Where(a => page.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(cancellation))
        {
            if (plan.PassOn(db, alert)) passed++;
        }

        return passed;
    }
}
