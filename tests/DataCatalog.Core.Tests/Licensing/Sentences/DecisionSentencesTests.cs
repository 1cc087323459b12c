using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Sentences;
using DataCatalog.Core.Licensing.ShortForm;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Core.Tests.Licensing.ShortForm;

namespace DataCatalog.Core.Tests.Licensing.Sentences;

public sealed class DecisionSentencesTests
{
    private const string Terms = """
        permit train for consortium a in KR until 2027-12-31 provided attribute (article "제7조")
        permit retrieve first obtainConsent
        forbid distribute (article "제9조")
        """;

    [Fact]
    public void Permitted_TellsWhyUntilWhenAndWhatIsOwed()
    {
        Decision decision = Ask("train", FactSet.Empty.With(Operands.Spatial, Value.OfText("KR")));
        Assert.Equal(
            [
                "Yes, it is permitted by agreement A-1.",
                "Agreement A-1 says: Consortium a may train, in Korea, until 31 December 2027 (제7조).",
                "This answer holds until the end of 31 December 2027.",
                "Whoever does so must attribute the source.",
            ],
            Told(decision, Language.English));
        Assert.Equal(
            [
                "예, 계약 A-1에 따라 허용됩니다.",
                "계약 A-1은 다음과 같이 정합니다: 컨소시엄 a는 2027년 12월 31일까지 대한민국에서 학습을 할 수 있습니다(근거: 제7조).",
                "이 답은 2027년 12월 31일까지 유효합니다.",
                "이 경우 출처 표시를 해야 합니다.",
            ],
            Told(decision, Language.Korean));
    }

    [Fact]
    public void NotPermitted_TellsGivenAndRequired()
    {
        Decision decision = Ask("train", FactSet.Empty.With(Operands.Spatial, Value.OfText("JP")));
        Assert.Contains("The permission of agreement A-1 (제7조) does not apply: it is required that the territory is Korea; given is Japan.", Told(decision, Language.English));
        Assert.Contains("It would be permitted if the territory is Korea.", Told(decision, Language.English));
        Assert.Contains("계약 A-1의 허용(제7조)은 적용되지 않습니다: 필요한 조건은 ‘지역이 대한민국’이며, 주어진 값은 일본입니다.", Told(decision, Language.Korean));
        Assert.Contains("다음을 충족하면 허용됩니다: ‘지역이 대한민국’.", Told(decision, Language.Korean));
    }

    [Fact]
    public void Undetermined_TellsWhatIsMissing()
    {
        Assert.Contains("Not given: territory.", Told(Ask("train", FactSet.Empty), Language.English));
        Assert.Contains("주어지지 않은 사실: 지역.", Told(Ask("train", FactSet.Empty), Language.Korean));
        Assert.Contains("Not given: obtain consent.", Told(Ask("retrieve", FactSet.Empty), Language.English));
        Assert.Contains("먼저 동의 획득을 해야 합니다.", string.Join(' ', Told(Ask("retrieve", FactSet.Empty), Language.Korean)), StringComparison.Ordinal);
    }

    [Fact]
    public void Prohibited_TellsTheClause() =>
        Assert.Equal("Agreement A-1 says: The user may not distribute (제9조).", Told(Ask("distribute", FactSet.Empty), Language.English)[1]);

    [Fact]
    public void OutOfTerm_IsToldWithTheTerm()
    {
        Decision decision = Ask("train", FactSet.Empty.With(Operands.Spatial, Value.OfText("KR")), until: new DateTimeOffset(2026, 12, 31, 15, 0, 0, TimeSpan.Zero));
        Assert.Contains("The permission of agreement A-1 (제7조) is not in force at that time, until the end of 31 December 2026.", Told(decision, Language.English));
        Assert.Contains("계약 A-1의 허용(제7조)은 그 시점에 효력이 없습니다(2026년 12월 31일까지).", Told(decision, Language.Korean));
    }

    [Fact]
    public void Nothing_IsTold() => Assert.Equal("No, nothing permits it.", Told(new Decision { Verdict = Verdict.NotPermitted }, Language.English)[0]);

    private static IReadOnlyList<string> Told(Decision decision, Language language) => PlainWords.Of(decision, language, zone: RandomPolicies.Seoul);

    private static Decision Ask(string action, FactSet facts, DateTimeOffset? until = null)
    {
        Policy policy = ShortTerms.Parse(Terms, "urn:p", RandomPolicies.Seoul);
        var question = new UseQuestion
        {
            Assignee = "urn:consortium:a", Action = Lexicon.Resolve(Lexicon.Actions, action)!, Target = "urn:dataset:x", At = new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.Zero), Facts = facts,
        };
        return UseCheckEngine.Decide(question, [new Layer { Kind = LayerKind.Agreement, Source = "A-1", Sha256 = "", Terms = CompiledTerms.Compile(policy), Until = until }]);
    }
}
