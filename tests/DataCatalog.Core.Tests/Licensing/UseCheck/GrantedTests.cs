using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Sentences;
using DataCatalog.Core.Licensing.UseCheck;
using static DataCatalog.Core.Tests.Licensing.UseCheck.Terms;

namespace DataCatalog.Core.Tests.Licensing.UseCheck;

/// <summary>A right that was granted for less than its agreement permits (domain rule 12).</summary>
public sealed class GrantedTests
{
    private static readonly Layer Licence = Layer(LayerKind.Licence, Permit(Use));

    [Fact]
    public void NotGranted_PermitsNothing_AndProhibitsAllTheSame()
    {
        Assert.Equal(Verdict.NotPermitted, Decide(Ask(), Agreed(Permit(Train)) with { Granted = Satisfaction.No }));
        Assert.Equal(Verdict.Permitted, Decide(Ask(), Licence, Agreed(Permit(Train)) with { Granted = Satisfaction.No }));
        Assert.Equal(Verdict.Prohibited, Decide(Ask(), Licence, Agreed(Permit(Pretrain), Forbid(Train)) with { Granted = Satisfaction.No }));
        Assert.Equal(Verdict.Permitted, Decide(Ask(), Agreed(Permit(Train)) with { Granted = Satisfaction.No }, Agreed(Permit(Train))));
    }

    [Fact]
    public void NotGranted_SaysSo_AndWhatItTakes()
    {
        Decision decision = UseCheckEngine.Decide(Ask(), [Agreed(Permit(Train)) with { Granted = Satisfaction.No }]);
        Assert.Equal((PremiseKind.Right, Satisfaction.No), (decision.Reasons[0].Premises[^1].Kind, decision.Reasons[0].Outcome));
        Assert.Equal(WayKind.MeetPremises, Assert.Single(decision.Ways).Kind);
        Assert.Contains(PlainWords.Of(decision, Language.English), s => s.Contains("for other uses or another model", StringComparison.Ordinal));
        Assert.Contains(PlainWords.Of(decision, Language.Korean), s => s.Contains("다른 이용이나 다른 모델", StringComparison.Ordinal));
    }

    [Fact]
    public void GrantedForOneModel_NoneNamed_AsksForTheModel()
    {
        Decision decision = UseCheckEngine.Decide(Ask(), [Agreed(Permit(Train)) with { Granted = Satisfaction.Unknown }]);
        Assert.Equal(Verdict.Undetermined, decision.Verdict);
        Assert.Equal([Iris.Odrl + "product"], decision.MissingFacts);
        Assert.Equal(WayKind.GiveFacts, Assert.Single(decision.Ways).Kind);
        Assert.Contains("To settle it, give: model or product.", PlainWords.Of(decision, Language.English));
    }

    [Fact]
    public void NotGranted_ProhibitionEndsWithItsLayer()
    {
        Decision decision = UseCheckEngine.Decide(Ask(), [Licence, Agreed(Forbid(Train)) with { Granted = Satisfaction.No, Until = Now.AddDays(5) }]);
        Assert.Equal((Verdict.Prohibited, Now.AddDays(5)), (decision.Verdict, decision.HoldsUntil));
    }
}
