using DataCatalog.Core.Common;

namespace DataCatalog.Core.Compliance.UseCases;

internal static class OwnSubscription
{
    /// <summary>The subscription, if it is the caller's own or the caller administrates the programme; to others it is not there.</summary>
    public static async Task<Subscription> OwnSubscriptionAsync(this IRegistryDb db, Guid id, long? expected, CancellationToken cancellation)
    {
        bool administrator = db.Actor.Roles.HasFlag(Roles.ProgrammeAdmin);
        Guid owner = db.Actor.Id;
        return await db.Subscriptions.Where(s => administrator || s.OwnerId == owner).GetAsync(id, expected, cancellation);
    }
}
