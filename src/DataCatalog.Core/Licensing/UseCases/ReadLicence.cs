using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Published;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Licensing.UseCases;

/// <summary>Records how an officer reads a feature of a licence, in place of the ready-made interpretation.</summary>
public sealed class ReadLicence(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Records it; no reading is ever overwritten.</summary>
    /// <exception cref="DomainException">The licence is not there or has changed meanwhile, the feature is unknown, the note is missing, or the caller's roles do not allow it.</exception>
    public Task<Licence> HandleAsync(Guid id, long? expected, OfficerReadingInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        if (!Enum.GetNames<LicenceFeature>().Contains(input.Feature, StringComparer.Ordinal))
        {
            throw new DomainException(CommonErrors.Invalid, nameof(input.Feature), input.Feature ?? "", "feature", $"use one of {string.Join(", ", Enum.GetNames<LicenceFeature>())}");
        }

        return db.WriteAsync(async token =>
        {
            Licence licence = await db.Licences.Include(l => l.Readings).GetAsync(id, expected, token);
            OfficerReading reading = licence.Read(input, db.Actor, clock);
            db.Record(new AuditEntry("licence.read", nameof(OfficerReading), reading.Id, reading.Note.Length > 500 ? reading.Note[..500] : reading.Note));
            return licence;
        }, cancellation);
    }
}
