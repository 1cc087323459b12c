using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.UseCases.Impact;
using DataCatalog.Core.Compliance.UseCases.Obligations;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.Requests;
using DataCatalog.Core.Entitlements.Spending;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Entitlements.UseCases.Requests;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases.Ends;

/// <summary>Has a consortium leave the programme, as one action (domain rule 13): its rights end that day, its requests are closed, what it owes is raised, what was reserved for it is released.</summary>
public sealed class EndConsortium(IRegistryDb db, ReadImpact impact, OwedAtEnd owed, Calendar calendar, TimeProvider clock)
{
    /// <summary>Why what ends with it ends.</summary>
    public const string Left = "the consortium left the programme";

    /// <summary>Ends it, or with a dry run only says what would change.</summary>
    /// <param name="id">Which.</param>
    /// <param name="expected">The version that the caller read; null where that does not matter.</param>
    /// <param name="lastDay">Its last day; today where absent.</param>
    /// <param name="reason">Why; required.</param>
    /// <param name="dryRun">Whether only to say what would change.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there, has changed meanwhile, has left already, no reason is given, or the caller's roles do not allow it.</exception>
    public async Task<ImpactAnswer> HandleAsync(Guid id, long? expected, DateOnly? lastDay, string? reason, bool dryRun, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.ProgrammeAdmin);
        DateOnly last = Backdating.Check(lastDay ?? calendar.Today, "LastDay", calendar.Today);
        if (dryRun)
        {
            (await db.Consortia.AsNoTracking().GetAsync(id, expected, cancellation)).End(last, reason ?? "dry run");
            return await impact.OfConsortiumAsync(id, last, cancellation);
        }

        return await db.WriteAsync(async token =>
        {
            Consortium consortium = await db.Consortia.GetAsync(id, expected, token);
            ImpactAnswer touched = await impact.OfConsortiumAsync(id, last, token);
            await OweAsync(id, last, token);
            consortium.End(last, reason);
            db.Record(new AuditEntry("consortium.ended", nameof(Consortium), consortium.Id, consortium.EndedReason));
            KeptImpact.Keep(db, "consortium.ended", consortium, touched, clock);
            await RevokeAsync(consortium, last, token);
            await CloseRequestsAsync(id, token);
            await ReleaseAsync(id, last, token);
            return touched;
        }, cancellation);
    }

    private async Task OweAsync(Guid id, DateOnly last, CancellationToken cancellation)
    {
        List<RightEnd> ends = await RightEnds.CutAsync(db, db.Entitlements.Where(e => e.ConsortiumId == id), last, cancellation);
        await ObligationLedger.EnterAsync(db, await owed.OfAsync(db, ends, cancellation), clock, cancellation);
    }

    private async Task RevokeAsync(Consortium consortium, DateOnly last, CancellationToken cancellation)
    {
        List<Entitlement> held = await db.Entitlements.Where(e => e.ConsortiumId == consortium.Id && e.RevokedOn == null && (e.EndsOn == null || e.EndsOn > last))
            .Where(e => (e.Agreement!.EndsOn == null || e.Agreement.EndsOn > last) && (e.Agreement.TerminatedOn == null || e.Agreement.TerminatedOn > last)).OrderBy(e => e.Id).ToListAsync(cancellation);
        foreach (Entitlement entitlement in held)
        {
            entitlement.Revoke(Left, last, clock);
            db.Record(new AuditEntry("entitlement.revoked", nameof(Entitlement), entitlement.Id, Left));
        }

        // Told once, however many rights it had.
        if (held.Count > 0) await EventAlerts.RaiseAsync(db, [new WatchedDate(SubjectKind.EntitlementRevoked, consortium.Id, calendar.Today, null, null, consortium.Id, consortium.Name)], clock, cancellation);
    }

    private async Task CloseRequestsAsync(Guid id, CancellationToken cancellation)
    {
        List<AccessRequest> open = await db.AccessRequests.Include(r => r.Steps).Include(r => r.Items).Where(r => r.ConsortiumId == id && (r.Status == RequestStatus.Submitted || r.Status == RequestStatus.Returned)).OrderBy(r => r.Id).ToListAsync(cancellation);
        foreach (AccessRequest request in open)
        {
            request.Close(Left, db.Actor, clock);
            db.Record(new AuditEntry("request.closed", nameof(AccessRequest), request.Id, Left));
        }

        var alerts = new RequestAlerts(db, calendar.Today, clock);
        foreach (AccessRequest request in open) await alerts.AnsweredAsync(request, cancellation);
    }

    private async Task ReleaseAsync(Guid id, DateOnly last, CancellationToken cancellation)
    {
        foreach (BudgetReservation reserved in await db.BudgetReservations.Where(r => r.ConsortiumId == id && r.ReleasedOn == null).OrderBy(r => r.Id).ToListAsync(cancellation))
        {
            reserved.Release(last, Left);
            db.Record(new AuditEntry("reservation.released", nameof(BudgetReservation), reserved.Id, Left));
        }
    }
}
