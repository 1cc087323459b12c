using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>Who is told of an alert by itself: planned in the transaction that raises it or passes it on, so that no alert is without its deliveries.</summary>
internal sealed class DeliveryPlan
{
    private readonly IReadOnlyList<Subscription> subscriptions;
    private readonly TimeProvider clock;

    private DeliveryPlan(IReadOnlyList<Subscription> subscriptions, TimeProvider clock) => (this.subscriptions, this.clock) = (subscriptions, clock);

    /// <summary>The plan with the subscriptions that may be told now.</summary>
    public static async Task<DeliveryPlan> LoadAsync(IRegistryDb db, TimeProvider clock, CancellationToken cancellation) =>
        new(await db.Live(clock.Instant()).ToListAsync(cancellation), clock);

    /// <summary>Plans the alert's deliveries; in the application it is there at once, and digests tell it in their turn.</summary>
    public void Add(IRegistryDb db, Alert alert) => Add(db, alert, subscriptions.Where(s => s.Pace == Pace.Immediate && s.Wants(alert)), null);

    /// <summary>Plans them for later. By then a digest's span may be over, so those who get digests are told of it by itself.</summary>
    public void AddLater(IRegistryDb db, Alert alert, DateTimeOffset notBefore) => Add(db, alert, subscriptions.Where(s => s.Wants(alert)), notBefore);

    /// <summary>Passes an alert on to the next tier with somebody to tell, with deliveries to each by itself: it has waited long enough.</summary>
    /// <returns>False where there is nobody, and nothing is done.</returns>
    public bool PassOn(IRegistryDb db, Alert alert)
    {
        if (subscriptions.Where(s => s.Tier > alert.Tier && s.Concerns(alert)).Min(s => (int?)s.Tier) is not { } tier) return false;
        alert.Escalate(tier, clock);
        Add(db, alert, subscriptions.Where(s => s.Tier == alert.Tier && s.Wants(alert)), null);
        db.Record(new AuditEntry("alert.escalated", nameof(Alert), alert.Id));
        return true;
    }

    /// <summary>Whether there is anybody beyond the first tier.</summary>
    public bool HasTiers => subscriptions.Any(s => s.Tier > 1);

    private void Add(IRegistryDb db, Alert alert, IEnumerable<Subscription> told, DateTimeOffset? notBefore)
    {
        foreach (Subscription subscription in told)
        {
            var delivery = Delivery.Of(alert, subscription, clock, notBefore);
            if (subscription.Channel == Channel.InApp) delivery.Succeeded(clock.Instant());
            db.Deliveries.Add(delivery);
        }
    }
}
