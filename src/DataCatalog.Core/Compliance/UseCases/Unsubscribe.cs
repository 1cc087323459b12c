using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>Ends a subscription. Its row stays, because its deliveries prove who was warned.</summary>
public sealed class Unsubscribe(IRegistryDb db)
{
    /// <summary>Stops all sending to it; a second time changes nothing.</summary>
    /// <exception cref="DomainException">It is not there or not the caller's, or has changed meanwhile.</exception>
    public Task<Subscription> HandleAsync(Guid id, long? expected, CancellationToken cancellation) =>
        db.WriteAsync(async token =>
        {
            Subscription subscription = await db.OwnSubscriptionAsync(id, expected, token);
            if (subscription.DisabledReason == Subscription.Ended) return subscription;
            subscription.Disable(Subscription.Ended);
            db.Record(new AuditEntry("subscription.ended", nameof(Subscription), subscription.Id));
            return subscription;
        }, cancellation);
}
