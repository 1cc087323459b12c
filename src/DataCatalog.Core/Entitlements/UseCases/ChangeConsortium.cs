using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Changes what is said of a consortium; its key stays.</summary>
public sealed class ChangeConsortium(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Changes it, if it still is as the caller read it.</summary>
    /// <param name="id">Which.</param>
    /// <param name="expected">The version that the caller read; null where that does not matter.</param>
    /// <param name="input">All that is said of it from now on.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there, has changed meanwhile, a rule of the input is broken, or the caller's roles do not allow it.</exception>
    public Task<Consortium> HandleAsync(Guid id, long? expected, ConsortiumInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Consortium consortium = await db.Consortia.Include(c => c.Members).GetAsync(id, expected, token);
            consortium.Change(input, clock);
            await db.RequireReferencesAsync(input, token);
            db.Record(new AuditEntry("consortium.changed", nameof(Consortium), consortium.Id));
            return consortium;
        }, cancellation);
    }
}
