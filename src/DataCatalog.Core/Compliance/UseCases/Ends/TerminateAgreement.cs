using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.UseCases.Impact;
using DataCatalog.Core.Compliance.UseCases.Obligations;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Licensing;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases.Ends;

/// <summary>Ends an agreement early, with what that touches foreseen beforehand and kept with it (domain rules 10, 15 and 19c).</summary>
public sealed class TerminateAgreement(IRegistryDb db, ReadImpact impact, OwedAtEnd owed, Calendar calendar, TimeProvider clock)
{
    /// <summary>Ends it, or with a dry run only says what would change.</summary>
    /// <param name="id">Which.</param>
    /// <param name="expected">The version that the caller read; null where that does not matter.</param>
    /// <param name="end">How it ends.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there, has changed meanwhile, has ended already, the day lies outside its term, no reason is given, or the caller's roles do not allow it.</exception>
    public async Task<ImpactAnswer> HandleAsync(Guid id, long? expected, EarlyEnd end, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        DateOnly lastDay = Backdating.Check(end.LastDay ?? calendar.Today, nameof(end.LastDay), calendar.Today);
        if (end.DryRun)
        {
            Agreement draft = await db.Agreements.AsNoTracking().GetAsync(id, expected, cancellation);
            draft.Terminate(lastDay, end.By, end.Reason ?? "dry run", calendar.Today, clock);
            return await impact.OfAgreementAsync(id, lastDay, cancellation);
        }

        return await db.WriteAsync(async token =>
        {
            Agreement agreement = await db.Agreements.GetAsync(id, expected, token);
            ImpactAnswer touched = await impact.OfAgreementAsync(id, lastDay, token);
            agreement.Terminate(lastDay, end.By, end.Reason, calendar.Today, clock);
            db.Record(new AuditEntry("agreement.terminated", nameof(Agreement), agreement.Id, agreement.TerminationReason));
            KeptImpact.Keep(db, "agreement.terminated", agreement, touched, clock);
            if (lastDay < calendar.Today) await OweAsync(id, lastDay, token);
            return touched;
        }, cancellation);
    }

    // What is past is owed at once, not only when the next sweep comes by.
    private async Task OweAsync(Guid id, DateOnly lastDay, CancellationToken cancellation)
    {
        List<RightEnd> ends = await RightEnds.CutAsync(db, db.Entitlements.Where(e => e.AgreementId == id), lastDay, cancellation);
        ends.AddRange(await RightEnds.UsedWithoutRightAsync(db, [id], _ => lastDay, cancellation));
        await ObligationLedger.EnterAsync(db, await owed.OfAsync(db, ends, cancellation), clock, cancellation);
    }
}

/// <summary>How an agreement ends early.</summary>
public sealed record EarlyEnd
{
    /// <summary>Its last day; today where absent.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Who ends it.</summary>
    public AgreementSide By { get; init; } = AgreementSide.Licensee;

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether only to say what would change.</summary>
    public bool DryRun { get; init; }
}
