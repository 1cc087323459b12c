using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Spending;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases.Spending;

/// <summary>What a signed agreement commits and pays.</summary>
internal sealed record AgreementMoney(Guid Id, string Number, Guid LicensorId, Guid? BudgetLineId, DateOnly StartsOn, DateOnly? LastDay, IReadOnlyList<Dated> Committed, IReadOnlyList<Dated> Paid, IReadOnlyList<Dated> Due)
{
    /// <summary>Whether it costs anything.</summary>
    public bool IsPriced => Committed.Any(c => c.Money.Amount > 0);

    /// <summary>Reads those of signed agreements, in the order of their numbers; a draft commits nobody.</summary>
    public static async Task<List<AgreementMoney>> ReadAsync(IRegistryDb db, DateOnly today, CancellationToken cancellation)
    {
        var rows = await db.Agreements.AsNoTracking().Where(a => a.SignedOn != null).OrderBy(a => a.Number).ThenBy(a => a.Id).Select(a => new
        {
            a.Id, a.Number, a.LicensorId, a.BudgetLineId, a.SignedOn, a.StartsOn, a.EndsOn, a.TerminatedOn, a.Price,
            Costs = a.Periods.Where(p => p.Cost != null).OrderBy(p => p.Ordinal).Select(p => new { p.Cost, p.StartsOn }).ToList(),
            Payments = a.Payments.OrderBy(p => p.DueOn).Select(p => new { p.Amount, p.DueOn, p.PaidOn }).ToList(),
        }).ToListAsync(cancellation);
        return
        [
            .. rows.Select(a => new AgreementMoney(
                a.Id, a.Number, a.LicensorId, a.BudgetLineId, a.StartsOn, Days.Earliest(a.EndsOn, a.TerminatedOn),
                // Where no price is stated, it comes to what is to be paid; a renewal that was written down and never began costs nothing.
                a.Price is { } price
                    ? [new Dated(price, a.SignedOn!.Value), .. a.Costs.Where(c => !(a.TerminatedOn < c.StartsOn)).Select(c => new Dated(c.Cost!, c.StartsOn))]
                    : [.. a.Payments.Select(p => new Dated(p.Amount, a.SignedOn!.Value)), .. a.Costs.Where(c => !(a.TerminatedOn < c.StartsOn)).Select(c => new Dated(c.Cost!, c.StartsOn))],
                [.. a.Payments.Where(p => p.PaidOn is not null).Select(p => new Dated(p.Amount, p.PaidOn!.Value))],
                [.. a.Payments.Where(p => p.PaidOn is null).Select(p => new Dated(p.Amount, today))])),
        ];
    }
}
