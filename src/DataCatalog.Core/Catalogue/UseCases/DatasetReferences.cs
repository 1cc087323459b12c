using DataCatalog.Core.Common;

namespace DataCatalog.Core.Catalogue.UseCases;

internal static class DatasetReferences
{
    /// <summary>Refuses an input that names rows that are not there.</summary>
    public static async Task RequireReferencesAsync(this IRegistryDb db, DatasetInput input, CancellationToken cancellation)
    {
        await db.Organisations.RequireAsync(input.ProviderId, nameof(input.ProviderId), cancellation);
        await db.Licences.RequireEachAsync((input.Licences ?? []).Select(l => l.LicenceId), i => $"{nameof(input.Licences)}/{i}/LicenceId", cancellation);
        await db.Consortia.RequireEachAsync((input.Supply?.RequestedBy ?? []).Select(id => (Guid?)id), i => $"{nameof(input.Supply)}/RequestedBy/{i}", cancellation);
    }
}
