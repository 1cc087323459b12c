using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>Who is told of an alert at once: planned in the transaction that raises it, so that no alert is without its deliveries.</summary>
internal sealed class DeliveryPlan
{
    private readonly IReadOnlyList<Subscription> subscriptions;
    private readonly TimeProvider clock;

    private DeliveryPlan(IReadOnlyList<Subscription> subscriptions, TimeProvider clock) => (this.subscriptions, this.clock) = (subscriptions, clock);

    /// <summary>The plan with the subscriptions that may be told on the day.</summary>
    public static async Task<DeliveryPlan> LoadAsync(IRegistryDb db, DateOnly today, TimeProvider clock, CancellationToken cancellation) =>
        new(await db.Live(clock.Instant(), today).Where(s => s.Pace == Pace.Immediate).ToListAsync(cancellation), clock);

    /// <summary>Plans the alert's deliveries; in the application it is there at once.</summary>
    public void Add(IRegistryDb db, Alert alert)
    {
        foreach (Subscription subscription in subscriptions.Where(s => s.Wants(alert)))
        {
            var delivery = Delivery.Of(alert, subscription, clock);
            if (subscription.Channel == Channel.InApp) delivery.Succeeded(delivery.DueAt);
            db.Deliveries.Add(delivery);
        }
    }
}
