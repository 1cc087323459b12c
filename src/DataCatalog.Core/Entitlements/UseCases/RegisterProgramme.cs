using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Registers a programme.</summary>
public sealed class RegisterProgramme(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Registers it.</summary>
    /// <exception cref="DomainException">A rule of the input is broken, the key is taken, a reference points at nothing, or the caller's roles do not allow it.</exception>
    public Task<Programme> HandleAsync(ProgrammeInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Programme programme = Programme.Register(input, clock);
            if (await db.Programmes.AnyAsync(x => x.Key == programme.Key, token)) throw new DomainException(CommonErrors.DuplicateKey, nameof(Programme.Key), nameof(Programme), programme.Key);
            await db.RequireReferencesAsync(input, token);
            db.Programmes.Add(programme);
            db.Record(new AuditEntry("programme.registered", nameof(Programme), programme.Id));
            return programme;
        }, cancellation);
    }
}
