using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Published;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Licensing.UseCases;

/// <summary>Records how an officer reads a feature of a licence, in place of the ready-made interpretation.</summary>
public sealed class ReadLicence(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Records it; no reading is ever overwritten.</summary>
    /// <exception cref="DomainException">The licence is not there or has changed meanwhile, the registry has no reading of it, the feature is unknown or said by the licence itself, the note is missing, or the caller's roles do not allow it.</exception>
    public Task<Licence> HandleAsync(Guid id, long? expected, OfficerReadingInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        if (!Enum.TryParse(input.Feature, out LicenceFeature feature) || feature.ToString() != input.Feature)
        {
            throw new DomainException(CommonErrors.Invalid, nameof(input.Feature), input.Feature ?? "", "feature", $"use one of {string.Join(", ", Enum.GetNames<LicenceFeature>())}");
        }

        return db.WriteAsync(async token =>
        {
            Licence licence = await db.Licences.Include(l => l.Readings).GetAsync(id, expected, token);
            LicenceReading known = LicenceReadings.Of(licence.Key) ?? throw new DomainException(PublishedErrors.ReadingUnknown, null, licence.Key);
            if (!known.IsOpenTo(feature)) throw new DomainException(PublishedErrors.NotAnInterpretation, nameof(input.Feature), licence.Key, feature);
            OfficerReading reading = licence.Read(input, db.Actor, clock);
            db.Record(new AuditEntry("licence.read", nameof(OfficerReading), reading.Id, reading.Note.Length > 500 ? reading.Note[..500] : reading.Note));
            return licence;
        }, cancellation);
    }
}
