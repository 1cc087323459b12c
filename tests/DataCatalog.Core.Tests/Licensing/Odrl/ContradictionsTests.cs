using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Odrl;
using static DataCatalog.Core.Tests.Support.Given;

namespace DataCatalog.Core.Tests.Licensing.Odrl;

public sealed class ContradictionsTests
{
    [Theory]
    [InlineData("""{"action":"use"}""", """{"action":"distribute"}""", true)]
    [InlineData("""{"action":"distribute"}""", """{"action":"use"}""", true)]
    [InlineData("""{"action":"train"}""", """{"action":"distribute"}""", false)]
    [InlineData("""{"action":"train"}""", """{"action":"tdm:mine"}""", true)]
    [InlineData("""{"action":"use","target":"urn:a"}""", """{"action":"use","target":"urn:b"}""", false)]
    [InlineData("""{"action":"use","target":"urn:a"}""", """{"action":"use"}""", true)]
    [InlineData("""{"action":"use","assignee":"urn:a"}""", """{"action":"use","assignee":["urn:b","urn:a"]}""", true)]
    [InlineData("""{"action":"use","assignee":"urn:a"}""", """{"action":"use","assignee":"urn:b"}""", false)]
    [InlineData("""{"action":"use","assignee":"urn:a"}""", """{"action":"use","assignee":{"@type":"PartyCollection","uid":"urn:b"}}""", true)]
    [InlineData("""{"action":"use","constraint":{"leftOperand":"spatial","operator":"eq","rightOperand":"KR"}}""", """{"action":"use","constraint":{"leftOperand":"spatial","operator":"neq","rightOperand":"KR"}}""", false)]
    [InlineData("""{"action":"use","constraint":{"leftOperand":"spatial","operator":"isAnyOf","rightOperand":["KR","JP"]}}""", """{"action":"use","constraint":{"leftOperand":"spatial","operator":"neq","rightOperand":"KR"}}""", true)]
    [InlineData("""{"action":"use","constraint":{"leftOperand":"dateTime","operator":"lteq","rightOperand":"2026-12-31"}}""", """{"action":"use","constraint":{"leftOperand":"dateTime","operator":"gt","rightOperand":"2026-12-31"}}""", false)]
    [InlineData("""{"action":"use","constraint":{"leftOperand":"dateTime","operator":"lteq","rightOperand":"2026-12-31"}}""", """{"action":"use","constraint":{"leftOperand":"dateTime","operator":"gteq","rightOperand":"2026-12-31"}}""", true)]
    [InlineData("""{"action":"use","constraint":{"leftOperand":"count","operator":"lt","rightOperand":5}}""", """{"action":"use","constraint":{"and":[{"leftOperand":"count","operator":"gteq","rightOperand":5}]}}""", false)]
    [InlineData("""{"action":"use","constraint":{"or":[{"leftOperand":"count","operator":"lt","rightOperand":5}]}}""", """{"action":"use","constraint":{"leftOperand":"count","operator":"gteq","rightOperand":5}}""", true)]
    public void Of_RulesThatCanMeet(string permission, string prohibition, bool contradict)
    {
        Policy policy = PolicyReader.Read($$"""{"@type":"Set","uid":"urn:p","permission":[{"action":"annotate","target":"urn:elsewhere"},{{permission}}],"prohibition":{{prohibition}}}""");
        IEnumerable<string> found = Contradictions.Of(policy).Where(c => c.Permission.Actions[0].Iri != Iris.Odrl + "annotate").Select(c => c.PermissionPath + c.ProhibitionPath);
        Assert.Equal(contradict ? ["/permission/1/prohibition/0"] : [], found);
        Assert.Empty(Contradictions.Of(policy with { Conflict = ConflictStrategy.Prohibit }));
    }

    [Fact]
    public void Of_MorePairsThanAreLookedAt_Refused()
    {
        Rule Make(RuleKind kind, int i) => new() { Kind = kind, Actions = [new RuleAction(Iris.Odrl + "use", [])], Targets = [new Subject($"urn:{kind}:{i}", false, [])] };
        Policy Many(int each) => new() { Uid = "urn:p", Rules = [.. Enumerable.Range(0, each).SelectMany(i => new[] { Make(RuleKind.Permission, i), Make(RuleKind.Prohibition, i) })] };
        Assert.Empty(Contradictions.Of(Many(1_000)));
        Refused(LicensingErrors.OdrlInvalid, null, () => Contradictions.Of(Many(1_001)));
        Assert.Empty(Contradictions.Of(Many(5_000) with { Conflict = ConflictStrategy.Prohibit }));
    }

    [Fact]
    public void Terms_ThatContradict_RefusedWithBothClauses()
    {
        const string rules = """
            "permission":{"action":"use","clause":{"article":"제3조"}},"prohibition":[{"action":"sell"},{"action":"distribute","clause":{"article":"제9조 1항"}}]}
            """;
        var refusal = Assert.Throws<DataCatalog.Core.Common.DomainException>(() => Agreement().Amend(new TermsInput { Odrl = Json("""{"@type":"Set","uid":"urn:p",""" + rules) }, Officer, Clock));
        Assert.Equal(LicensingErrors.TermsContradict, refusal.Error);
        Assert.Contains("/permission/0 (제3조) permits what /prohibition/1 (제9조 1항) prohibits", refusal.Message, StringComparison.Ordinal);
        Assert.NotNull(Agreement().Amend(new TermsInput { Odrl = Json("""{"@type":"Set","uid":"urn:p","conflict":"prohibit",""" + rules) }, Officer, Clock));
    }
}
