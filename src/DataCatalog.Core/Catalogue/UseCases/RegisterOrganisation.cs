using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Catalogue.UseCases;

/// <summary>Registers a company, university or public body.</summary>
public sealed class RegisterOrganisation(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Registers it.</summary>
    /// <exception cref="DomainException">A rule of the input is broken, the key is taken, a reference points at nothing, or the caller's roles do not allow it.</exception>
    public Task<Organisation> HandleAsync(OrganisationInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Organisation organisation = Organisation.Register(input, clock);
            if (await db.Organisations.AnyAsync(x => x.Key == organisation.Key, token)) throw new DomainException(CommonErrors.DuplicateKey, nameof(Organisation.Key), nameof(Organisation), organisation.Key);
            db.Organisations.Add(organisation);
            db.Record(new AuditEntry("organisation.registered", nameof(Organisation), organisation.Id));
            return organisation;
        }, cancellation);
    }
}
