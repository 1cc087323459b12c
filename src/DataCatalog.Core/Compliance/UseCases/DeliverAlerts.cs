using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Messages;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>
/// Sends the deliveries that are due and stamps how it ended. A delivery is claimed by its row's state, so several workers can run at
/// once; one that dies while sending leaves its delivery to be sent again, with the same id (at least once, domain rule 18).
/// </summary>
/// <param name="dbs">Opens the rows.</param>
/// <param name="channels">Ways to reach receivers.</param>
/// <param name="compose">Writes the messages.</param>
/// <param name="calendar">The programme's days.</param>
public sealed class DeliverAlerts(IRegistryDbFactory dbs, IEnumerable<IMessageChannel> channels, ComposeMessage compose, Calendar calendar)
{
    /// <summary>Why a delivery ends unsent when what it would tell is closed by then.</summary>
    public const string Overtaken = "superseded: the alert was closed before it could be sent";

    /// <summary>How long a worker has a delivery to itself; longer than any sending takes.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private const int Batch = 100;
    private const int AtOnce = 8;
    private const int Tries = 4;

    private readonly Dictionary<Channel, IMessageChannel> channels = channels.ToDictionary(c => c.Kind);

    /// <summary>Sends all that is due now.</summary>
    /// <returns>How many were attempted.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellation)
    {
        int attempted = 0;
        while (true)
        {
            DateTime now = calendar.Now;
            IReadOnlyList<Guid> claimed = await dbs.UseAsync(db => db.ClaimDeliveriesAsync(Batch, now, now + Lease, cancellation));
            if (claimed.Count == 0) return attempted;
            await Parallel.ForEachAsync(claimed, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
                async (id, stop) => await DeliverAsync(id, stop));
            attempted += claimed.Count;
        }
    }

    private async Task DeliverAsync(Guid id, CancellationToken cancellation)
    {
        (Channel channel, Message? message, string? reason) = await dbs.UseAsync(db => compose.ForAsync(db, id, cancellation));
        SendOutcome outcome = message is null
            ? SendOutcome.Refused(reason ?? Overtaken)
            : channels.TryGetValue(channel, out IMessageChannel? way)
                ? await way.SendAsync(message, cancellation)
                : SendOutcome.Failed($"the service has no {channel} channel configured");
        await StampAsync(id, outcome, cancellation);
    }

    private async Task StampAsync(Guid id, SendOutcome outcome, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await dbs.UseAsync(db => db.WriteAsync(c => StampAsync(db, id, outcome, c), cancellation));
                return;
            }
            catch (Exception clash) when (attempt < Tries && clash is DbUpdateException or DomainException { Error.Kind: ErrorKind.Stale or ErrorKind.Conflict or ErrorKind.Unavailable })
            {
                // Busy, or the subscription was changed meanwhile: the outcome stands, so it is written again.
            }
        }
    }

    private async Task<bool> StampAsync(IRegistryDb db, Guid id, SendOutcome outcome, CancellationToken cancellation)
    {
        Delivery delivery = await db.Deliveries.AsTracking().GetAsync(id, null, cancellation);
        if (delivery.State != DeliveryState.Pending) return false;
        if (outcome.Error is { } error) delivery.Failed(error, outcome.RetryAfter, outcome.Final, calendar.Now);
        else delivery.Succeeded(calendar.Now);
        if (delivery.State != DeliveryState.Pending) db.Record(new AuditEntry(ActionOf(delivery.State), nameof(Delivery), delivery.Id, delivery.LastError));
        if (outcome.Gone) await DisableAsync(db, delivery.SubscriptionId, outcome.Error!, cancellation);
        return true;
    }

    private static async Task DisableAsync(IRegistryDb db, Guid id, string reason, CancellationToken cancellation)
    {
        Subscription subscription = await db.Subscriptions.AsTracking().GetAsync(id, null, cancellation);
        subscription.Disable(reason);
        db.Record(new AuditEntry("subscription.disabled", nameof(Subscription), id, reason));
    }

    private static string ActionOf(DeliveryState state) => state == DeliveryState.Delivered ? "delivery.delivered" : "delivery.dead";
}
