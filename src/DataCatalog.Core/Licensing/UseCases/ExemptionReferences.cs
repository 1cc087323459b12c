using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.UseCases;

internal static class ExemptionReferences
{
    /// <summary>Refuses an input that names rows that are not there.</summary>
    public static async Task RequireReferencesAsync(this IRegistryDb db, ExemptionInput input, CancellationToken cancellation)
    {
        await db.Programmes.RequireEachAsync(Each(input.ProgrammeIds), i => $"{nameof(input.ProgrammeIds)}/{i}", cancellation);
        await db.Consortia.RequireEachAsync(Each(input.ConsortiumIds), i => $"{nameof(input.ConsortiumIds)}/{i}", cancellation);
        await db.Datasets.RequireEachAsync(Each(input.DatasetIds), i => $"{nameof(input.DatasetIds)}/{i}", cancellation);
        await db.Licences.RequireEachAsync(Each(input.LicenceIds), i => $"{nameof(input.LicenceIds)}/{i}", cancellation);
    }

    private static IEnumerable<Guid?> Each(IReadOnlyList<Guid>? ids) => (ids ?? []).Select(id => (Guid?)id);
}
