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
        // Terms that nothing comes round in have no interval in their text.
        await foreach (List<Guid> page in dbs.PagesAsync(
            db => db.Agreements.Where(a => a.SignedOn != null && a.StartsOn <= asOf && a.TermsVersions.Any(t => t.Odrl.Contains("timeInterval"))).Select(a => a.Id), PageSize, cancellation))
        {
            raised += await ObligationLedger.SweepAsync(dbs, (db, token) => FindAsync(db, page, asOf, token), clock, cancellation);
        }

        return raised;
    }

    private async Task<IReadOnlyList<OwedObligation>> FindAsync(IRegistryDb db, List<Guid> agreements, DateOnly asOf, CancellationToken cancellation)
    {
        IReadOnlyList<RightEnd> rights = await RightEnds.ReadAsync(db, db.Entitlements.Where(e => agreements.Contains(e.AgreementId)), cancellation);
        if (rights.Count == 0) return [];
        Dictionary<Guid, DateOnly> starts = await db.Agreements.AsNoTracking().Where(a => agreements.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.StartsOn, cancellation);
        OwedFacts facts = await OwedFacts.ReadAsync(db, rights, cancellation);
        return [.. rights.GroupBy(r => (r.ConsortiumId, r.AgreementId)).SelectMany(g => Of(facts, [.. g], starts[g.Key.AgreementId], asOf)).DistinctBy(o => o.Sha256)];
    }

    // Intervals are counted from the agreement's first day, whatever rights came when; each is owed by the terms in effect when it begins for the holder.
    private IEnumerable<OwedObligation> Of(OwedFacts facts, RightEnd[] held, DateOnly start, DateOnly asOf)
    {
        (DateOnly first, DateOnly last, RightEnd one) = (held.Min(r => r.From), held.Max(r => r.LastDay), held[0]);
        DateOnly day = asOf < last ? asOf : last;
        foreach (TermsFacts terms in facts.TermsOf(one.AgreementId))
        {
            foreach (TimedDuty duty in TimedDuties.Recurring(cache.Of(terms.Sha256, () => terms.Odrl), facts.Question(one with { LastDay = day }, calendar)))
            {
                foreach ((DateOnly begins, DateOnly ends) in Intervals(start, day, duty.Within!.Value).Where(i => i.Last >= first))
                {
                    DateOnly since = begins > first ? begins : first;
                    if (facts.TermsOn(one.AgreementId, since) == terms)
                        yield return owed.Owed(OwedAtEnd.KindOf(duty.Action), ObligationCause.Interval, duty, terms, one.ConsortiumId, one.AgreementId, null, null, begins, ends < last ? ends : last);
                }
            }
        }
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
