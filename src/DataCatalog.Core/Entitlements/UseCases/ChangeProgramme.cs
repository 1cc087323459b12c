using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Changes what is said of a programme; its key stays.</summary>
public sealed class ChangeProgramme(IRegistryDb db)
{
    /// <summary>Changes it, if it still is as the caller read it.</summary>
    /// <param name="id">Which.</param>
    /// <param name="expected">The version that the caller read; null where that does not matter.</param>
    /// <param name="input">All that is said of it from now on.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there, has changed meanwhile, a rule of the input is broken, or the caller's roles do not allow it.</exception>
    public Task<Programme> HandleAsync(Guid id, long? expected, ProgrammeInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Programme programme = await db.Programmes.GetAsync(id, expected, token);
            programme.Change(input);
            await db.RequireReferencesAsync(input, token);
            db.Record(new AuditEntry("programme.changed", nameof(Programme), programme.Id));
            return programme;
        }, cancellation);
    }
}
