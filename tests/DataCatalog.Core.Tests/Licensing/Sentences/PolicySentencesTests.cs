using CsCheck;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Sentences;
using DataCatalog.Core.Licensing.ShortForm;
using DataCatalog.Core.Tests.Licensing.ShortForm;

namespace DataCatalog.Core.Tests.Licensing.Sentences;

public sealed class PolicySentencesTests
{
    [Theory]
    [InlineData("permit train, evaluate for consortium naver-cloud in KR until 2027-12-31",
        "Naver Cloud consortium may train and evaluate, in Korea, until 31 December 2027.",
        "네이버클라우드 컨소시엄은 2027년 12월 31일까지 대한민국에서 학습과 평가를 할 수 있습니다.")]
    [InlineData("forbid releaseWeights", "The user may not release weights.", "이용자는 가중치 공개를 할 수 없습니다.")]
    [InlineData("owe delete within P30D after end", "The user must delete all copies, within 30 days after the end of the term.", "이용자는 이용 기간 종료 후 30일 이내에 모든 사본의 삭제를 해야 합니다.")]
    [InlineData("permit train for consortium a, organisation b", "Consortium a and organisation b may train.", "컨소시엄 a와 기관 b는 학습을 할 수 있습니다.")]
    [InlineData("permit <https://example.org/act> of <urn:x:y>", "The user may https://example.org/act, as regards urn:x:y.", "이용자는 urn:x:y에 대해 https://example.org/act를 할 수 있습니다.")]
    [InlineData("permit train not in US, JP", "The user may train, outside the United States and Japan.", "이용자는 미국과 일본 밖에서 학습을 할 수 있습니다.")]
    [InlineData("permit train in AQ", "The user may train, in the territory AQ.", "이용자는 AQ 지역에서 학습을 할 수 있습니다.")]
    [InlineData("permit train until 2027-12-31T18:30:00+09:00", "The user may train, until 18:30 (UTC+09:00) on 31 December 2027.", "이용자는 2027년 12월 31일 18:30(UTC+09:00)까지 학습을 할 수 있습니다.")]
    [InlineData("permit train where version >= 2", "The user may train, if the version is at least 2.", "이용자는 버전이 2 이상인 경우 학습을 할 수 있습니다.")]
    [InlineData("permit train every P1Y6M", "The user may train, every 1 year and 6 months.", "이용자는 1년 6개월마다 학습을 할 수 있습니다.")]
    [InlineData("permit train (article \"7.2\" \"words\")", "The user may train (7.2: “words”).", "이용자는 학습을 할 수 있습니다(근거: 7.2 “words”).")]
    public void Rule_IsToldInBothLanguages(string terms, string english, string korean)
    {
        Policy policy = ShortTerms.Parse(terms, "urn:p", RandomPolicies.Seoul);
        Assert.Equal([english], PlainWords.Of(policy, Language.English, i => i == "urn:consortium:naver-cloud" ? "Naver Cloud" : null, RandomPolicies.Seoul));
        Assert.Equal([korean], PlainWords.Of(policy, Language.Korean, i => i == "urn:consortium:naver-cloud" ? "네이버클라우드" : null, RandomPolicies.Seoul));
    }

    [Fact]
    public void NestedLogic_IsToldWithBrackets()
    {
        Comparison Version(int n) => new(Iris.Odrl + "version", Operator.Eq, [Value.Of(n)]);
        var logic = new LogicalConstraint(Connective.Xone, [Version(1), new LogicalConstraint(Connective.And, [Version(2), new LogicalConstraint(Connective.AndSequence, [Version(3), Version(4)])])]);
        var rule = new Rule { Kind = RuleKind.Prohibition, Actions = [new RuleAction(Iris.Odrl + "sell", [])], Constraints = [logic] };
        Assert.Equal(["The user may not sell, if exactly one of these holds: the version is 1; (the version is 2 and (in this order the version is 3, then the version is 4))."], PlainWords.Of(rule, Language.English));
        Assert.Equal(["이용자는 다음 중 정확히 하나(버전이 1; (버전이 2 그리고 (다음을 차례로 충족하는 상태(버전이 3 → 버전이 4))))인 경우 판매를 할 수 없습니다."], PlainWords.Of(rule, Language.Korean));
    }

    [Fact]
    public void AnyPolicy_IsToldWithoutFailing() => RandomPolicies.All.Sample(
        policy => PlainWords.Of(policy, Language.English).Concat(PlainWords.Of(policy, Language.Korean)).All(s => s.EndsWith('.')), iter: 3_000);

    [Theory]
    [InlineData("70000000000", "70 billion", "700억")]
    [InlineData("1234567890123", "1,234,567,890,123", "1조 2,345억 6,789만 123")]
    [InlineData("1500000", "1.5 million", "150만")]
    [InlineData("9999", "9,999", "9,999")]
    [InlineData("10000", "10,000", "1만")]
    [InlineData("-20000", "-20,000", "-2만")]
    [InlineData("0.25", "0.25", "0.25")]
    public void Numbers_AreWrittenAsTheLanguageDoes(string number, string english, string korean)
    {
        decimal value = decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal((english, korean), (Numbers.In(value, Language.English), Numbers.In(value, Language.Korean)));
    }
}
