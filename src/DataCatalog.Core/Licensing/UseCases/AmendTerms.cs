using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Licensing.UseCases;

/// <summary>Adds the next version of an agreement's machine-readable rules.</summary>
public sealed class AmendTerms(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Adds it; no version is ever overwritten.</summary>
    /// <param name="agreementId">The agreement.</param>
    /// <param name="expected">The agreement's version that the caller read; null where that does not matter.</param>
    /// <param name="input">The rules and the day they take effect.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">The agreement is not there or has changed meanwhile, the policy is not valid, the day lies outside the term, or the caller's roles do not allow it.</exception>
    public Task<Terms> HandleAsync(Guid agreementId, long? expected, TermsInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Agreement agreement = await db.Agreements.Include(a => a.TermsVersions).GetAsync(agreementId, expected, token);
            Terms terms = agreement.Amend(input, db.Actor, clock);
            db.Record(new AuditEntry("terms.amended", nameof(Terms), terms.Id));
            return terms;
        }, cancellation);
    }
}
