using CsCheck;
using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using static DataCatalog.Core.Search.SearchExpression;

namespace DataCatalog.Search.Tests.Core;

public sealed class SearchTextTests
{
    public static TheoryData<string, SearchExpression?> Questions => new()
    {
        { "", null },
        { "  ( ) OR -", null },
        { "말뭉치", new Word("말뭉치") },
        { "a b", new And(new Word("a"), new Word("b")) },
        { "a AND b", new And(new Word("a"), new Word("b")) },
        { "a OR b c", new Or(new Word("a"), new And(new Word("b"), new Word("c"))) },
        { "-a", new Not(new Word("a")) },
        { "ko-news", new Word("ko-news") },
        { "-(a OR b)", new Not(new Or(new Word("a"), new Word("b"))) },
        { "\"a b\" c*", new SearchExpression.And(new Phrase("a b"), new Word("c")) },
        { "말* ab*", new And(new Prefix("말"), new Prefix("ab")) },
        { "\"never closed", new Phrase("never closed") },
        { "a) b", new And(new Word("a"), new Word("b")) },
        { "(a", new Word("a") },
        { "OR a OR", new Word("a") },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public void Parse_Forms(string text, SearchExpression? expected) => Assert.Equal(expected, SearchText.Parse(text));

    [Theory]
    [InlineData(1001, "a", "search-too-long")]
    [InlineData(33, "a ", "search-too-many-terms")]
    [InlineData(9, "(", "search-too-deep")]
    [InlineData(500, "(", "search-too-deep")]
    public void Parse_BeyondLimits_Refused(int times, string part, string code)
    {
        DomainException refused = Assert.Throws<DomainException>(() => SearchText.Parse(string.Concat(Enumerable.Repeat(part, times))));
        Assert.Equal(code, refused.Error.Code);
    }

    [Fact]
    public void Parse_AtLimits_Read()
    {
        Assert.NotNull(SearchText.Parse(new string('a', 1000)));
        Assert.NotNull(SearchText.Parse(string.Concat(Enumerable.Repeat("a ", 32))));
        Assert.NotNull(SearchText.Parse(new string('(', 8) + "a" + new string(')', 8)));
    }

    [Fact]
    public void Check_DeepTreeFromElsewhere_Refused()
    {
        SearchExpression deep = new Word("a");
        for (int i = 0; i < 100_000; i++) deep = new Not(deep);
        Assert.Equal("search-too-deep", Assert.Throws<DomainException>(() => SearchLimits.Check(deep)).Error.Code);
    }

    [Fact]
    public void Parse_AnyText_NeverThrowsAnythingElse()
    {
        string[] signs = ["(", ")", "\"", "-", "*", " ", "OR", "AND", "\uD800", "말", "\0"];
        Gen<string> pieces = Gen.OneOf(Gen.Int[0, signs.Length - 1].Select(i => signs[i]), Gen.String);
        pieces.Array[0, 60].Select(string.Concat).Sample(IsReadOrRefused, iter: 20_000);
    }

    private static bool IsReadOrRefused(string text)
    {
        try
        {
            _ = SearchText.Parse(text);
            return true;
        }
        catch (DomainException refused)
        {
            return refused.Error.Code.StartsWith("search-too-", StringComparison.Ordinal);
        }
    }
}
