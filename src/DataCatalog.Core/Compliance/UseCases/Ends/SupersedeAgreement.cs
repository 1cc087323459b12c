using DataCatalog.Core.Audit;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.UseCases.Impact;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Licensing;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases.Ends;

/// <summary>Lets an agreement take another's place; rights to what both cover can be carried over, so that nobody is without them for a day.</summary>
public sealed class SupersedeAgreement(IRegistryDb db, ReadImpact impact, Calendar calendar, TimeProvider clock)
{
    /// <summary>Does so.</summary>
    /// <param name="id">The one that is replaced.</param>
    /// <param name="expected">The version that the caller read; null where that does not matter.</param>
    /// <param name="byId">The one that takes its place.</param>
    /// <param name="carryOver">Whether its live entitlements are granted anew under the other.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">One of the two is not there, the first has ended, they would replace one another, an entitlement cannot be carried over, or the caller's roles do not allow it.</exception>
    public Task<ImpactAnswer> HandleAsync(Guid id, long? expected, Guid? byId, bool carryOver, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Agreement agreement = await db.Agreements.GetAsync(id, expected, token);
            Agreement by = await db.Agreements.Include(a => a.Datasets).ReferredAsync(byId, "ById", token);
            List<Entitlement> live = carryOver ? await LiveAsync(agreement, by, token) : [];
            Backdating.Check(by.StartsOn.AddDays(-1), "ById", calendar.Today);
            ImpactAnswer touched = await impact.OfAgreementAsync(id, by.StartsOn.AddDays(-1), token);
            agreement.Supersede(by, clock);
            db.Record(new AuditEntry("agreement.superseded", nameof(Agreement), agreement.Id));
            KeptImpact.Keep(db, "agreement.superseded", agreement, touched, clock);
            Entitlement[] next = [.. live.Where(e => by.Datasets.Any(d => d.DatasetId == e.DatasetId)).Select(e => Entitlement.GoingOn(e, by, by.StartsOn, db.Actor, clock))];
            await db.KeepAsync(next, token);
            return touched;
        }, cancellation);
    }

    // What was taken back stays taken back; what ends before the other begins ends then; what was granted under the other already is there.
    private Task<List<Entitlement>> LiveAsync(Agreement agreement, Agreement by, CancellationToken cancellation)
    {
        DateOnly first = by.StartsOn;
        return db.Entitlements.Include(e => e.Dataset).Include(e => e.Consortium)
            .Where(e => e.AgreementId == agreement.Id && e.RevokedOn == null && (e.EndsOn == null || e.EndsOn >= first) && e.Consortium!.EndedOn == null && e.Dataset!.Status == DatasetStatus.Available)
            .Where(e => !db.Entitlements.Any(x => x.AgreementId == by.Id && x.DatasetId == e.DatasetId && x.ConsortiumId == e.ConsortiumId))
            .OrderBy(e => e.Id).ToListAsync(cancellation);
    }
}
