using DataCatalog.Core.Common;

namespace DataCatalog.Core.Entitlements.UseCases;

internal static class ConsortiumReferences
{
    /// <summary>Refuses an input that names rows that are not there.</summary>
    public static async Task RequireReferencesAsync(this IRegistryDb db, ConsortiumInput input, CancellationToken cancellation)
    {
        await db.Programmes.RequireAsync(input.ProgrammeId, nameof(input.ProgrammeId), cancellation);
        await db.Organisations.RequireAsync(input.LeadId, nameof(input.LeadId), cancellation);
        await db.Organisations.RequireEachAsync((input.Members ?? []).Select(m => m.OrganisationId), i => $"{nameof(input.Members)}/{i}/OrganisationId", cancellation);
    }
}
