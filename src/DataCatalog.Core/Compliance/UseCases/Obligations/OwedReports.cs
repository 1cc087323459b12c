using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Licensing.UseCheck;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases.Obligations;

/// <summary>Raises what comes round again while rights hold, as in <c>owe reportUse every P1Y</c>: one obligation for each consortium, agreement and interval, when the interval begins, due when it is over.</summary>
/// <param name="dbs">Opens the rows.</param>
/// <param name="owed">Words of obligations.</param>
/// <param name="cache">Compiled terms.</param>
/// <param name="calendar">The programme's days.</param>
/// <param name="clock">The clock.</param>
public sealed class OwedReports(IRegistryDbFactory dbs, OwedAtEnd owed, TermsCache cache, Calendar calendar, TimeProvider clock)
{
    private const int PageSize = 200;
    private const int MostIntervals = 1000;

    /// <summary>Raises the running interval's, and that of each interval that began since rights did and was never looked at.</summary>
    internal async Task<int> RaiseAsync(DateOnly asOf, CancellationToken cancellation)
    {
        int raised = 0;
        Guid? after = null;
        while (true)
        {
            // Terms that nothing comes round in have no interval in their text.
            List<Guid> page = await dbs.UseAsync(db => db.Agreements
                .Where(a => (after == null || a.Id > after) && a.SignedOn != null && a.StartsOn <= asOf && a.TermsVersions.Any(t => t.Odrl.Contains("timeInterval")))
                .OrderBy(a => a.Id).Select(a => a.Id).Take(PageSize).ToListAsync(cancellation));
            if (page.Count > 0) raised += await dbs.SweepAsync((db, token) => WriteAsync(db, page, asOf, token), cancellation);
            if (page.Count < PageSize) return raised;
            after = page[^1];
        }
    }

    private async Task<int> WriteAsync(IRegistryDb db, List<Guid> agreements, DateOnly asOf, CancellationToken cancellation)
    {
        var held = await db.Entitlements.AsNoTracking().Where(e => agreements.Contains(e.AgreementId)).OrderBy(e => e.Id).Select(e => new { e.ConsortiumId, e.AgreementId, e.DatasetId, e.StartsOn }).ToListAsync(cancellation);
        IReadOnlyList<(RightEnd Right, bool Ends)> rights = await RightEnds.ReadAsync(db, db.Entitlements.Where(e => agreements.Contains(e.AgreementId)), cancellation);
        if (rights.Count == 0) return 0;
        OwedFacts facts = await OwedFacts.ReadAsync(db, [.. rights.Select(r => r.Right)], cancellation);
        var owes = new List<OwedObligation>();
        foreach (IGrouping<(Guid ConsortiumId, Guid AgreementId), RightEnd> group in rights.Select(r => r.Right).GroupBy(r => (r.ConsortiumId, r.AgreementId)))
        {
            DateOnly first = held.Where(h => (h.ConsortiumId, h.AgreementId) == group.Key).Min(h => h.StartsOn);
            DateOnly last = group.Max(r => r.LastDay);
            RightEnd one = group.First();
            DateOnly day = asOf < last ? asOf : last;
            if (day < first || facts.TermsOn(one.AgreementId, day) is not { } terms) continue;
            foreach (TimedDuty duty in TimedDuties.Recurring(cache.Of(terms.Sha256, () => terms.Odrl), facts.Question(one with { LastDay = day }, calendar)))
            {
                owes.AddRange(Intervals(first, day, duty.Within!.Value).Select(i =>
                    owed.Owed(OwedAtEnd.KindOf(duty.Action), duty, terms, one.ConsortiumId, one.AgreementId, null, null, i.Start, i.Last < last ? i.Last : last)));
            }
        }

        return await ObligationLedger.EnterAsync(db, owes, clock, cancellation);
    }

    // Reckoned from the first day each time, so that a month's last day comes back.
    private static IEnumerable<(DateOnly Start, DateOnly Last)> Intervals(DateOnly first, DateOnly until, Period every)
    {
        DateOnly start = first;
        for (int i = 1; i <= MostIntervals && start <= until; i++)
        {
            DateOnly next = new Period(every.Years * i, every.Months * i, every.Days * i).After(first);
            yield return (start, next.AddDays(-1));
            start = next;
        }
    }
}
