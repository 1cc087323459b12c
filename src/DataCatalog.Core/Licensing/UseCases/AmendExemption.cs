using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Licensing.UseCases;

/// <summary>Adds the next version of an exemption's rules.</summary>
public sealed class AmendExemption(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Adds it; no version is ever overwritten.</summary>
    /// <exception cref="DomainException">The exemption is not there or has changed meanwhile, the rules are not valid, the day lies outside the term, or the caller's roles do not allow it.</exception>
    public Task<Exemption> HandleAsync(Guid id, long? expected, TermsInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Exemption exemption = await db.Exemptions.Include(e => e.TermsVersions).GetAsync(id, expected, token);
            ExemptionTerms terms = exemption.Amend(input, db.Actor, clock);
            db.Record(new AuditEntry("exemption.amended", nameof(ExemptionTerms), terms.Id));
            return exemption;
        }, cancellation);
    }
}
