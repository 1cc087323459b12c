using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Licensing.UseCases;

internal static class AgreementReferences
{
    /// <summary>Refuses an input that names rows that are not there.</summary>
    public static async Task RequireReferencesAsync(this IRegistryDb db, AgreementInput input, CancellationToken cancellation)
    {
        IReadOnlyList<AgreementPartyInput> parties = input.Parties ?? [];
        await db.Organisations.RequireAsync(input.LicensorId, nameof(input.LicensorId), cancellation);
        await db.BudgetLines.RequireAsync(input.BudgetLineId, nameof(input.BudgetLineId), cancellation);
        await db.Organisations.RequireEachAsync(parties.Select(p => p.OrganisationId), i => $"{nameof(input.Parties)}/{i}/OrganisationId", cancellation);
        await db.Consortia.RequireEachAsync(parties.Select(p => p.ConsortiumId), i => $"{nameof(input.Parties)}/{i}/ConsortiumId", cancellation);
        await db.Datasets.RequireEachAsync((input.DatasetIds ?? []).Select(id => (Guid?)id), i => $"{nameof(input.DatasetIds)}/{i}", cancellation);
    }

    /// <summary>Refuses a number that the licensor has given to another agreement (domain rule 6).</summary>
    public static async Task RequireFreeNumberAsync(this IRegistryDb db, Agreement agreement, CancellationToken cancellation)
    {
        bool taken = await db.Agreements.AnyAsync(a => a.LicensorId == agreement.LicensorId && a.Number == agreement.Number && a.Id != agreement.Id, cancellation);
        if (taken) throw new DomainException(LicensingErrors.DuplicateNumber, nameof(Agreement.Number), agreement.Number);
    }
}
