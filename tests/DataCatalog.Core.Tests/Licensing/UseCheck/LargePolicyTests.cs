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

    [Fact]
    public void Rules_OnlyDescribed_AllStayInSight()
    {
        Layer layer = Agreed([.. Many(i => Permit(Train) with { Assignees = [new(null, false, [Is(Purpose, Operator.Eq, $"purpose {i}")])] })]);
        Assert.Equal(Verdict.Permitted, Decide(Ask(facts: FactSet.Empty.With(Purpose, Texts("purpose 77"))), layer));
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
    public void Actions_TheFirst256AskedFor_StayFound()
    {
        CompiledTerms terms = CompiledTerms.Compile(Policy(Permit(Train)));
        for (int i = 0; i < 256; i++) terms.About($"urn:action:{i}");
        Assert.Same(terms.About("urn:action:255"), terms.About("urn:action:255"));
        Assert.NotSame(terms.About("urn:action:256"), terms.About("urn:action:256"));
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

    // A rule of 2 500 dates is judged at 2 000 of them: five million comparisons.
    [Theory]
    [InlineData(2_000, Verdict.NotPermitted)]
    [InlineData(2_001, Verdict.NotInForce)]
    public void Dates_TooManyToTry_MayHoldSometime(int within, Verdict expected)
    {
        Layer layer = Agreed(NeverByDates()) with { From = Now.AddHours(2_500 - within), Until = Now.AddHours(2_500) };
        Assert.Equal(expected, Decide(Ask(at: Now.AddYears(-1)), layer));
    }

    [Fact]
    public void Dates_TooManyToFollow_LeaveTheRestUndetermined()
    {
        Layer layer = Agreed(Permit(Train), NeverByDates());
        Assert.Empty(Flips.Within(Ask(at: Now.AddHours(499)), [layer], DateTimeOffset.MaxValue));
        Assert.Null(UseCheckEngine.Decide(Ask(at: Now.AddHours(499)), [layer]).HoldsUntil);
        Flip last = new(Now.AddHours(2_499), Verdict.Permitted, Verdict.Undetermined);
        Assert.Equal([last], Flips.Within(Ask(at: Now.AddHours(498)), [layer], DateTimeOffset.MaxValue));
        Assert.Equal(last.At, UseCheckEngine.Decide(Ask(at: Now.AddHours(498)), [layer]).HoldsUntil);
    }

    [Fact]
    public void Obligations_Many_OnlyOnesOwn()
    {
        Layer layer = Agreed([Permit(Train), .. Many(i => Owe("inform") with { Targets = [Named($"urn:dataset:{i}")] })]);
        Assert.Single(UseCheckEngine.Decide(Ask() with { Target = "urn:dataset:5" }, [layer]).Duties);
    }

    private static IEnumerable<T> Many<T>(Func<int, T> make) => Enumerable.Range(0, Rules).Select(make);

    private static Rule NeverByDates() =>
        Permit(Train, Join(Connective.Or), Join(Connective.Or, [.. Enumerable.Range(0, 2_500).Select(i => Is(Time, Operator.Gteq, Value.Of(Now.AddHours(i))))]));
}
