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
    private const int Tries = 4;

    /// <summary>Renews what has renewed itself by that day.</summary>
    /// <returns>How many periods were added.</returns>
    public async Task<int> HandleAsync(DateOnly asOf, CancellationToken cancellation)
    {
        int renewed = 0;
        Guid? after = null;
        while (true)
        {
            List<Guid> page = await dbs.UseAsync(db => Due(db, asOf).Where(a => after == null || a.Id > after).OrderBy(a => a.Id).Select(a => a.Id).Take(PageSize).ToListAsync(cancellation));
            foreach (Guid id in page) renewed += await RenewAsync(id, asOf, cancellation);
            if (page.Count < PageSize) return renewed;
            after = page[^1];
        }
    }

    private static IQueryable<Agreement> Due(IRegistryDb db, DateOnly asOf) => db.Agreements.Where(a =>
        a.Renewal == RenewalKind.Automatic && a.SignedOn != null && a.NoticeGivenOn == null && a.TerminatedOn == null && (a.NoticeDeadline < asOf || (a.NoticeDeadline == null && a.EndsOn < asOf)));

    // Someone may record notice, or another instance the same renewal, at the same time: then it is looked at again.
    private async Task<int> RenewAsync(Guid id, DateOnly asOf, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await dbs.UseAsync(db => db.WriteAsync(async token =>
                {
                    Agreement agreement = await db.Agreements.AsTracking().GetAsync(id, null, token);
                    IReadOnlyList<AgreementPeriod> made = agreement.RenewTacitly(asOf, db.Actor, clock);
                    if (made.Count == 0) return 0;
                    foreach (AgreementPeriod period in made) db.Record(new AuditEntry("agreement.renewed", nameof(Agreement), id, period.Told()));
                    LocalizedText name = WatchedRow.Named(agreement.Number, agreement.Title);
                    await EventAlerts.RaiseAsync(db, [.. made.Select(p => new WatchedDate(SubjectKind.AgreementRenewed, p.Id, asOf, id, null, null, name))], asOf, clock, token);
                    return made.Count;
                }, cancellation));
            }
            catch (DomainException raced) when (raced.Error.Kind is ErrorKind.Stale or ErrorKind.Conflict && attempt < Tries)
            {
                // Read again.
            }
        }
    }
}
