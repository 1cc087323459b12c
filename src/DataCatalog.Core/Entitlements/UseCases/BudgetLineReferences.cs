using DataCatalog.Core.Common;

namespace DataCatalog.Core.Entitlements.UseCases;

internal static class BudgetLineReferences
{
    /// <summary>Refuses an input that names rows that are not there.</summary>
    public static Task RequireReferencesAsync(this IRegistryDb db, BudgetLineInput input, CancellationToken cancellation) =>
        db.Programmes.RequireAsync(input.ProgrammeId, nameof(input.ProgrammeId), cancellation);
}
