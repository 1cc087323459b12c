using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.UseCases;

/// <summary>Changes what is said of a licence; its key stays.</summary>
public sealed class ChangeLicence(IRegistryDb db)
{
    /// <summary>Changes it, if it still is as the caller read it.</summary>
    /// <param name="id">Which.</param>
    /// <param name="expected">The version that the caller read; null where that does not matter.</param>
    /// <param name="input">All that is said of it from now on.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there, has changed meanwhile, a rule of the input is broken, or the caller's roles do not allow it.</exception>
    public Task<Licence> HandleAsync(Guid id, long? expected, LicenceInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Licence licence = await db.Licences.GetAsync(id, expected, token);
            licence.Change(input);
            db.Record(new AuditEntry("licence.changed", nameof(Licence), licence.Id));
            return licence;
        }, cancellation);
    }
}
