namespace DataCatalog.Core.Entitlements.Spending;

/// <summary>Shares sums out so that the parts always add up exactly: by the largest-remainder method, in the finest unit that money is kept in. Pure.</summary>
public static class Shares
{
    /// <summary>The finest unit that is shared out: money has at most four decimals.</summary>
    public const decimal Unit = 0.0001m;

    /// <summary>Equal shares of a sum; what does not divide goes to the first of them, a unit each.</summary>
    public static IReadOnlyList<decimal> Equal(decimal sum, int parts) => Of(sum, [.. Enumerable.Repeat(1m, parts)]);

    /// <summary>Shares of a sum by weight; of equal remainders the first counts.</summary>
    /// <param name="sum">A sum of whole units, not negative.</param>
    /// <param name="weights">At least one, none negative, not all 0.</param>
    public static IReadOnlyList<decimal> Of(decimal sum, IReadOnlyList<decimal> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sum);
        decimal whole = weights.Sum();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(whole);
        decimal units = sum / Unit;
        if (units != decimal.Truncate(units)) throw new ArgumentException("The sum is finer than what is shared out.", nameof(sum));
        decimal[] exact = [.. weights.Select(w => units / whole * w)];
        decimal[] shares = [.. exact.Select(decimal.Truncate)];
        int left = (int)(units - shares.Sum());
        foreach (int i in Enumerable.Range(0, shares.Length).OrderByDescending(i => exact[i] - shares[i]).ThenBy(i => i).Take(left)) shares[i]++;
        return [.. shares.Select(s => s * Unit)];
    }
}
