using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Spending;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases.Spending;

/// <summary>Where budget lines stand, each in its own currency.</summary>
internal static class BudgetStandings
{
    /// <summary>Reads them, in the order of the lines.</summary>
    public static async Task<List<BudgetLineStanding>> ReadAsync(IRegistryDb db, DateOnly today, CancellationToken cancellation)
    {
        Rates rates = await db.RatesAsync(cancellation);
        ILookup<Guid?, AgreementMoney> agreements = (await AgreementMoney.ReadAsync(db, today, cancellation)).ToLookup(a => a.BudgetLineId);
        ILookup<Guid, decimal> reserved = (await db.BudgetReservations.AsNoTracking().Where(r => r.ReleasedOn == null).ToListAsync(cancellation)).ToLookup(r => r.BudgetLineId, r => r.Amount.Amount);
        List<BudgetLine> lines = await db.BudgetLines.AsNoTracking().OrderBy(l => l.Phase).ThenBy(l => l.Id).ToListAsync(cancellation);
        return [.. lines.Select(line => Of(line, [.. agreements[line.Id]], reserved[line.Id].Sum(), rates))];
    }

    private static BudgetLineStanding Of(BudgetLine line, AgreementMoney[] agreements, decimal reserved, Rates rates)
    {
        string currency = line.Amount.Currency;
        Summed committed = Summed.Of(agreements.SelectMany(a => a.Committed), currency, rates);
        Summed paid = Summed.Of(agreements.SelectMany(a => a.Paid), currency, rates);
        return new BudgetLineStanding
        {
            BudgetLineId = line.Id, NameKo = line.Name.Ko, NameEn = line.Name.En, Category = line.Category, Phase = line.Phase, Currency = currency, Amount = line.Amount.Amount,
            Committed = committed.IsPartial ? null : committed.Amount, Reserved = reserved, Paid = paid.IsPartial ? null : paid.Amount,
            Left = committed.IsPartial ? null : line.Amount.Amount - committed.Amount - reserved, Unconverted = committed.Missing,
        };
    }
}
