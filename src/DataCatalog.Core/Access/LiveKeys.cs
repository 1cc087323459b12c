using DataCatalog.Core.Common;

namespace DataCatalog.Core.Access;

internal static class LiveKeys
{
    /// <summary>The administrators' keys that open now.</summary>
    public static IQueryable<ApiKey> OfAdministrators(this IQueryable<ApiKey> keys, DateTime now) =>
        keys.Where(k => (k.Roles & Roles.ProgrammeAdmin) != 0 && k.RevokedAt == null && (k.ExpiresAt == null || k.ExpiresAt > now));
}
