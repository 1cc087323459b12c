using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Obligations;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases.Obligations;

/// <summary>Enters obligations and settles what hangs on them, inside a write: each is there once, however often its end is looked at.</summary>
internal static class ObligationLedger
{
    /// <summary>Enters what is owed; what is there already stays, and stands again if it had been cancelled.</summary>
    /// <returns>How many are new or stand again.</returns>
    public static async Task<int> EnterAsync(IRegistryDb db, IReadOnlyCollection<OwedObligation> owed, TimeProvider clock, CancellationToken cancellation, bool moves = true)
    {
        string[] marks = [.. owed.Select(o => o.Sha256)];
        Dictionary<string, Obligation> known = await db.Obligations.AsTracking().Where(o => marks.Contains(o.Sha256)).ToDictionaryAsync(o => o.Sha256, cancellation);
        int entered = 0;
        foreach (OwedObligation one in owed)
        {
            if (known.TryGetValue(one.Sha256, out Obligation? there))
            {
                if (!IsNews(there.Status, moves ? there.DueOn : one.DueOn, one)) continue;
                bool cancelled = there.Status == ObligationStatus.Cancelled;
                there.Restate(one.DueOn);
                db.Record(new AuditEntry(cancelled ? "obligation.reopened" : "obligation.moved", nameof(Obligation), there.Id));
            }
            else
            {
                Obligation raised = Obligation.Raise(one, clock);
                db.Obligations.Add(raised);
                db.Record(new AuditEntry("obligation.raised", nameof(Obligation), raised.Id));
            }

            entered++;
        }

        return entered;
    }

    /// <summary>Enters what a sweep finds owed. Most was dealt with before: it is looked at without keeping other writers waiting, and written only where there is something new.</summary>
    public static async Task<int> SweepAsync(IRegistryDbFactory dbs, Func<IRegistryDb, CancellationToken, Task<IReadOnlyList<OwedObligation>>> find, TimeProvider clock, CancellationToken cancellation, bool moves = true) =>
        await dbs.UseAsync(async db => await HasNewAsync(db, await find(db, cancellation), moves, cancellation))
            ? await dbs.SweepAsync(async (db, token) => await EnterAsync(db, await find(db, token), clock, token, moves), cancellation)
            : 0;

    private static async Task<bool> HasNewAsync(IRegistryDb db, IReadOnlyCollection<OwedObligation> owed, bool moves, CancellationToken cancellation)
    {
        string[] marks = [.. owed.Select(o => o.Sha256)];
        var known = await db.Obligations.AsNoTracking().Where(o => marks.Contains(o.Sha256)).Select(o => new { o.Sha256, o.Status, o.DueOn }).ToDictionaryAsync(o => o.Sha256, cancellation);
        return owed.Any(o => !known.TryGetValue(o.Sha256, out var there) || IsNews(there.Status, moves ? there.DueOn : o.DueOn, o));
    }

    // What is settled stays as it was settled; what stands moves with its day.
    private static bool IsNews(ObligationStatus status, DateOnly? due, OwedObligation owed) => status switch
    {
        ObligationStatus.Cancelled => true,
        ObligationStatus.Open or ObligationStatus.Submitted => due != owed.DueOn,
        _ => false,
    };

    /// <summary>Takes obligations back, with the alerts of their days.</summary>
    public static async Task CancelAsync(IRegistryDb db, IReadOnlyCollection<Obligation> obligations, string reason, TimeProvider clock, CancellationToken cancellation)
    {
        foreach (Obligation obligation in obligations.Where(o => o.Stands))
        {
            obligation.Cancel(reason, db.Actor, clock);
            db.Record(new AuditEntry("obligation.cancelled", nameof(Obligation), obligation.Id, reason));
        }

        await ResolveAlertsAsync(db, [.. obligations.Select(o => o.Id)], cancellation);
    }

    /// <summary>Resolves the alerts of obligations that are settled.</summary>
    public static async Task ResolveAlertsAsync(IRegistryDb db, IReadOnlyCollection<Guid> obligations, CancellationToken cancellation)
    {
        foreach (Alert alert in await db.Alerts.AsTracking().Where(a => a.Kind == SubjectKind.ObligationDue && obligations.Contains(a.SubjectId)).ToListAsync(cancellation))
        {
            if (!alert.Stands) continue;
            alert.Resolve();
            db.Record(new AuditEntry("alert.resolved", nameof(Alert), alert.Id));
        }
    }
}
