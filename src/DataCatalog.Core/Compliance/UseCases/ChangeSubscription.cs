using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>Changes a subscription of the caller's own, and enables it again.</summary>
public sealed class ChangeSubscription(IRegistryDb db)
{
    /// <summary>Changes it, if it still is as the caller read it.</summary>
    /// <param name="id">Which.</param>
    /// <param name="expected">The version that the caller read; null where that does not matter.</param>
    /// <param name="input">All that is said of it from now on.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there or not the caller's, has changed meanwhile, or a rule of the input is broken.</exception>
    public Task<Subscription> HandleAsync(Guid id, long? expected, SubscriptionInput input, CancellationToken cancellation) =>
        db.WriteAsync(async token =>
        {
            Subscription subscription = await db.OwnSubscriptionAsync(id, expected, token);
            subscription.Change(input);
            db.Record(new AuditEntry("subscription.changed", nameof(Subscription), subscription.Id));
            return subscription;
        }, cancellation);
}
