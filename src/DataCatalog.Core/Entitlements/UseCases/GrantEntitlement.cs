using DataCatalog.Core.Audit;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Grants a consortium the right to use a dataset under an agreement.</summary>
public sealed class GrantEntitlement(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Grants it.</summary>
    /// <exception cref="DomainException">A reference points at nothing, the grant would be wider than its agreement, it overlaps one that stands, or the caller's roles do not allow it.</exception>
    public Task<Entitlement> HandleAsync(EntitlementInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Dataset dataset = await db.Datasets.ReferredAsync(input.DatasetId, nameof(input.DatasetId), token);
            Consortium consortium = await db.Consortia.ReferredAsync(input.ConsortiumId, nameof(input.ConsortiumId), token);
            Agreement agreement = await db.Agreements.Include(a => a.Datasets).ReferredAsync(input.AgreementId, nameof(input.AgreementId), token);
            Entitlement entitlement = Entitlement.Grant(dataset, consortium, agreement, input, db.Actor, clock);
            await RequireNoOverlapAsync(entitlement, token);
            db.Entitlements.Add(entitlement);
            db.Record(new AuditEntry("entitlement.granted", nameof(Entitlement), entitlement.Id));
            return entitlement;
        }, cancellation);
    }

    private async Task RequireNoOverlapAsync(Entitlement granted, CancellationToken cancellation)
    {
        List<Entitlement> others = await db.Entitlements
            .Where(e => e.DatasetId == granted.DatasetId && e.ConsortiumId == granted.ConsortiumId && e.AgreementId == granted.AgreementId)
            .ToListAsync(cancellation);
        if (others.Exists(granted.Overlaps)) throw new DomainException(EntitlementErrors.Overlaps, nameof(Entitlement.StartsOn));
    }
}
