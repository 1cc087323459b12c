using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseCases.Requests;
using DataCatalog.Core.Licensing;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Grants a consortium the right to use a dataset under an agreement.</summary>
public sealed class GrantEntitlement(IRegistryDb db, UseChecker checker, TimeProvider clock)
{
    /// <summary>Grants it.</summary>
    /// <exception cref="DomainException">A reference points at nothing, the grant would be wider than its agreement or its terms, it overlaps one that stands, or the caller's roles do not allow it.</exception>
    public Task<Entitlement> HandleAsync(EntitlementInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Dataset dataset = await db.Datasets.ReferredAsync(input.DatasetId, nameof(input.DatasetId), token);
            Consortium consortium = await db.Consortia.ReferredAsync(input.ConsortiumId, nameof(input.ConsortiumId), token);
            Agreement agreement = await db.Agreements.Include(a => a.Datasets).ReferredAsync(input.AgreementId, nameof(input.AgreementId), token);
            FoundationModel? model = input.ModelId is null ? null : await db.FoundationModels.Where(m => m.ConsortiumId == consortium.Id).ReferredAsync(input.ModelId, nameof(input.ModelId), token);
            Entitlement entitlement = Entitlement.Grant(dataset, consortium, agreement, input, db.Actor, clock);
            await new GrantForesight(db, checker).RequireAllowedAsync([PlannedGrant.Of(entitlement, model)], token);
            await db.KeepAsync([entitlement], token);
            return entitlement;
        }, cancellation);
    }
}
