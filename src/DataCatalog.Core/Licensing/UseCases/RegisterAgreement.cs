using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.UseCases;

/// <summary>Registers an agreement, with its first terms where they are given.</summary>
public sealed class RegisterAgreement(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Registers it.</summary>
    /// <param name="input">What is said of it.</param>
    /// <param name="terms">Its first machine-readable rules; null for none yet.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">A rule of the input is broken, the licensor has that number, a reference points at nothing, or the caller's roles do not allow it.</exception>
    public Task<Agreement> HandleAsync(AgreementInput input, TermsInput? terms, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Agreement agreement = Agreement.Register(input, clock);
            if (terms is not null) agreement.Amend(terms, db.Actor, clock);
            await db.RequireFreeNumberAsync(agreement, token);
            await db.RequireReferencesAsync(input, token);
            db.Agreements.Add(agreement);
            db.Record(new AuditEntry("agreement.registered", nameof(Agreement), agreement.Id));
            return agreement;
        }, cancellation);
    }
}
