using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Registers a consortium of a programme.</summary>
public sealed class RegisterConsortium(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Registers it.</summary>
    /// <exception cref="DomainException">A rule of the input is broken, the key is taken, a reference points at nothing, or the caller's roles do not allow it.</exception>
    public Task<Consortium> HandleAsync(ConsortiumInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Consortium consortium = Consortium.Register(input, clock);
            if (await db.Consortia.AnyAsync(x => x.Key == consortium.Key, token)) throw new DomainException(CommonErrors.DuplicateKey, nameof(Consortium.Key), nameof(Consortium), consortium.Key);
            await db.RequireReferencesAsync(input, token);
            db.Consortia.Add(consortium);
            db.Record(new AuditEntry("consortium.registered", nameof(Consortium), consortium.Id));
            return consortium;
        }, cancellation);
    }
}
