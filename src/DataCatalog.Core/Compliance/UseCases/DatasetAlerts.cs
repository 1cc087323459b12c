using DataCatalog.Core.Audit;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>Tells those with a right to a dataset that it was suspended or withdrawn, in the write that does so (domain rule 4).</summary>
internal static class DatasetAlerts
{
    private static readonly SubjectKind[] Kinds = [SubjectKind.DatasetSuspended, SubjectKind.DatasetWithdrawn];

    /// <summary>Raises one alert for each live entitlement; one of the same day that was closed meanwhile stands again, and nobody is told twice.</summary>
    public static async Task RaiseAsync(IRegistryDb db, Dataset dataset, SubjectKind kind, DateOnly today, TimeProvider clock, CancellationToken cancellation)
    {
        List<Alert> known = await OfAsync(db, dataset, cancellation);
        Close(db, known.Where(a => a.Kind != kind), "alert.superseded", a => a.Supersede());
        List<Entitlement> live = await LiveAsync(db, dataset, today, cancellation);
        await EventAlerts.RaiseAsync(db, [.. live.Select(e => Watched(e, dataset, kind, today))], clock, cancellation);
    }

    /// <summary>Resolves what stands, because the dataset is available again.</summary>
    public static async Task ResolveAsync(IRegistryDb db, Dataset dataset, CancellationToken cancellation) =>
        Close(db, await OfAsync(db, dataset, cancellation), "alert.resolved", a => a.Resolve());

    private static Task<List<Alert>> OfAsync(IRegistryDb db, Dataset dataset, CancellationToken cancellation) =>
        db.Alerts.AsTracking().Where(a => a.DatasetId == dataset.Id && Kinds.Contains(a.Kind)).ToListAsync(cancellation);

    private static Task<List<Entitlement>> LiveAsync(IRegistryDb db, Dataset dataset, DateOnly today, CancellationToken cancellation) =>
        db.Entitlements.AsNoTracking()
            .Where(e => e.DatasetId == dataset.Id && (e.RevokedOn == null || e.RevokedOn >= today) && (e.EndsOn == null || e.EndsOn >= today))
            .Where(e => e.Agreement!.SupersededById == null && (e.Agreement.EndsOn == null || e.Agreement.EndsOn >= today)
                && (e.Agreement.TerminatedOn == null || e.Agreement.TerminatedOn >= today))
            .OrderBy(e => e.Id).ToListAsync(cancellation);

    private static WatchedDate Watched(Entitlement entitlement, Dataset dataset, SubjectKind kind, DateOnly today) =>
        new(kind, entitlement.Id, today, entitlement.AgreementId, dataset.Id, entitlement.ConsortiumId, LocalizedText.Of(dataset.Title.Ko, dataset.Title.En, nameof(Alert.Subject), 300));

    private static void Close(IRegistryDb db, IEnumerable<Alert> alerts, string action, Action<Alert> close)
    {
        foreach (Alert alert in alerts.Where(a => a.Stands))
        {
            close(alert);
            db.Record(new AuditEntry(action, nameof(Alert), alert.Id));
        }
    }
}
