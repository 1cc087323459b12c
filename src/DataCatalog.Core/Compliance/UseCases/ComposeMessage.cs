using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Messages;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>Gathers what a delivery tells and has it written.</summary>
/// <param name="calendar">The programme's days.</param>
/// <param name="publicUrl">Where receivers reach the service.</param>
public sealed class ComposeMessage(Calendar calendar, PublicUrl publicUrl)
{
    /// <summary>Why a delivery ends unsent when its receiver may not be told any more.</summary>
    public const string NotLive = "not sent: the subscription is disabled, or its key is revoked or expired";

    private const int MostToldInDigest = 100;

    /// <summary>The message of a delivery, or why there is none: nothing is left to tell, or its receiver may not be told any more.</summary>
    public async Task<Composed> ForAsync(IRegistryDb db, Guid deliveryId, CancellationToken cancellation)
    {
        Delivery delivery = await db.Deliveries.AsNoTracking().FirstAsync(d => d.Id == deliveryId, cancellation);
        Subscription subscription = await db.Subscriptions.AsNoTracking().FirstAsync(s => s.Id == delivery.SubscriptionId, cancellation);
        if (subscription.Target is null || !await db.Live(calendar.Now).AnyAsync(s => s.Id == subscription.Id, cancellation))
        {
            return new Composed(subscription.Channel, null, NotLive);
        }

        (List<Alert> alerts, int total) = await AlertsAsync(db, delivery, subscription, cancellation);
        if (alerts.Count == 0) return new Composed(subscription.Channel, null, DeliverAlerts.Overtaken);
        DateTime at = delivery.DigestOn is { } day ? DigestSpan.End(day, calendar.Zone) : alerts[0].RaisedAt;
        List<AlertFacts> facts = await FactsAsync(db, alerts, cancellation);
        return new Composed(subscription.Channel, MessageWriter.Write(delivery, subscription, facts, total, at, calendar.Today), null);
    }

    private async Task<(List<Alert> Alerts, int Total)> AlertsAsync(IRegistryDb db, Delivery delivery, Subscription subscription, CancellationToken cancellation)
    {
        if (delivery.DigestOn is not { } day)
        {
            Alert? alert = await db.Alerts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == delivery.AlertId, cancellation);
            return alert is { Stands: true } && subscription.Sees(alert) ? ([alert], 1) : ([], 0);
        }

        DateTime begin = await DigestSpan.BeginAsync(db, subscription, day, calendar.Zone, cancellation);
        IQueryable<Alert> content = DigestSpan.Content(db, subscription, begin, day, calendar.Zone);
        List<Alert> told = await content.OrderBy(a => a.Date).ThenBy(a => a.Id).Take(MostToldInDigest).ToListAsync(cancellation);
        return (told, told.Count < MostToldInDigest ? told.Count : await content.CountAsync(cancellation));
    }

    private async Task<List<AlertFacts>> FactsAsync(IRegistryDb db, List<Alert> alerts, CancellationToken cancellation)
    {
        List<Guid> agreementIds = Ids(alerts, a => a.AgreementId);
        List<Guid> datasetIds = Ids(alerts, a => a.DatasetId);
        List<Guid> consortiumIds = Ids(alerts, a => a.ConsortiumId);
        Dictionary<Guid, string> numbers = await db.Agreements.Where(a => agreementIds.Contains(a.Id)).Select(a => new { a.Id, a.Number }).ToDictionaryAsync(a => a.Id, a => a.Number, cancellation);
        Dictionary<Guid, string> keys = await db.Datasets.Where(d => datasetIds.Contains(d.Id)).Select(d => new { d.Id, d.Key }).ToDictionaryAsync(d => d.Id, d => d.Key, cancellation);
        Dictionary<Guid, LocalizedText> names = await db.Consortia.AsNoTracking().Where(c => consortiumIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, cancellation);
        return
        [
            .. alerts.Select(a => new AlertFacts(
                a, numbers.GetValueOrDefault(a.AgreementId ?? default), keys.GetValueOrDefault(a.DatasetId ?? default), names.GetValueOrDefault(a.ConsortiumId ?? default), publicUrl.Of(a))),
        ];
    }

    private static List<Guid> Ids(List<Alert> alerts, Func<Alert, Guid?> id) => [.. alerts.Select(id).OfType<Guid>().Distinct()];
}

/// <summary>What there is to send.</summary>
/// <param name="Channel">By which way.</param>
/// <param name="Message">The message, or null.</param>
/// <param name="Reason">Why there is none, or null.</param>
public sealed record Composed(Channel Channel, Message? Message, string? Reason);

/// <summary>Where receivers of messages reach the service.</summary>
/// <param name="Base">Its address, without a path of its own or with the proxy's.</param>
public sealed record PublicUrl(Uri Base)
{
    /// <summary>Where the alert can be read.</summary>
    public Uri Of(Alert alert) => new($"{Base.AbsoluteUri.TrimEnd('/')}/odata/Alerts({alert.Id})");
}
