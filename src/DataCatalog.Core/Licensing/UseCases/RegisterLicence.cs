using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Licensing.UseCases;

/// <summary>Registers a published licence.</summary>
public sealed class RegisterLicence(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Registers it.</summary>
    /// <exception cref="DomainException">A rule of the input is broken, the key is taken, a reference points at nothing, or the caller's roles do not allow it.</exception>
    public Task<Licence> HandleAsync(LicenceInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Licence licence = Licence.Register(input, clock);
            await RequireFreeKeyAsync(licence.Key, token);
            db.Licences.Add(licence);
            db.Record(new AuditEntry("licence.registered", nameof(Licence), licence.Id));
            return licence;
        }, cancellation);
    }

    // SPDX compares identifiers without regard to case (annex B.1); there are some hundred licences, of which few are as long.
    private async Task RequireFreeKeyAsync(string key, CancellationToken cancellation)
    {
        List<string> asLong = await db.Licences.Where(l => l.Key.Length == key.Length).Select(l => l.Key).ToListAsync(cancellation);
        if (!asLong.Contains(key, StringComparer.OrdinalIgnoreCase)) return;
        throw new DomainException(CommonErrors.DuplicateKey, nameof(Licence.Key), nameof(Licence), key);
    }
}
