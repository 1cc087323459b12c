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
    public static async Task<int> EnterAsync(IRegistryDb db, IReadOnlyCollection<OwedObligation> owed, TimeProvider clock, CancellationToken cancellation)
    {
        string[] marks = [.. owed.Select(o => o.Sha256)];
        Dictionary<string, Obligation> known = await db.Obligations.AsTracking().Where(o => marks.Contains(o.Sha256)).ToDictionaryAsync(o => o.Sha256, cancellation);
        int entered = 0;
        foreach (OwedObligation one in owed)
        {
            if (known.TryGetValue(one.Sha256, out Obligation? there))
            {
                if (there.Status != ObligationStatus.Cancelled) continue;
                there.Reopen();
                db.Record(new AuditEntry("obligation.reopened", nameof(Obligation), there.Id));
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
