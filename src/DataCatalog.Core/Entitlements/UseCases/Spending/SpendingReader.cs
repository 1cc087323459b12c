using System.Security.Cryptography;
using System.Text;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Spending;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases.Spending;

/// <summary>Reads what agreements cost and shares it out.</summary>
internal sealed class SpendingReader(IRegistryDb db, Calendar calendar)
{
    private string? told;

    /// <summary>The currency in which sums are told: the programme's, or won.</summary>
    public async Task<string> CurrencyAsync(CancellationToken cancellation) =>
        told ??= (await db.Programmes.AsNoTracking().Where(p => p.Budget != null).OrderBy(p => p.Id).Select(p => p.Budget).FirstOrDefaultAsync(cancellation))?.Currency ?? "KRW";

    /// <summary>All lines.</summary>
    public async Task<List<SpendingLine>> ReadAsync(CancellationToken cancellation)
    {
        string currency = await CurrencyAsync(cancellation);
        Rates rates = await db.RatesAsync(cancellation);
        List<AgreementMoney> agreements = await AgreementMoney.ReadAsync(db, calendar.Today, cancellation);
        ILookup<Guid, CoveredDataset> covered = await CoveredAsync(cancellation);
        ILookup<(Guid, Guid), Guid> entitled = await EntitledAsync(cancellation);
        Dictionary<Guid, BudgetLine> budget = await db.BudgetLines.AsNoTracking().ToDictionaryAsync(l => l.Id, cancellation);
        List<SpendingLine> lines = [];
        foreach (AgreementMoney agreement in agreements)
        {
            List<Place> places = Places([.. covered[agreement.Id]], dataset => [.. entitled[(agreement.Id, dataset)]]);
            foreach (string own in Currencies(agreement)) lines.AddRange(Lines(agreement, own, currency, rates, places, budget));
        }

        return lines;
    }

    // What is covered, by agreement, in an order that does not change from one reading to the next: units that do not divide stay where they are.
    private async Task<ILookup<Guid, CoveredDataset>> CoveredAsync(CancellationToken cancellation)
    {
        var rows = await db.Agreements.AsNoTracking().SelectMany(a => a.Datasets).OrderBy(d => d.DatasetId)
            .Select(d => new { d.AgreementId, d.DatasetId, d.Dataset!.ProviderId, d.Dataset.Modalities }).ToListAsync(cancellation);
        return rows.ToLookup(r => r.AgreementId, r => new CoveredDataset(r.DatasetId, r.ProviderId, r.Modalities));
    }

    private async Task<ILookup<(Guid, Guid), Guid>> EntitledAsync(CancellationToken cancellation)
    {
        var rows = await db.Entitlements.AsNoTracking().Select(e => new { e.AgreementId, e.DatasetId, e.ConsortiumId }).Distinct().OrderBy(e => e.ConsortiumId).ToListAsync(cancellation);
        return rows.ToLookup(r => (r.AgreementId, r.DatasetId), r => r.ConsortiumId);
    }

    // Each level is shared out equally by itself: two datasets have half each, however many modalities one of them has.
    private static List<Place> Places(CoveredDataset[] datasets, Func<Guid, Guid[]> entitled)
    {
        if (datasets.Length == 0) return [new Place(null, null, null, null, [(0, 1)])];
        List<Place> places = [];
        foreach ((CoveredDataset dataset, int d) in datasets.Select((x, i) => (x, i)))
        {
            string?[] modalities = dataset.Modalities.Count > 0 ? [.. dataset.Modalities] : [null];
            Guid?[] consortia = entitled(dataset.Id) is { Length: > 0 } some ? [.. some] : [null];
            for (int m = 0; m < modalities.Length; m++)
            {
                for (int c = 0; c < consortia.Length; c++) places.Add(new Place(dataset.Id, dataset.ProviderId, modalities[m], consortia[c], [(d, datasets.Length), (m, modalities.Length), (c, consortia.Length)]));
            }
        }

        return places;
    }

    private static IEnumerable<string> Currencies(AgreementMoney agreement) =>
        agreement.Committed.Concat(agreement.Paid).Concat(agreement.Due).Select(d => d.Money.Currency).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<SpendingLine> Lines(AgreementMoney agreement, string own, string currency, Rates rates, List<Place> places, Dictionary<Guid, BudgetLine> budget)
    {
        (Summed committed, Summed paid, Summed due) = (Sum(agreement.Committed, currency), Sum(agreement.Paid, currency), Sum(agreement.Due, currency));
        (Summed ownCommitted, Summed ownPaid, Summed ownDue) = (Sum(agreement.Committed, own), Sum(agreement.Paid, own), Sum(agreement.Due, own));
        BudgetLine? line = agreement.BudgetLineId is { } id ? budget.GetValueOrDefault(id) : null;
        DateOnly?[] rateDays = [committed.RateOn, paid.RateOn, due.RateOn];
        return places.Select(place => new SpendingLine
        {
            Id = IdOf(agreement.Id, own, place), AgreementId = agreement.Id, Number = agreement.Number, LicensorId = agreement.LicensorId, ProviderId = place.ProviderId,
            BudgetLineId = agreement.BudgetLineId, Category = line?.Category, Phase = line?.Phase, DatasetId = place.DatasetId, Modality = place.Modality, ConsortiumId = place.ConsortiumId,
            Currency = currency, Committed = place.Known(committed), Paid = place.Known(paid), Due = place.Known(due), RateOn = rateDays.Max(),
            Unconverted = committed.IsPartial || paid.IsPartial || due.IsPartial,
            OwnCurrency = own, OwnCommitted = place.Of(ownCommitted.Amount), OwnPaid = place.Of(ownPaid.Amount), OwnDue = place.Of(ownDue.Amount),
        });

        Summed Sum(IReadOnlyList<Dated> amounts, string into) => Summed.Of(amounts.Where(a => a.Money.Currency == own), into, rates);
    }

    private static Guid IdOf(Guid agreement, string own, Place place) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{agreement} {own} {place.DatasetId} {place.Modality} {place.ConsortiumId}")).AsSpan(0, 16));

    private sealed record CoveredDataset(Guid Id, Guid? ProviderId, IReadOnlyList<string> Modalities);

    private sealed record Place(Guid? DatasetId, Guid? ProviderId, string? Modality, Guid? ConsortiumId, (int Which, int Of)[] Steps)
    {
        public decimal Of(decimal sum) => Steps.Aggregate(sum, (share, step) => Shares.Equal(share, step.Of)[step.Which]);

        public decimal? Known(Summed sum) => sum.IsPartial ? null : Of(sum.Amount);
    }
}
