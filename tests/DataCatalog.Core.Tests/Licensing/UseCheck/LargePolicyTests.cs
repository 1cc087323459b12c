using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;
using static DataCatalog.Core.Tests.Licensing.UseCheck.Terms;

namespace DataCatalog.Core.Tests.Licensing.UseCheck;

/// <summary>Policies of many rules: only what concerns the question is looked at, and answers stay the same.</summary>
public sealed class LargePolicyTests
{
    private const int Rules = 10_000;

    [Fact]
    public void Rules_ForOtherTargets_NotWalked()
    {
        Layer layer = Agreed([.. Many(i => Permit(Train) with { Targets = [Named($"urn:dataset:{i}")] }), Permit(Use) with { Assignees = [Named(Naver)] }, Forbid(Use, Is(Purpose, Operator.Eq, "sale"))]);
        Decision decision = UseCheckEngine.Decide(Ask() with { Target = "urn:dataset:77" }, [layer]);
        Assert.Equal(["/permission/77", "/permission/10000", "/prohibition/0"], decision.Reasons.Select(r => r.Path));
        Assert.Equal(2, UseCheckEngine.Decide(Ask(), [layer]).Reasons.Count);
        Assert.Equal(4, UseCheckEngine.Decide(Ask() with { TargetIn = ["urn:dataset:1", "urn:dataset:2"] }, [layer]).Reasons.Count);
    }

    [Fact]
    public void Rules_ForOtherParties_NotWalked()
    {
        Layer layer = Agreed([.. Many(i => Permit(Train) with { Assignees = [Named($"urn:consortium:{i}"), Named("urn:consortium:0")] }), Permit(Use) with { Targets = [Named("urn:dataset:other")] }]);
        Decision decision = UseCheckEngine.Decide(Ask() with { AssigneeIn = ["urn:consortium:78", "urn:consortium:77"] }, [layer]);
        Assert.Equal(["/permission/77", "/permission/78"], decision.Reasons.Select(r => r.Path));
        Assert.Equal(Verdict.NotPermitted, Decide(Ask(), layer));
    }

    [Fact]
    public void Rules_OnlyDescribed_StayInSight()
    {
        Subject described = new(null, false, [Is(Purpose, Operator.Eq, "research")]);
        Layer layer = Agreed([.. Many(i => Permit(Train) with { Assignees = [Named($"urn:consortium:{i}")] }), Permit(Train) with { Assignees = [Named("urn:consortium:1"), described] }]);
        Assert.Equal(Verdict.Permitted, Decide(Ask(facts: FactSet.Empty.With(Purpose, Texts("research"))), layer));
    }

    [Theory]
    [InlineData(64, 64)]
    [InlineData(65, 1)]
    public void Few_AreAllTold(int rules, int told) =>
        Assert.Equal(told, UseCheckEngine.Decide(Ask() with { Target = "urn:dataset:3" }, [Agreed([.. Many(i => Permit(Train) with { Targets = [Named($"urn:dataset:{i}")] }).Take(rules)])]).Reasons.Count);

    [Fact]
    public void Actions_Many_EachFindsItsOwn()
    {
        Layer layer = Agreed([.. Many(i => Permit($"urn:action:{i}"))]);
        for (int i = 0; i < 400; i++) Assert.Equal($"/permission/{i}", Assert.Single(UseCheckEngine.Decide(Ask($"urn:action:{i}"), [layer]).Reasons).Path);
    }

    [Fact]
    public void Dates_Many_AreFollowedToTheOneThatMatters()
    {
        Layer layer = Agreed([.. Many(i => Permit(Train, Is(Time, Operator.Lteq, Value.Of(Now.AddHours(i)))))]);
        Assert.Equal(Now.AddHours(Rules - 1).AddTicks(1), UseCheckEngine.Decide(Ask(), [layer]).HoldsUntil);
        Assert.Equal(Verdict.NotInForce, Decide(Ask(at: Now.AddYears(3)), layer));
    }

    [Fact]
    public void Dates_TooManyInOneRule_EndTheAnswerEarly()
    {
        Constraint[] days = [.. Many(i => (Constraint)Join(Connective.And, Is(Time, Operator.Gteq, Value.Of(Now.AddHours(i))), Is(Time, Operator.Lteq, Value.Of(Now.AddHours(i + 1)))))];
        Layer layer = Agreed(Permit(Train, Join(Connective.Or, days)));
        DateTimeOffset? until = UseCheckEngine.Decide(Ask(), [layer]).HoldsUntil;
        Assert.InRange(until!.Value, Now.AddHours(100), Now.AddHours(Rules - 1));
        Assert.Equal(Verdict.NotInForce, Decide(Ask(at: Now.AddYears(3)), layer));
    }

    [Fact]
    public void Dates_HundredsInOneRule_AreFollowedToTheEnd()
    {
        Constraint[] days = [.. Many(i => (Constraint)Join(Connective.And, Is(Time, Operator.Gteq, Value.Of(Now.AddHours(i))), Is(Time, Operator.Lteq, Value.Of(Now.AddHours(i + 1))))).Take(262)];
        Assert.Equal(Now.AddHours(262).AddTicks(1), UseCheckEngine.Decide(Ask(), [Agreed(Permit(Train, Join(Connective.Or, days)))]).HoldsUntil);
    }

    [Fact]
    public void Obligations_Many_OnlyOnesOwn()
    {
        Layer layer = Agreed([Permit(Train), .. Many(i => Owe("inform") with { Targets = [Named($"urn:dataset:{i}")] })]);
        Assert.Single(UseCheckEngine.Decide(Ask() with { Target = "urn:dataset:5" }, [layer]).Duties);
    }

    private static IEnumerable<T> Many<T>(Func<int, T> make) => Enumerable.Range(0, Rules).Select(make);
}
