using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Requests;

namespace DataCatalog.Core.Entitlements.UseCases.Requests;

internal static class AccessRequestReferences
{
    /// <summary>Refuses an input that names datasets that are not there, or a model that is not the asker's.</summary>
    public static async Task RequireReferencesAsync(this IRegistryDb db, AccessRequestInput input, CancellationToken cancellation)
    {
        await db.Datasets.RequireEachAsync(input.DatasetIds!.Select(id => (Guid?)id), i => $"{nameof(input.DatasetIds)}/{i}", cancellation);
        await db.FoundationModels.Where(m => m.ConsortiumId == input.ConsortiumId).RequireAsync(input.ModelId, nameof(input.ModelId), cancellation);
    }
}
