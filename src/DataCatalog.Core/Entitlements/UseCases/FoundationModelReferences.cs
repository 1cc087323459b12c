using DataCatalog.Core.Common;

namespace DataCatalog.Core.Entitlements.UseCases;

internal static class FoundationModelReferences
{
    /// <summary>Refuses an input that names rows that are not there.</summary>
    public static Task RequireReferencesAsync(this IRegistryDb db, FoundationModelInput input, CancellationToken cancellation) =>
        db.Consortia.RequireAsync(input.ConsortiumId, nameof(input.ConsortiumId), cancellation);
}
