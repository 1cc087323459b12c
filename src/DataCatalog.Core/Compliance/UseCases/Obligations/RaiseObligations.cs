using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Obligations;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases.Obligations;

/// <summary>
/// The sweep of obligations: raises what is owed for rights that have ended, and takes back what is owed for rights that go on after all.
/// It looks at the data only, so it may run at any time, twice or late.
/// </summary>
/// <param name="dbs">Opens the rows.</param>
/// <param name="owed">Works out what is owed.</param>
/// <param name="reports">Works out what comes round again.</param>
/// <param name="releases">Works out what a release asks for.</param>
/// <param name="clock">The clock.</param>
public sealed class RaiseObligations(IRegistryDbFactory dbs, OwedAtEnd owed, OwedReports reports, OwedAtRelease releases, TimeProvider clock)
{
    /// <summary>How long an end is looked back at: longer than an end can be recorded late.</summary>
    public const int LookBackDays = Backdating.MostDays + 34;

    private const int PageSize = 500;
    private const string Moved = "the right ends on another day, or goes on";

    /// <summary>Sweeps.</summary>
    /// <param name="asOf">Today in the programme's time zone.</param>
    /// <param name="cancellation">Stops between pages; what was written stays.</param>
    /// <returns>How many obligations were raised or stand again, and how many were taken back.</returns>
    public async Task<(int Raised, int Cancelled)> HandleAsync(DateOnly asOf, CancellationToken cancellation)
    {
        int cancelled = await TakeBackAsync(cancellation);
        int raised = await RaiseAsync(asOf, cancellation) + await reports.RaiseAsync(asOf, cancellation) + await releases.RaiseAsync(asOf, cancellation);
        return (raised, cancelled);
    }

    private async Task<int> RaiseAsync(DateOnly asOf, CancellationToken cancellation)
    {
        int raised = 0;
        DateOnly from = asOf.AddDays(-LookBackDays);
        await foreach (List<Guid> page in dbs.PagesAsync(db => Ended(db, from, asOf), PageSize, cancellation))
        {
            raised += await ObligationLedger.SweepAsync(dbs, async (db, token) => await owed.OfAsync(db, await EndsAsync(db, page, from, asOf, token), token), clock, cancellation);
        }

        return raised;
    }

    // Of all agreements few end, or have rights that end, in the span.
    private static IQueryable<Guid> Ended(IRegistryDb db, DateOnly from, DateOnly asOf) => db.Agreements
        .Where(a => (a.EndsOn >= from && a.EndsOn < asOf) || (a.TerminatedOn >= from && a.TerminatedOn < asOf)
            || db.Entitlements.Any(e => e.AgreementId == a.Id && ((e.EndsOn >= from && e.EndsOn < asOf) || (e.RevokedOn >= from && e.RevokedOn < asOf) || (e.Consortium!.EndedOn >= from && e.Consortium.EndedOn < asOf))))
        .Select(a => a.Id);

    private static async Task<IReadOnlyList<RightEnd>> EndsAsync(IRegistryDb db, List<Guid> agreements, DateOnly from, DateOnly asOf, CancellationToken cancellation)
    {
        bool Past(DateOnly day) => day >= from && day < asOf;
        IReadOnlyList<RightEnd> rights = await RightEnds.ReadAsync(db, db.Entitlements.Where(e => agreements.Contains(e.AgreementId)), cancellation);
        var over = await db.Agreements.AsNoTracking().Where(a => agreements.Contains(a.Id)).Select(a => new { a.Id, a.EndsOn, a.TerminatedOn }).ToListAsync(cancellation);
        Dictionary<Guid, DateOnly> last = over.Select(a => (a.Id, Last: Days.Earliest(a.EndsOn, a.TerminatedOn))).Where(a => a.Last is { } day && Past(day)).ToDictionary(a => a.Id, a => a.Last!.Value);
        IReadOnlyList<RightEnd> without = last.Count == 0 ? [] : await RightEnds.UsedWithoutRightAsync(db, last.Keys, id => last[id], cancellation);
        return [.. rights.Where(r => r.Ends && Past(r.LastDay)), .. without];
    }

    private async Task<int> TakeBackAsync(CancellationToken cancellation)
    {
        int cancelled = 0;
        await foreach (List<Guid> page in dbs.PagesAsync(db => db.Obligations.Where(o => o.Cause == ObligationCause.End && (o.Status == ObligationStatus.Open || o.Status == ObligationStatus.Submitted)).Select(o => o.Id), PageSize, cancellation))
        {
            cancelled += await dbs.SweepAsync((db, token) => TakeBackAsync(db, page, token), cancellation);
        }

        return cancelled;
    }

    private async Task<int> TakeBackAsync(IRegistryDb db, List<Guid> page, CancellationToken cancellation)
    {
        List<Obligation> standing = await db.Obligations.AsTracking().Where(o => page.Contains(o.Id)).ToListAsync(cancellation);
        Guid[] agreements = [.. standing.Select(o => o.AgreementId).Distinct()];
        Dictionary<(Guid, Guid, Guid), DateOnly> rights = (await RightEnds.ReadAsync(db, db.Entitlements.Where(e => agreements.Contains(e.AgreementId)), cancellation))
            .ToDictionary(r => (r.ConsortiumId, r.AgreementId, r.DatasetId), r => r.LastDay);
        Dictionary<Guid, DateOnly?> ends = (await db.Agreements.AsNoTracking().Where(a => agreements.Contains(a.Id)).Select(a => new { a.Id, a.EndsOn, a.TerminatedOn }).ToListAsync(cancellation))
            .ToDictionary(a => a.Id, a => Days.Earliest(a.EndsOn, a.TerminatedOn));
        // Who had no right owes as of the agreement's own end.
        List<Obligation> moved = standing.FindAll(o => o.DatasetId is { } dataset && (rights.TryGetValue((o.ConsortiumId, o.AgreementId, dataset), out DateOnly day) ? day : ends[o.AgreementId]) != o.Since);
        await ObligationLedger.CancelAsync(db, moved, Moved, clock, cancellation);
        return moved.Count;
    }
}
