using DataCatalog.Core.Audit;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Compliance.UseCases.Obligations;
using DataCatalog.Core.Entitlements;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases.Ends;

/// <summary>
/// Takes a consortium's leaving back, as a recorded correction (domain rule 13): the rights that ended with it are granted anew from the day after,
/// what became owed with it is taken back. Requests stay closed and money released: they can be asked for again.
/// </summary>
public sealed class ReinstateConsortium(IRegistryDb db, TimeProvider clock)
{
    private const string Corrected = "the consortium's leaving was corrected";

    /// <summary>Takes it back.</summary>
    /// <exception cref="DomainException">It is not there, has changed meanwhile or has not left, no reason is given, or the caller's roles do not allow it.</exception>
    public Task<Consortium> HandleAsync(Guid id, long? expected, string? reason, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Consortium consortium = await db.Consortia.GetAsync(id, expected, token);
            string why = Check.Prose(reason, "Reason", 2000);
            DateOnly? left = consortium.EndedOn;
            consortium.Reinstate();
            db.Record(new AuditEntry("consortium.reinstated", nameof(Consortium), consortium.Id, why));
            await GrantAsync(consortium, left!.Value, token);
            List<Obligation> raised = await db.Obligations.AsTracking().Where(o => o.ConsortiumId == id && o.Since == left && (o.Status == ObligationStatus.Open || o.Status == ObligationStatus.Submitted)).OrderBy(o => o.Id).ToListAsync(token);
            await ObligationLedger.CancelAsync(db, raised, Corrected, clock, token);
            return consortium;
        }, cancellation);
    }

    private async Task GrantAsync(Consortium consortium, DateOnly left, CancellationToken cancellation)
    {
        List<Entitlement> ended = await db.Entitlements.Include(e => e.Acceptances).Include(e => e.Dataset).Include(e => e.Consortium).Include(e => e.Agreement!.Datasets)
            .Where(e => e.ConsortiumId == consortium.Id && e.RevokedOn == left && e.RevokedReason == EndConsortium.Left).OrderBy(e => e.Id).ToListAsync(cancellation);
        DateOnly next = left.AddDays(1);
        foreach (Entitlement entitlement in ended.Where(e => CanGoOn(e, next)))
        {
            Entitlement again = Entitlement.GoingOn(entitlement, entitlement.Agreement!, next, db.Actor, clock);
            db.Entitlements.Add(again);
            db.Record(new AuditEntry("entitlement.granted", nameof(Entitlement), again.Id, Corrected));
        }
    }

    // What has ended meanwhile for a reason of its own stays ended.
    private static bool CanGoOn(Entitlement entitlement, DateOnly next) =>
        entitlement.Dataset!.Status == DatasetStatus.Available && entitlement.Agreement is { TerminatedOn: null, SupersededById: null, SignedOn: not null } agreement
        && agreement.Datasets.Any(d => d.DatasetId == entitlement.DatasetId) && !(agreement.LastDay < next) && !(agreement.LastDay < entitlement.StartsOn) && !(agreement.LastDay < agreement.SignedOn) && !(entitlement.EndsOn < next);
}
