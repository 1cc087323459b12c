using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Licensing.UseCases;

/// <summary>Changes what is said of an exemption; its terms are amended apart.</summary>
public sealed class ChangeExemption(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Changes it, if it still is as the caller read it.</summary>
    /// <exception cref="DomainException">It is not there, has changed meanwhile, a rule of the input is broken, or the caller's roles do not allow it.</exception>
    public Task<Exemption> HandleAsync(Guid id, long? expected, ExemptionInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Exemption exemption = await db.Exemptions.Include(e => e.Beneficiaries).Include(e => e.Covers).Include(e => e.TermsVersions).GetAsync(id, expected, token);
            exemption.Change(input, db.Actor, clock);
            await db.RequireReferencesAsync(input, token);
            db.Record(new AuditEntry("exemption.changed", nameof(Exemption), exemption.Id));
            return exemption;
        }, cancellation);
    }
}
