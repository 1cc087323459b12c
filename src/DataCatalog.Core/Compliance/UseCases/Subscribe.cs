using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>Has the caller told of alerts.</summary>
public sealed class Subscribe(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Makes a subscription of the caller's own; a webhook's secret is in the answer.</summary>
    /// <exception cref="DomainException">A rule of the input is broken, or the caller only reads.</exception>
    public Task<Subscription> HandleAsync(SubscriptionInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ConsortiumMember | Roles.Compliance | Roles.ProgrammeAdmin);
        return db.WriteAsync(_ =>
        {
            Subscription subscription = Subscription.Subscribe(input, db.Actor, clock);
            db.Subscriptions.Add(subscription);
            db.Record(new AuditEntry("subscription.made", nameof(Subscription), subscription.Id));
            return Task.FromResult(subscription);
        }, cancellation);
    }
}
