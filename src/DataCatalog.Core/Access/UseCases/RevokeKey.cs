using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Access.UseCases;

/// <summary>Takes an API key back at once.</summary>
public sealed class RevokeKey(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Revokes it; a second time changes nothing.</summary>
    /// <exception cref="DomainException">It is not there, is the last administrator's key that opens, or the caller is no programme administrator.</exception>
    public Task<ApiKey> HandleAsync(Guid id, long? expected, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            ApiKey key = await db.ApiKeys.GetAsync(id, expected, token);
            if (key.RevokedAt is not null) return key;
            List<Guid> administrators = await db.ApiKeys.OfAdministratorsAsync(clock.Instant(), token);
            if (administrators is [var last] && last == id) throw new DomainException(AccessErrors.LastAdministrator);
            key.Revoke(clock);
            db.Record(new AuditEntry("key.revoked", nameof(ApiKey), key.Id));
            return key;
        }, cancellation);
    }
}
