using System.Globalization;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.ShortForm;

namespace DataCatalog.Core.Tests.Licensing.ShortForm;

public sealed class TextParserTests
{
    [Fact]
    public void TheBriefExample_IsRead()
    {
        Policy policy = Parse("permit train, evaluate for consortium naver-cloud in KR until 2027-12-31; forbid releaseWeights; owe delete within P30D after end");
        Assert.Equal([RuleKind.Permission, RuleKind.Prohibition, RuleKind.Duty], policy.Rules.Select(r => r.Kind));
        Assert.Equal(["urn:datacatalog:odrl:train", "urn:datacatalog:odrl:evaluate"], policy.Rules[0].Actions.Select(a => a.Iri));
        Assert.Equal("urn:consortium:naver-cloud", Assert.Single(policy.Rules[0].Assignees).Iri);
        var last = (Comparison)policy.Rules[0].Constraints[1];
        Assert.Equal((Iris.Odrl + "dateTime", Operator.Lteq, "2027-12-31"), (last.LeftOperand, last.Operator, last.Right[0].Text));
        Assert.Equal(new DateTimeOffset(2027, 12, 30, 15, 0, 0, TimeSpan.Zero), last.Right[0].Instant);
        Assert.Equal(
            [(Iris.Odrl + "delayPeriod", Operator.Lteq, "P30D"), (Iris.Odrl + "event", Operator.Gt, "urn:datacatalog:odrl:end")],
            policy.Rules[2].Constraints.Cast<Comparison>().Select(c => (c.LeftOperand, c.Operator, c.Right[0].Text)));
        Assert.Equal(["urn:datacatalog:odrl"], policy.Profiles);
    }

    [Theory]
    [InlineData("permit use\nforbid sell", 2)]
    [InlineData("permit use;;\n;forbid sell;", 2)]
    [InlineData("# a comment\npermit train\n  in KR\n  until 2027-12-31 # to the end of that day\n\nforbid distribute", 2)]
    [InlineData("permit train for anyone", 1)]
    [InlineData("permit train for consortium a, b, organisation c, members of consortium d, programme e, <urn:x:y>, all in <urn:x:z>", 1)]
    [InlineData("permit train of dataset \"permit\", x, agreement \"제 1호\"", 1)]
    [InlineData("permit train not in US, JP not purpose commercial to model hcx to consortium b released as CC-BY-4.0, MIT", 1)]
    [InlineData("permit train phase 1, 2 phase <= 3 model size <= 70 billion up to 100000 documents up to 30 percent", 1)]
    [InlineData("permit train either in KR or purpose research or where version isAnyOf \"1\", \"2\" unit x", 1)]
    [InlineData("permit train paying 1000 KRW first obtainConsent, reviewPolicy provided attribute, inform every P1Y, delete within P30D after end in KR", 1)]
    [InlineData("forbid distribute else compensate [paying 100 million KRW] within P30D (article \"제9조\" \"위약금 \\\"1억원\\\"\")", 1)]
    [InlineData("type agreement\nconflict prohibit\ninherits <urn:a:b>, <urn:a:c>\npermit use", 1)]
    [InlineData("permit cc:Distribution, data-mining, <https://example.org/act>", 1)]
    [InlineData("permit train of dataset x [media audio language ko] from 2026-01-01T00:00:00+09:00", 1)]
    public void WellFormed_IsReadAndWrittenBack(string text, int rules)
    {
        Policy policy = Parse(text);
        Assert.Equal(rules, policy.Rules.Count);
        string written = Assert.IsType<string>(ShortTerms.Write(policy));
        Assert.Equal(PolicyDump.Of(policy), PolicyDump.Of(Parse(written)));
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("allow train", 1, 1)]
    [InlineData("permit", 1, 7)]
    [InlineData("permit train\nfobid sell", 2, 1)]
    [InlineData("permit train forbid sell", 1, 14)]
    [InlineData("permit train in Korea", 1, 17)]
    [InlineData("permit train\n  until 2027-13-01", 2, 9)]
    [InlineData("permit train until 2027-12-31T10:00:00", 1, 20)]
    [InlineData("permit train within 30D", 1, 21)]
    [InlineData("permit train up to 100,000 documents", 1, 20)]
    [InlineData("permit train for consortium Naver", 1, 29)]
    [InlineData("permit train for naver", 1, 18)]
    [InlineData("permit train language kr-KR-x-y", 1, 23)]
    [InlineData("permit train first attribute", 1, 20)]
    [InlineData("permit train provided obtainConsent", 1, 23)]
    [InlineData("forbid train provided attribute", 1, 14)]
    [InlineData("permit train else delete", 1, 14)]
    [InlineData("permit train (article 7)", 1, 23)]
    [InlineData("permit train (article \"7\" \"x\") (article \"8\")", 1, 32)]
    [InlineData("permit train \"unclosed", 1, 14)]
    [InlineData("permit train (article \"unclosed\nx\")", 1, 23)]
    [InlineData("permit train (article \"a\\q\")", 1, 25)]
    [InlineData("permit <urn:x y>", 1, 8)]
    [InlineData("permit train either in KR", 1, 26)]
    [InlineData("permit train model size 7", 1, 25)]
    [InlineData("permit train paying 5 WON", 1, 23)]
    [InlineData("permit train up to 101 percent", 1, 20)]
    [InlineData("conflict maybe; permit use", 1, 10)]
    [InlineData("conflict permit; conflict permit; permit use", 1, 18)]
    [InlineData("permit train not until 2027-01-01", 1, 18)]
    [InlineData("permit train [] in KR", 1, 15)]
    [InlineData("permit train\u0000", 1, 13)]
    [InlineData("permit train\u202e in KR", 1, 13)]
    public void Malformed_RefusedAtItsPlace(string text, int line, int column)
    {
        DomainException refusal = Assert.Throws<DomainException>(() => Parse(text));
        Assert.Equal((ShortFormErrors.Syntax, "Short"), (refusal.Error, refusal.Field));
        Assert.Contains($"line {line}, column {column}:", refusal.Message, StringComparison.Ordinal);
        string korean = refusal.MessageIn(CultureInfo.GetCultureInfo("ko-KR"));
        Assert.Contains($"{line}행 {column}열에서", korean, StringComparison.Ordinal);
        Assert.DoesNotContain("expected", korean, StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownAction_RefusedWithTheNearest()
    {
        DomainException refusal = Assert.Throws<DomainException>(() => Parse("permit trian, evaluate"));
        Assert.Equal(ShortFormErrors.UnknownName, refusal.Error);
        Assert.Contains("'trian' is not a known action; did you mean", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("train", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TooLong_Refused() =>
        Assert.Equal(ShortFormErrors.TooLarge, Assert.Throws<DomainException>(() => Parse(new string(' ', (256 * 1024) + 1))).Error);

    [Fact]
    public void Nested_CannotGoDeep() =>
        Assert.Throws<DomainException>(() => Parse("permit train " + string.Concat(Enumerable.Repeat("[in KR ", 20_000))));

    [Fact]
    public void LongText_IsReadInOneGo() =>
        Assert.Equal(8_000, Parse(string.Join('\n', Enumerable.Repeat("permit train in KR", 8_000))).Rules.Count);

    private static Policy Parse(string text) => ShortTerms.Parse(text, "urn:test:p", RandomPolicies.Seoul);
}
