using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Periods;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases.Ends;

/// <summary>Writes down the renewals that came about because a deadline passed without notice, and tells of each (domain rule 9). It looks at the data only: it may run at any time, twice or late.</summary>
/// <param name="dbs">Opens the rows.</param>
/// <param name="clock">The clock.</param>
public sealed class RenewTacitly(IRegistryDbFactory dbs, TimeProvider clock)
{
    private const int PageSize = 100;

    /// <summary>Renews what has renewed itself by that day.</summary>
    /// <returns>How many periods were added.</returns>
    public async Task<int> HandleAsync(DateOnly asOf, CancellationToken cancellation)
    {
        int renewed = 0;
        await foreach (List<Guid> page in dbs.PagesAsync(db => Due(db, asOf).Select(a => a.Id), PageSize, cancellation))
        {
            foreach (Guid id in page) renewed += await dbs.SweepAsync((db, token) => RenewAsync(db, id, asOf, token), cancellation);
        }

        return renewed;
    }

    private static IQueryable<Agreement> Due(IRegistryDb db, DateOnly asOf) => db.Agreements.Where(a =>
        a.Renewal == RenewalKind.Automatic && a.SignedOn != null && a.NoticeGivenOn == null && a.TerminatedOn == null && (a.NoticeDeadline < asOf || (a.NoticeDeadline == null && a.EndsOn < asOf)));

    // Several that were missed are told as one.
    private async Task<int> RenewAsync(IRegistryDb db, Guid id, DateOnly asOf, CancellationToken cancellation)
    {
        Agreement agreement = await db.Agreements.AsTracking().GetAsync(id, null, cancellation);
        IReadOnlyList<AgreementPeriod> made = agreement.RenewTacitly(asOf, db.Actor, clock);
        if (made.Count == 0) return 0;
        foreach (AgreementPeriod period in made) db.Record(new AuditEntry("agreement.renewed", nameof(Agreement), id, period.Told()));
        await EventAlerts.RaiseAsync(db, [new WatchedDate(SubjectKind.AgreementRenewed, made[^1].Id, asOf, id, null, null, WatchedRow.Named(agreement.Number, agreement.Title))], clock, cancellation);
        return made.Count;
    }
}
