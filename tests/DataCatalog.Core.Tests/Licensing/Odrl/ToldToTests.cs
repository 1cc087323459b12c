using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Sentences;
using DataCatalog.Core.Licensing.ShortForm;

namespace DataCatalog.Core.Tests.Licensing.Odrl;

/// <summary>What one of several parties to the same terms is told of them.</summary>
public sealed class ToldToTests
{
    private const string Terms = """
        permit train for consortium alpha, beta
        permit retrieve for consortium beta paying 31 million KRW
        permit evaluate
        forbid releaseWeights for programme p
        owe delete within P30D after end
        """;

    [Theory]
    [InlineData("alpha", 4)]
    [InlineData("beta", 5)]
    [InlineData("gamma", 3)]
    public void Party_HearsItsOwnPartAlone(string key, int rules)
    {
        Policy told = ShortTerms.Parse(Terms, "urn:agreement:x:terms:1", TimeZoneInfo.Utc, "Short").ToldTo($"urn:consortium:{key}", ["urn:programme:p"]);
        Assert.Equal(rules, told.Rules.Count);
        string words = string.Join("\n", PlainWords.Of(told, Language.English));
        foreach (string other in (string[])["alpha", "beta", "gamma"]) Assert.True(other == key || !words.Contains(other, StringComparison.Ordinal), words);
        Assert.Equal(key == "beta", words.Contains("31 million", StringComparison.Ordinal));
    }
}
