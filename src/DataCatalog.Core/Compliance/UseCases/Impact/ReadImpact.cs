using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Compliance.UseCases.Obligations;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.Requests;
using DataCatalog.Core.Entitlements.Runs;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Licensing;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases.Impact;

/// <summary>Foresees what an ending touches (domain rule 15): entitlements, requests, runs, models, what becomes owed, money. Nothing is written.</summary>
public sealed class ReadImpact(IRegistryDb db, ForeseeChanges foresee, OwedAtEnd owed)
{
    /// <summary>Of an agreement that ends on a day.</summary>
    /// <exception cref="DomainException">It is not there, or the caller's roles do not allow it.</exception>
    public async Task<ImpactAnswer> OfAgreementAsync(Guid id, DateOnly? lastDay, CancellationToken cancellation)
    {
        ImpactAnswer answer = await foresee.EndAsync(id, lastDay, cancellation);
        Guid[] datasets = [.. await db.Agreements.Where(a => a.Id == id).SelectMany(a => a.Datasets).Select(d => d.DatasetId).ToListAsync(cancellation)];
        IQueryable<Entitlement> held = db.Entitlements.Where(e => e.AgreementId == id);
        // What ends with the agreement as it stands ends on that day already.
        List<RightEnd> ends = answer.LastDay is { } last ? [.. (await RightEnds.ReadAsync(db, held, cancellation)).Where(r => r.From <= last && r.LastDay >= last).Select(r => r with { LastDay = last })] : [];
        int rights = ends.Count;
        if (answer.LastDay is { } day) ends.AddRange(await RightEnds.UsedWithoutRightAsync(db, [id], _ => day, cancellation));
        IQueryable<UsageRecord> used = db.UsageRecords.Where(u => u.AgreementId == id || datasets.Contains(u.DatasetId));
        return await WithAsync(answer with { Entitlements = rights, Money = await MoneyAsync(db.Agreements.Where(a => a.Id == id), cancellation) }, used, ends, cancellation);
    }

    /// <summary>Of a consortium that leaves on a day.</summary>
    /// <exception cref="DomainException">It is not there, or the caller's roles do not allow it.</exception>
    public async Task<ImpactAnswer> OfConsortiumAsync(Guid id, DateOnly lastDay, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin | Roles.Compliance | Roles.Auditor);
        Consortium consortium = await db.Consortia.AsNoTracking().GetAsync(id, null, cancellation);
        List<RightEnd> ends = await RightEnds.CutAsync(db, db.Entitlements.Where(e => e.ConsortiumId == id), lastDay, cancellation);
        var reserved = await db.BudgetReservations.AsNoTracking().Where(r => r.ConsortiumId == id && r.ReleasedOn == null).Select(r => r.Amount).ToListAsync(cancellation);
        ImpactAnswer answer = new()
        {
            Consortium = consortium.Key, Consortia = [consortium.Key], LastDay = lastDay, Entitlements = ends.Count,
            Requests = await db.AccessRequests.CountAsync(r => r.ConsortiumId == id && (r.Status == RequestStatus.Submitted || r.Status == RequestStatus.Returned), cancellation),
            Money = [.. reserved.GroupBy(m => m.Currency, StringComparer.Ordinal).Select(g => new MoneyAnswer { Currency = g.Key, Released = g.Sum(m => m.Amount) })],
        };
        return await WithAsync(answer, db.UsageRecords.Where(u => u.ConsortiumId == id), ends, cancellation);
    }

    /// <summary>Of a dataset whose use is halted today.</summary>
    /// <exception cref="DomainException">It is not there, or the caller's roles do not allow it.</exception>
    public async Task<ImpactAnswer> OfDatasetAsync(Guid id, DateOnly today, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin | Roles.Compliance | Roles.Auditor);
        Dataset dataset = await db.Datasets.AsNoTracking().GetAsync(id, null, cancellation);
        RightEnd[] live = [.. (await RightEnds.ReadAsync(db, db.Entitlements.Where(e => e.DatasetId == id), cancellation)).Where(r => r.LastDay >= today)];
        Guid[] agreements = [.. live.Select(r => r.AgreementId).Distinct()], consortia = [.. live.Select(r => r.ConsortiumId).Distinct()];
        ImpactAnswer answer = new()
        {
            Dataset = dataset.Key, Datasets = [dataset.Key], LastDay = today, Entitlements = live.Length,
            Consortia = await db.Consortia.Where(c => consortia.Contains(c.Id)).OrderBy(c => c.Key).Select(c => c.Key).ToListAsync(cancellation),
            Money = await MoneyAsync(db.Agreements.Where(a => agreements.Contains(a.Id)), cancellation),
        };
        return await WithAsync(answer, db.UsageRecords.Where(u => u.DatasetId == id), [], cancellation);
    }

    private async Task<ImpactAnswer> WithAsync(ImpactAnswer answer, IQueryable<UsageRecord> used, IReadOnlyCollection<RightEnd> ends, CancellationToken cancellation)
    {
        IReadOnlyList<OwedObligation> owes = await owed.OfAsync(db, ends, cancellation);
        Guid[] consortia = [.. owes.Select(o => o.ConsortiumId).Distinct()], agreements = [.. owes.Select(o => o.AgreementId).Distinct()];
        Guid[] datasets = [.. ends.Select(e => e.DatasetId).Distinct()];
        Dictionary<Guid, string> names = await db.Consortia.Where(c => consortia.Contains(c.Id)).Select(c => new { c.Id, Name = c.Key })
            .Concat(db.Agreements.Where(a => agreements.Contains(a.Id)).Select(a => new { a.Id, Name = a.Number }))
            .Concat(db.Datasets.Where(d => datasets.Contains(d.Id)).Select(d => new { d.Id, Name = d.Key })).ToDictionaryAsync(n => n.Id, n => n.Name, cancellation);
        return answer with
        {
            Datasets = answer.Datasets.Count > 0 ? answer.Datasets : [.. datasets.Select(d => names[d]).Order(StringComparer.Ordinal)],
            Runs = await used.Select(u => u.TrainingRunId).Distinct().CountAsync(cancellation),
            Taught = await db.FoundationModels.Where(m => used.Any(u => u.ModelId == m.Id)).OrderBy(m => m.Key).Select(m => m.Key).ToListAsync(cancellation),
            Obligations =
            [
                .. owes.Select(o => new OwedAnswer
                {
                    Kind = o.Kind.ToString(), Consortium = names[o.ConsortiumId], Agreement = names[o.AgreementId], Dataset = o.DatasetId is { } d ? names[d] : null, DueOn = o.DueOn, Clause = o.Clause,
                }),
            ],
        };
    }

    private static async Task<IReadOnlyList<MoneyAnswer>> MoneyAsync(IQueryable<Agreement> agreements, CancellationToken cancellation)
    {
        List<Agreement> rows = await agreements.AsNoTracking().Include(a => a.Payments).OrderBy(a => a.Id).ToListAsync(cancellation);
        IEnumerable<MoneyAnswer> prices = rows.SelectMany(a => a.Periods.Where(p => !(a.LastDay < p.StartsOn)).Select(p => p.Cost).Append(a.Price)).OfType<Money>().Select(m => new MoneyAnswer { Currency = m.Currency, Committed = m.Amount });
        IEnumerable<MoneyAnswer> payments = rows.SelectMany(a => a.Payments)
            .Select(p => new MoneyAnswer { Currency = p.Amount.Currency, Paid = p.PaidOn is null ? 0 : p.Amount.Amount, Due = p.PaidOn is null ? p.Amount.Amount : 0 });
        return
        [
            .. prices.Concat(payments).GroupBy(m => m.Currency, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new MoneyAnswer { Currency = g.Key, Committed = g.Sum(m => m.Committed), Paid = g.Sum(m => m.Paid), Due = g.Sum(m => m.Due) }),
        ];
    }
}
