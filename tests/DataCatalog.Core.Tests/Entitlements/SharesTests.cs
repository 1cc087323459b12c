using CsCheck;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Spending;
using DataCatalog.Core.Entitlements.UseCases.Spending;
using DataCatalog.Core.Tests.Support;

namespace DataCatalog.Core.Tests.Entitlements;

/// <summary>What is shared out adds up, and what is converted says by which rate.</summary>
public sealed class SharesTests
{
    private static readonly Gen<decimal> Sums = Gen.Long[0, 9_999_999_999_999_999].Select(units => units * Shares.Unit);

    [Fact]
    public void Equal_AddsUpExactly_AndNoTwoDifferByMoreThanAUnit() => Gen.Select(Sums, Gen.Int[1, 500]).Sample((sum, parts) =>
    {
        IReadOnlyList<decimal> shares = Shares.Equal(sum, parts);
        return shares.Count == parts && shares.Sum() == sum && shares.Max() - shares.Min() <= Shares.Unit && shares.All(s => s >= 0 && decimal.Round(s, 4) == s);
    });

    [Fact]
    public void Weighted_AddsUpExactly_EachWithinAUnitOfItsDue() => Gen.Select(Sums, Gen.Int[0, 1000].Array[1, 40]).Where((_, weights) => weights.Sum() > 0).Sample((sum, weights) =>
    {
        decimal[] exact = [.. weights.Select(w => sum / weights.Sum() * w)];
        IReadOnlyList<decimal> shares = Shares.Of(sum, [.. weights.Select(w => (decimal)w)]);
        return shares.Sum() == sum && shares.Zip(exact).All(p => Math.Abs(p.First - p.Second) <= Shares.Unit);
    });

    [Fact]
    public void Nested_AddsUpExactly() => Gen.Select(Sums, Gen.Int[1, 9].Array[1, 9]).Sample((sum, levels) =>
        levels.Aggregate((IEnumerable<decimal>)[sum], (shares, parts) => shares.SelectMany(s => Shares.Equal(s, parts)).Take(5000).ToList()) is { } last
        && (levels.Aggregate(1L, (n, p) => n * p) > 5000 || last.Sum() == sum), iter: 200);

    [Fact]
    public void Remainder_GoesToTheFirst() => Assert.Equal([0.0004m, 0.0003m, 0.0003m], Shares.Equal(0.001m, 3));

    [Fact]
    public void Rates_CountFromTheirDay_UntilTheNext()
    {
        var rates = new Rates([Rate(2026, 1, 1, 1300), Rate(2026, 6, 1, 1400)]);
        Money dollars = Money.Of(10.5m, "USD", "Amount")!;
        Assert.Null(rates.In("KRW", dollars, new DateOnly(2025, 12, 31)));
        Assert.Equal(new Converted(13_650m, new DateOnly(2026, 1, 1), 1300), rates.In("KRW", dollars, new DateOnly(2026, 5, 31)));
        Assert.Equal(14_700m, rates.In("KRW", dollars, new DateOnly(2026, 6, 1))!.Amount);
        Assert.Equal(new Converted(10.5m, null, 1), rates.In("USD", dollars, new DateOnly(1999, 1, 1)));
        Assert.Null(rates.In("EUR", dollars, new DateOnly(2026, 6, 1)));
    }

    [Theory]
    [InlineData("한국어 뉴스, 말뭉치 (2025)", "한국어뉴스말뭉치２０２５")]
    [InlineData("News Corpus", "ｎｅｗｓ-corpus")]
    public void Titles_AreAlikeWithoutWhatMakesNoDifference(string one, string other) => Assert.Equal(DoublePurchases.Plain(one), DoublePurchases.Plain(other));

    private static ExchangeRate Rate(int year, int month, int day, decimal rate) =>
        ExchangeRate.Record(new ExchangeRateInput { Currency = "USD", On = new DateOnly(year, month, day), Rate = rate, Source = "test" }, Actor.Registry, Given.Clock);
}
