using DataCatalog.Core.Common;

namespace DataCatalog.Core.Entitlements.Spending;

/// <summary>An amount with the day whose rate counts for it.</summary>
internal sealed record Dated(Money Money, DateOnly On);

/// <summary>Amounts added up in one currency, with those that could not be converted beside.</summary>
internal sealed class Summed
{
    private readonly SortedDictionary<string, decimal> missing = new(StringComparer.Ordinal);

    private Summed() { }

    /// <summary>The sum of what could be converted.</summary>
    public decimal Amount { get; private set; }

    /// <summary>Newest day of a rate that was used, or null.</summary>
    public DateOnly? RateOn { get; private set; }

    /// <summary>Whether any could not be converted.</summary>
    public bool IsPartial => missing.Count > 0;

    /// <summary>What could not be converted, as in <c>100.5 USD</c>.</summary>
    public IReadOnlyList<string> Missing => Texts(missing);

    /// <summary>Adds up.</summary>
    public static Summed Of(IEnumerable<Dated> amounts, string currency, Rates rates)
    {
        var sum = new Summed();
        foreach (Dated amount in amounts)
        {
            if (rates.In(currency, amount.Money, amount.On) is not { } converted)
            {
                sum.missing[amount.Money.Currency] = sum.missing.GetValueOrDefault(amount.Money.Currency) + amount.Money.Amount;
                continue;
            }

            sum.Amount += converted.Amount;
            if (converted.RateOn is { } on && !(sum.RateOn >= on)) sum.RateOn = on;
        }

        return sum;
    }

    /// <summary>Sums by currency, in words.</summary>
    public static IReadOnlyList<string> Texts(IEnumerable<KeyValuePair<string, decimal>> sums) => [.. sums.Select(s => FormattableString.Invariant($"{s.Value / 1.0000000000000000000000000000m} {s.Key}"))];
}
