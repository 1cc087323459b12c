using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Licensing.UseCases;

/// <summary>Registers an exemption, with its first terms where they are given.</summary>
public sealed class RegisterExemption(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Registers it.</summary>
    /// <exception cref="DomainException">A rule of the input is broken, the key is taken, a reference points at nothing, or the caller's roles do not allow it.</exception>
    public Task<Exemption> HandleAsync(ExemptionInput input, TermsInput? terms, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Exemption exemption = Exemption.Register(input, clock);
            if (terms is not null) exemption.Amend(terms, db.Actor, clock);
            if (await db.Exemptions.AnyAsync(e => e.Key == exemption.Key, token)) throw new DomainException(CommonErrors.DuplicateKey, nameof(Exemption.Key), nameof(Exemption), exemption.Key);
            await db.RequireReferencesAsync(input, token);
            db.Exemptions.Add(exemption);
            db.Record(new AuditEntry("exemption.registered", nameof(Exemption), exemption.Id));
            return exemption;
        }, cancellation);
    }
}
