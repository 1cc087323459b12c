using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Access;

internal static class LiveKeys
{
    /// <summary>Ids of the administrators' keys that open now. Roles are kept as words, so they are compared here; nobody has many keys.</summary>
    public static async Task<List<Guid>> OfAdministratorsAsync(this IQueryable<ApiKey> keys, DateTime now, CancellationToken cancellation)
    {
        var live = await keys.Where(k => k.RevokedAt == null && (k.ExpiresAt == null || k.ExpiresAt > now)).Select(k => new { k.Id, k.Roles }).ToListAsync(cancellation);
        return [.. live.Where(k => k.Roles.HasFlag(Roles.ProgrammeAdmin)).Select(k => k.Id)];
    }
}
