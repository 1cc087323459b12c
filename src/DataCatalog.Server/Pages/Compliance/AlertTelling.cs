using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Pages.Compliance;

/// <summary>One delivery of an alert.</summary>
/// <param name="State">How far it has come.</param>
/// <param name="Attempts">Attempts made.</param>
/// <param name="DueAt">Not before this, UTC.</param>
/// <param name="DeliveredAt">When it arrived, UTC, or null.</param>
/// <param name="LastError">Why the last attempt failed, or null.</param>
/// <param name="To">To whom; null where the subscription is not the viewer's to see.</param>
public sealed record AlertTelling(DeliveryState State, int Attempts, DateTime DueAt, DateTime? DeliveredAt, string? LastError, Subscription? To)
{
    private const int Most = 1000;

    /// <summary>The deliveries of alerts, as far as the viewer sees them.</summary>
    public static async Task<ILookup<Guid, AlertTelling>> OfAsync(IRegistryDb db, IEnumerable<Guid> alerts, CancellationToken cancellation)
    {
        Guid[] ids = [.. alerts];
        List<Delivery> deliveries = await db.Deliveries.AsNoTracking().Where(d => d.AlertId != null && ids.Contains(d.AlertId.Value)).OrderBy(d => d.Id).Take(Most).ToListAsync(cancellation);
        Guid[] told = [.. deliveries.Select(d => d.SubscriptionId).Distinct()];
        Dictionary<Guid, Subscription> subscriptions = await db.Subscriptions.AsNoTracking().Where(s => told.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellation);
        return deliveries.ToLookup(d => d.AlertId!.Value, d => new AlertTelling(d.State, d.Attempts, d.DueAt, d.DeliveredAt, d.LastError, subscriptions.GetValueOrDefault(d.SubscriptionId)));
    }
}
