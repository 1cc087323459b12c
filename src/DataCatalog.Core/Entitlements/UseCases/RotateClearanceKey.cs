using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseChecks;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Makes the key that clearances are signed with from now on; the public keys of those before it stay.</summary>
public sealed class RotateClearanceKey(IRegistryDb db, IClearanceKeys keys, TimeProvider clock)
{
    /// <summary>Makes it; the private key before it is forgotten.</summary>
    /// <exception cref="DomainException">The caller's roles do not allow it.</exception>
    public async Task<ClearanceKey> HandleAsync(CancellationToken cancellation)
    {
        db.Actor.Require(Roles.ProgrammeAdmin);
        (string keyId, string publicKey) = keys.Make();
        try
        {
            (ClearanceKey made, List<string> retired) = await WriteAsync(keyId, publicKey, cancellation);
            foreach (string old in retired) keys.Forget(old);
            return made;
        }
        catch
        {
            keys.Forget(keyId);
            throw;
        }
    }

    private Task<(ClearanceKey Made, List<string> Retired)> WriteAsync(string keyId, string publicKey, CancellationToken cancellation) => db.WriteAsync(
        async token =>
        {
            List<ClearanceKey> before = await db.ClearanceKeys.Where(k => k.RetiredAt == null).ToListAsync(token);
            foreach (ClearanceKey old in before) old.Retire(clock);
            var made = ClearanceKey.Of(keyId, publicKey, clock);
            db.ClearanceKeys.Add(made);
            db.Record(new AuditEntry("clearance-key.rotated", nameof(ClearanceKey), made.Id));
            return (made, before.ConvertAll(k => k.KeyId));
        },
        cancellation);
}
