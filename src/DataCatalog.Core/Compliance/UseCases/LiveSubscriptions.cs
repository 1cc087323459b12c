using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>Who may still be told: whoever lost the right to read alerts here is not sent them either.</summary>
internal static class LiveSubscriptions
{
    /// <summary>The subscriptions that are enabled and whose owner's key opens.</summary>
    /// <remarks>
    /// A consortium that has left the programme hears on of what is its own: by then that is what it still owes.
    /// A subscription of the registry's own, or of an actor that is no key, has no key to lose. Whoever sets an alert off may not see the
    /// subscriptions of those who are told of it, so these are read whoever acts.
    /// </remarks>
    public static IQueryable<Subscription> Live(this IRegistryDb db, DateTime now) =>
        db.Subscriptions.IgnoreQueryFilters().AsNoTracking().Where(s => s.DisabledReason == null
            && !db.ApiKeys.Any(k => k.Id == s.OwnerId && (k.RevokedAt != null || k.ExpiresAt <= now)));
}
