using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;
using static DataCatalog.Core.Tests.Licensing.UseCheck.Terms;

namespace DataCatalog.Core.Tests.Licensing.UseCheck;

public sealed class WayTests
{
    private static readonly Comparison ForResearch = Is(Purpose, Operator.Eq, "research");
    private static readonly Comparison InKorea = Is(Spatial, Operator.IsPartOf, "KR");
    private static readonly FactSet Sale = FactSet.Empty.With(Purpose, Texts("sale"));

    [Fact]
    public void Unknown_GiveFacts()
    {
        Decision decision = UseCheckEngine.Decide(Ask(), [Agreed(Permit(Train, ForResearch, InKorea))]);
        Assert.Equal([Purpose, Spatial], decision.MissingFacts);
        Way way = Assert.Single(decision.Ways);
        Assert.Equal(WayKind.GiveFacts, way.Kind);
        Assert.Equal([ForResearch, InKorea], way.Premises.Select(p => p.Constraint));
        Assert.Same(decision.Reasons[0], way.Reason);
    }

    [Fact]
    public void No_MeetPremises()
    {
        Decision decision = UseCheckEngine.Decide(Ask(facts: Sale), [Agreed(Permit(Train, ForResearch, InKorea))]);
        Assert.Equal((Verdict.NotPermitted, WayKind.MeetPremises), (decision.Verdict, Assert.Single(decision.Ways).Kind));
        Assert.Empty(decision.MissingFacts);
        Assert.Equal(2, decision.Ways[0].Premises.Count);
    }

    [Fact]
    public void Prohibition_LiftedByItsPremises()
    {
        Decision decision = UseCheckEngine.Decide(Ask(facts: Sale), [Agreed(Permit(Train), Forbid(Use, Is(Purpose, Operator.Eq, "sale")))]);
        Way way = Assert.Single(decision.Ways);
        Assert.Equal(WayKind.MeetPremises, way.Kind);
        Assert.Same(decision.Reasons[1], way.Reason);
        Assert.Equal(Satisfaction.Yes, Assert.Single(way.Premises).Satisfaction);
        Way open = Assert.Single(UseCheckEngine.Decide(Ask(), [Agreed(Permit(Train), Forbid(Use, ForResearch))]).Ways);
        Assert.Equal(WayKind.GiveFacts, open.Kind);
    }

    [Fact]
    public void Term_AskWithinIt()
    {
        Assert.Equal(WayKind.AskWithinTerm, Only(Agreed(Permit(Train)) with { Until = Now }));
        Assert.Equal(WayKind.AskWithinTerm, Only(Agreed(Permit(Train, Until("2026-01-31")))));
        Assert.Equal(WayKind.AskWithinTerm, Only(Agreed(Permit(Train, Join(Connective.And, Until("2026-01-31"))))));
        Assert.Equal(WayKind.AskWithinTerm, Only(Agreed(Permit(Train), Forbid(Train, Is(Time, Operator.Lt, Day("2027-01-01"))))));
        Assert.Equal(WayKind.MeetPremises, Only(Agreed(Permit(Train), Forbid(Train, Is(Time, Operator.Lt, Day("2027-01-01")), Is(Purpose, Operator.Eq, "sale")))));
    }

    [Fact]
    public void Prohibitions_Several_AskForTheSameKindOfWay()
    {
        Comparison sale = Is(Purpose, Operator.Eq, "sale");
        Comparison thisYear = Is(Time, Operator.Lt, Day("2027-01-01"));
        Assert.Equal(WayKind.MeetPremises, Only(Agreed(Permit(Train), Forbid(Train, sale), Forbid(Use, sale))));
        Assert.Equal(WayKind.AskWithinTerm, Only(Agreed(Permit(Train), Forbid(Train, thisYear), Forbid(Use, thisYear))));
    }

    [Fact]
    public void Time_JoinedWithAPurpose_IsNoTerm() =>
        Assert.Equal(WayKind.MeetPremises, Only(Agreed(Permit(Train, Join(Connective.And, Until("2026-01-31"), ForResearch)))));

    [Fact]
    public void MissingFactsAndWays_FoundOnce()
    {
        Decision decision = UseCheckEngine.Decide(Ask(), [Agreed(Permit(Train, ForResearch))]);
        Assert.Same(decision.MissingFacts, decision.MissingFacts);
        Assert.Same(decision.Ways, decision.Ways);
    }

    [Fact]
    public void Nothing_AskForARight_OrAmendWhatProhibits()
    {
        Assert.Equal(WayKind.AskForRight, Only(Agreed()));
        Assert.Equal(WayKind.AmendTerms, Only(Agreed(Permit(Train), Forbid(Train))));
        Assert.Equal(WayKind.AskForRight, Only(Agreed(Permit(Train) with { Assignees = [Named("urn:consortium:other")] })));
        Assert.Equal(WayKind.AskForRight, Only(Agreed(Permit(Train) with { Targets = [Named("urn:dataset:other")] })));
    }

    [Fact]
    public void Layers_OnlyThoseAtOrAboveBlock()
    {
        Layer licence = Layer(LayerKind.Licence, Forbid(Train));
        Assert.Equal(WayKind.MeetPremises, Only(licence, Agreed(Permit(Train, ForResearch))));
        Assert.Equal(WayKind.AmendTerms, Only(Layer(LayerKind.Licence, Permit(Train, ForResearch)), Agreed(Forbid(Train))));
        Assert.Equal(WayKind.AmendTerms, Only(Agreed(Permit(Train, ForResearch)), Agreed(Forbid(Train))));
        Assert.Equal(WayKind.MeetPremises, Only(Layer(LayerKind.Agreement, Policy(Permit(Train, ForResearch), Forbid(Train)) with { Conflict = ConflictStrategy.Permit })));
        Assert.Equal(WayKind.MeetPremises, Only(Agreed(Permit(Train, ForResearch)), Agreed(Forbid(Train)) with { Until = Now }));
    }

    [Fact]
    public void Ways_ShortestFirst_AndNotTooMany()
    {
        Decision decision = UseCheckEngine.Decide(Ask(facts: Sale), [Agreed(Permit(Train, ForResearch, InKorea), Permit(Train, InKorea))]);
        Assert.Equal([1, 2], decision.Ways.Select(w => w.Premises.Count));
        Assert.Equal(WayKind.GiveFacts, decision.Ways[0].Kind);
        Layer many = Agreed([.. Enumerable.Range(0, 300).Select(i => Permit(Train, ForResearch))]);
        Assert.Equal(100, UseCheckEngine.Decide(Ask(), [many]).Ways.Count);
    }

    [Fact]
    public void Missing_OnlyWhatCounts()
    {
        Layer licence = Layer(LayerKind.Licence, Permit(Train, InKorea));
        Assert.Equal([Purpose], UseCheckEngine.Decide(Ask(), [licence with { Until = Now }, Agreed(Permit(Train, ForResearch))]).MissingFacts);
        Layer joined = Agreed(Permit(Train, Join(Connective.Or, ForResearch, Join(Connective.And, InKorea, Until("2020-01-01")))));
        Assert.Equal([Purpose], UseCheckEngine.Decide(Ask(), [joined]).MissingFacts);
        Comparison quota = Is("urn:operand:count", Operator.Lt, Value.OfIri("urn:quota")) with { ByReference = true };
        Assert.Equal(["urn:operand:count", "urn:quota"], UseCheckEngine.Decide(Ask(), [Agreed(Permit(Train, quota))]).MissingFacts);
    }

    private static WayKind Only(params Layer[] layers) => Assert.Single(UseCheckEngine.Decide(Ask(facts: Sale), layers).Ways).Kind;
}
