using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>Alerts of what happened, as against dates that come near: raised in the write that makes it happen, closed once it is settled.</summary>
internal static class EventAlerts
{
    /// <summary>Raises them; one of the same subject and day that was closed meanwhile stands again, and nobody is told twice.</summary>
    public static async Task RaiseAsync(IRegistryDb db, IReadOnlyCollection<WatchedDate> events, TimeProvider clock, CancellationToken cancellation)
    {
        if (events.Count == 0) return;
        List<SubjectKind> kinds = [.. events.Select(e => e.Kind).Distinct()];
        List<Guid> subjects = [.. events.Select(e => e.SubjectId)];
        List<Alert> known = await OfAsync(db, kinds, subjects, cancellation);
        DeliveryPlan plan = await DeliveryPlan.LoadAsync(db, clock, cancellation);
        foreach (WatchedDate what in events)
        {
            if (known.Find(a => a.Kind == what.Kind && a.SubjectId == what.SubjectId && a.Date == what.Date) is { } earlier) Reopen(db, earlier);
            else Raise(db, plan, what, clock);
        }
    }

    /// <summary>Resolves those that stand of a kind about any of the subjects.</summary>
    public static async Task ResolveAsync(IRegistryDb db, SubjectKind kind, IReadOnlyCollection<Guid> subjects, CancellationToken cancellation)
    {
        foreach (Alert alert in (await OfAsync(db, [kind], subjects, cancellation)).Where(a => a.Stands))
        {
            alert.Resolve();
            db.Record(new AuditEntry("alert.resolved", nameof(Alert), alert.Id));
        }
    }

    // What a consortium sets off may be for staff alone, so these are found whoever acts.
    private static Task<List<Alert>> OfAsync(IRegistryDb db, IReadOnlyCollection<SubjectKind> kinds, IReadOnlyCollection<Guid> subjects, CancellationToken cancellation) =>
        db.Alerts.IgnoreQueryFilters().AsTracking().Where(a => kinds.Contains(a.Kind) && subjects.Contains(a.SubjectId)).ToListAsync(cancellation);

    private static void Raise(IRegistryDb db, DeliveryPlan plan, WatchedDate what, TimeProvider clock)
    {
        var alert = Alert.Raise(what, 0, [], clock);
        db.Alerts.Add(alert);
        db.Record(new AuditEntry("alert.raised", nameof(Alert), alert.Id));
        plan.Add(db, alert);
    }

    private static void Reopen(IRegistryDb db, Alert alert)
    {
        if (alert.Stands) return;
        alert.Reopen();
        db.Record(new AuditEntry("alert.reopened", nameof(Alert), alert.Id));
    }
}
