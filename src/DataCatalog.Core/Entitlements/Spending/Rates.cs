using DataCatalog.Core.Common;

namespace DataCatalog.Core.Entitlements.Spending;

/// <summary>The recorded rates: each counts from its day until the next recorded one.</summary>
public sealed class Rates
{
    private readonly ILookup<(string Currency, string Into), (DateOnly On, decimal Rate)> known;

    /// <summary>Takes recorded rates.</summary>
    public Rates(IEnumerable<ExchangeRate> recorded) =>
        known = recorded.OrderByDescending(r => r.On).ToLookup(r => (r.Currency, r.Into), r => (r.On, r.Rate));

    /// <summary>What an amount was worth in another currency on a day, in whole units of <see cref="Shares.Unit"/>; null where no rate was recorded by then, or it is beyond all measure.</summary>
    public Converted? In(string currency, Money money, DateOnly on)
    {
        if (money.Currency == currency) return new Converted(money.Amount, null, 1);
        foreach ((DateOnly since, decimal rate) in known[(money.Currency, currency)])
        {
            if (since <= on) return money.Amount <= decimal.MaxValue / 10_000 / rate ? new Converted(decimal.Round(money.Amount * rate, 4, MidpointRounding.ToEven), since, rate) : null;
        }

        return null;
    }
}

/// <summary>An amount in another currency.</summary>
/// <param name="Amount">The amount.</param>
/// <param name="RateOn">The day of the rate; null where none was needed.</param>
/// <param name="Rate">The rate; 1 where none was needed.</param>
public sealed record Converted(decimal Amount, DateOnly? RateOn, decimal Rate);
