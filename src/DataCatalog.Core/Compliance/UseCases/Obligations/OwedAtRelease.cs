using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases.Obligations;

/// <summary>Raises what the release of a model asks for: that the sources it learnt from are named, once for each agreement that says so.</summary>
/// <param name="dbs">Opens the rows.</param>
/// <param name="owed">Words of obligations.</param>
/// <param name="cache">Compiled terms.</param>
/// <param name="calendar">The programme's days.</param>
/// <param name="clock">The clock.</param>
public sealed class OwedAtRelease(IRegistryDbFactory dbs, OwedAtEnd owed, TermsCache cache, Calendar calendar, TimeProvider clock)
{
    private const int PageSize = 100;

    /// <summary>Raises it for the models that are released by now.</summary>
    internal async Task<int> RaiseAsync(DateOnly asOf, CancellationToken cancellation)
    {
        int raised = 0;
        await foreach (List<Guid> page in dbs.PagesAsync(
            db => db.FoundationModels.Where(m => m.Status == ModelStatus.Released && db.UsageRecords.Any(u => u.ModelId == m.Id && u.AgreementId != null)).Select(m => m.Id), PageSize, cancellation))
        {
            raised += await ObligationLedger.SweepAsync(dbs, (db, token) => FindAsync(db, page, asOf, token), clock, cancellation, moves: false);
        }

        return raised;
    }

    // What makes it this obligation is the day on which the first use was registered, which stays; the day on which the release was seen is when it was due.
    private async Task<IReadOnlyList<OwedObligation>> FindAsync(IRegistryDb db, List<Guid> models, DateOnly asOf, CancellationToken cancellation)
    {
        var used = await db.UsageRecords.AsNoTracking().Where(u => models.Contains(u.ModelId) && u.AgreementId != null)
            .GroupBy(u => new { u.ModelId, u.ConsortiumId, AgreementId = u.AgreementId!.Value, u.DatasetId }).Select(g => new { g.Key, First = g.Min(u => u.TrainingRun!.RegisteredAt) }).ToListAsync(cancellation);
        OwedFacts facts = await OwedFacts.ReadAsync(db, [.. used.Select(u => new RightEnd(u.Key.ConsortiumId, u.Key.AgreementId, u.Key.DatasetId, asOf))], cancellation);
        var owes = new List<OwedObligation>();
        foreach (var use in used.OrderBy(u => u.First))
        {
            if (facts.TermsOn(use.Key.AgreementId, asOf) is not { } terms) continue;
            UseQuestion who = facts.Question(new RightEnd(use.Key.ConsortiumId, use.Key.AgreementId, use.Key.DatasetId, asOf), calendar);
            owes.AddRange(TimedDuties.Of(cache.Of(terms.Sha256, () => terms.Odrl), who, Iris.Odrl + "attribute")
                .Select(d => owed.Owed(ObligationKind.Attribute, ObligationCause.Release, d, terms, use.Key.ConsortiumId, use.Key.AgreementId, use.Key.DatasetId, use.Key.ModelId, calendar.DayOf(use.First), asOf)));
        }

        // Due since the release was first seen: looked at again, it does not move.
        return [.. owes.DistinctBy(o => o.Sha256)];
    }
}
