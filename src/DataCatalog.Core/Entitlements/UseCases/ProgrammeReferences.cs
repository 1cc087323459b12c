using DataCatalog.Core.Common;

namespace DataCatalog.Core.Entitlements.UseCases;

internal static class ProgrammeReferences
{
    /// <summary>Refuses an input that names rows that are not there.</summary>
    public static Task RequireReferencesAsync(this IRegistryDb db, ProgrammeInput input, CancellationToken cancellation) =>
        db.Organisations.RequireAsync(input.FunderId, nameof(input.FunderId), cancellation);
}
