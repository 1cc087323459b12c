using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases;

internal static class StandingRights
{
    /// <summary>The rights that consortia hold to the same datasets under the same agreements.</summary>
    public static Task<List<Entitlement>> HeldAsync(this IRegistryDb db, IReadOnlyCollection<Entitlement> granted, CancellationToken cancellation)
    {
        List<Guid> consortia = [.. granted.Select(e => e.ConsortiumId).Distinct()];
        List<Guid> datasets = [.. granted.Select(e => e.DatasetId).Distinct()];
        List<Guid> agreements = [.. granted.Select(e => e.AgreementId).Distinct()];
        return db.Entitlements.AsNoTracking().Where(e => consortia.Contains(e.ConsortiumId) && datasets.Contains(e.DatasetId) && agreements.Contains(e.AgreementId)).ToListAsync(cancellation);
    }

    /// <summary>Keeps rights, unless some are held already on some of their days.</summary>
    /// <remarks>Once rows are saved, other writers wait until this write ends; so a second look sees what they granted while the first was made.</remarks>
    public static async Task KeepAsync(this IRegistryDb db, IReadOnlyCollection<Entitlement> granted, CancellationToken cancellation)
    {
        await db.RequireNoOverlapAsync(granted, cancellation);
        await db.WriteAsync(
            _ =>
            {
                foreach (Entitlement entitlement in granted)
                {
                    db.Entitlements.Add(entitlement);
                    db.Record(new AuditEntry("entitlement.granted", nameof(Entitlement), entitlement.Id));
                }

                return Task.FromResult(granted.Count);
            },
            cancellation);
        await db.RequireNoOverlapAsync(granted, cancellation);
    }

    private static async Task RequireNoOverlapAsync(this IRegistryDb db, IReadOnlyCollection<Entitlement> granted, CancellationToken cancellation)
    {
        List<Entitlement> held = await db.HeldAsync(granted, cancellation);
        if (granted.Any(e => held.Exists(h => h.Id != e.Id && IsSame(h, e) && h.Overlaps(e)))) throw new DomainException(EntitlementErrors.Overlaps, nameof(Entitlement.StartsOn));
    }

    /// <summary>Whether both are of one consortium to one dataset under one agreement.</summary>
    public static bool IsSame(Entitlement one, Entitlement other) => one.ConsortiumId == other.ConsortiumId && one.DatasetId == other.DatasetId && one.AgreementId == other.AgreementId;
}
