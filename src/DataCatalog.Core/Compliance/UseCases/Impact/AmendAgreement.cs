using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.UseCases;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases.Impact;

/// <summary>Amends an agreement's terms, with what that changes for whom foreseen beforehand and kept with it (domain rule 19c).</summary>
public sealed class AmendAgreement(IRegistryDb db, ForeseeChanges foresee, AmendTerms amend, TimeProvider clock)
{
    /// <summary>Amends them, or with a dry run only says what would change.</summary>
    /// <exception cref="DomainException">The agreement is not there or has changed meanwhile, the rules are not valid, the day lies outside the term, or the caller's roles do not allow it.</exception>
    public async Task<(ImpactAnswer Impact, Terms Terms)> HandleAsync(Guid id, long? expected, TermsInput input, bool dryRun, CancellationToken cancellation)
    {
        (ImpactAnswer impact, Terms draft) = await foresee.AmendAsync(id, input, cancellation);
        if (dryRun) return (impact, draft);
        return await db.WriteAsync(async token =>
        {
            Terms made = await amend.HandleAsync(id, expected, input, token);
            Agreement agreement = await db.Agreements.GetAsync(id, null, token);
            KeptImpact.Keep(db, "terms.amended", agreement, impact, clock);
            return (impact, made);
        }, cancellation);
    }
}
