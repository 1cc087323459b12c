using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Catalogue.UseCases;

/// <summary>Changes what is said of an organisation; its key stays.</summary>
public sealed class ChangeOrganisation(IRegistryDb db)
{
    /// <summary>Changes it, if it still is as the caller read it.</summary>
    /// <param name="id">Which.</param>
    /// <param name="expected">The version that the caller read; null where that does not matter.</param>
    /// <param name="input">All that is said of it from now on.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there, has changed meanwhile, a rule of the input is broken, or the caller's roles do not allow it.</exception>
    public Task<Organisation> HandleAsync(Guid id, long? expected, OrganisationInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Organisation organisation = await db.Organisations.GetAsync(id, expected, token);
            organisation.Change(input);
            db.Record(new AuditEntry("organisation.changed", nameof(Organisation), organisation.Id));
            return organisation;
        }, cancellation);
    }
}
