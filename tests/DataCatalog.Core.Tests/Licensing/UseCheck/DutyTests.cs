using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;
using static DataCatalog.Core.Tests.Licensing.UseCheck.Terms;

namespace DataCatalog.Core.Tests.Licensing.UseCheck;

public sealed class DutyTests
{
    [Theory]
    [InlineData("obtainConsent")]
    [InlineData("acceptTracking")]
    [InlineData("reviewPolicy")]
    [InlineData("compensate")]
    [InlineData("ensureExclusivity")]
    public void Duty_ThatComesFirst_OpenUntilDone(string action)
    {
        Layer layer = Agreed(Permit(Train) with { Duties = [Owe(action)] });
        Decision open = UseCheckEngine.Decide(Ask(), [layer]);
        Assert.Equal(Verdict.Undetermined, open.Verdict);
        Assert.Equal([Iris.Odrl + action], open.MissingFacts);
        Way way = Assert.Single(open.Ways);
        Assert.Equal((WayKind.MeetPremises, PremiseKind.Duty), (way.Kind, Assert.Single(way.Premises).Kind));
        Assert.NotNull(way.Premises[0].Duty);
        Decision done = UseCheckEngine.Decide(Ask(facts: FactSet.Empty.WithDone(Iris.Odrl + action)), [layer]);
        Assert.Equal(Verdict.Permitted, done.Verdict);
        Assert.Empty(done.Duties);
        Assert.Empty(done.MissingFacts);
        Assert.Empty(done.Ways);
    }

    [Theory]
    [InlineData("attribute")]
    [InlineData("inform")]
    [InlineData("delete")]
    [InlineData("anonymize")]
    public void Duty_ThatFollows_IsPartOfTheAnswer(string action)
    {
        Rule duty = Owe(action, Is(Iris.Odrl + "delayPeriod", Operator.Lteq, Value.OfDuration("P30D")), Until("2020-01-01"));
        Layer layer = Agreed(Permit(Train) with { Duties = [duty] });
        Decision decision = UseCheckEngine.Decide(Ask(), [layer]);
        Assert.Equal(Verdict.Permitted, decision.Verdict);
        OwedDuty owed = Assert.Single(decision.Duties);
        Assert.Same(duty, owed.Duty);
        Assert.Same(layer, owed.Layer);
    }

    [Fact]
    public void Duty_WithSeveralActions_AllComeFirst()
    {
        Layer layer = Agreed(Permit(Train) with { Duties = [Owe("compensate") with { Actions = [new(Iris.Odrl + "compensate", []), new(Iris.Odrl + "obtainConsent", [])] }] });
        FactSet paid = FactSet.Empty.WithDone(Iris.Odrl + "compensate");
        Assert.Equal(Verdict.Undetermined, Decide(Ask(facts: paid), layer));
        Assert.Equal(Verdict.Permitted, Decide(Ask(facts: paid.WithDone(Iris.Odrl + "obtainConsent")), layer));
    }

    [Fact]
    public void Duty_OnACondition_OwedUnlessItFails()
    {
        Comparison sale = Is(Purpose, Operator.Eq, "sale");
        Layer layer = Agreed(Permit(Train) with { Duties = [Owe("compensate", sale), Owe("attribute", sale)] });
        Assert.Equal(Verdict.Undetermined, Decide(Ask(), layer));
        Assert.Equal(Verdict.Undetermined, Decide(Ask(facts: FactSet.Empty.With(Purpose, Texts("sale"))), layer));
        Decision free = UseCheckEngine.Decide(Ask(facts: FactSet.Empty.With(Purpose, Texts("study"))), [layer]);
        Assert.Equal(Verdict.Permitted, free.Verdict);
        Assert.Empty(free.Duties);
        FactSet unsaid = FactSet.Empty.WithDone(Iris.Odrl + "compensate");
        Assert.Single(UseCheckEngine.Decide(Ask(facts: unsaid), [layer]).Duties);
    }

    [Fact]
    public void Obligation_OfThePolicy_OwedByWhomItNames()
    {
        Rule ours = Owe("inform") with { Assignees = [Named(Naver)], Targets = [Named(News)] };
        Rule theirs = Owe("inform") with { Assignees = [Named("urn:consortium:other")] };
        Rule elsewhere = Owe("inform") with { Targets = [Named("urn:dataset:other")] };
        Rule anyones = Owe("delete", Join(Connective.And, Until("2020-01-01"), Is(Purpose, Operator.Eq, "sale")));
        Decision decision = UseCheckEngine.Decide(Ask(), [Agreed(ours, theirs, elsewhere, anyones, Permit(Train))]);
        Assert.Equal([ours, anyones], decision.Duties.Select(d => d.Duty));
    }

    [Fact]
    public void Duties_OfWhatDoesNotCount_AreNotOwed()
    {
        Rule attributed = Permit(Train) with { Duties = [Owe("attribute")] };
        Layer licence = Layer(LayerKind.Licence, attributed, Owe("inform"));
        Layer ended = Agreed(attributed) with { Until = Now };
        Layer silent = Agreed(Owe("inform"));
        Layer exemption = Layer(LayerKind.Exemption, Permit(Train), Permit(Train, Is(Purpose, Operator.Eq, "sale")) with { Duties = [Owe("delete")] });
        Assert.Empty(UseCheckEngine.Decide(Ask(), [licence, ended, silent, exemption]).Duties);
        Assert.Equal(2, UseCheckEngine.Decide(Ask(), [licence, ended, silent]).Duties.Count);
        Assert.Empty(UseCheckEngine.Decide(Ask(), [Agreed(attributed, Forbid(Use))]).Duties);
    }

    [Fact]
    public void Duty_SameInTwoPermissions_OwedOnce()
    {
        Rule permission = Permit(Train) with { Duties = [Owe("attribute"), Owe("delete", Until("2027-01-01"))] };
        Rule wider = Permit(Use) with { Duties = [Owe("attribute"), Owe("delete", Until("2028-01-01"))] };
        Assert.Equal(3, UseCheckEngine.Decide(Ask(), [Agreed(permission, wider)]).Duties.Count);
        Assert.Equal(3, UseCheckEngine.Decide(Ask(), [Agreed(permission, wider), Agreed(permission, wider)]).Duties.Count);
        Assert.Equal(6, UseCheckEngine.Decide(Ask(), [Agreed(permission, wider), Agreed(permission, wider) with { Source = "B" }]).Duties.Count);
    }

    [Theory]
    [InlineData("dateTime")]
    [InlineData("elapsedTime")]
    [InlineData("delayPeriod")]
    [InlineData("event")]
    [InlineData("timeInterval")]
    public void Duty_WithADeadline_OwedWhateverTheTime(string operand)
    {
        Layer layer = Agreed(Permit(Train) with { Duties = [Owe("delete", Is(Iris.Odrl + operand, Operator.Eq, Day("2020-01-01")))] });
        FactSet facts = FactSet.Empty.With(Iris.Odrl + operand, Day("2026-07-01"));
        Assert.Single(UseCheckEngine.Decide(Ask(facts: facts), [layer]).Duties);
    }

    [Fact]
    public void Duty_OnACondition_OwedWhereOneOfTheValuesMeetsIt()
    {
        Comparison sale = Is(Purpose, Operator.Eq, "sale");
        FactSet both = FactSet.Empty.With(Purpose, Texts("study", "sale"));
        Layer layer = Agreed(Permit(Train) with { Duties = [Owe("attribute", sale)] }, Owe("inform") with { Assignees = [Named(Naver, sale)] }, Owe("delete") with { Targets = [Named(News, sale)] });
        Assert.Equal(3, UseCheckEngine.Decide(Ask(facts: both), [layer]).Duties.Count);
        Assert.Empty(UseCheckEngine.Decide(Ask(facts: FactSet.Empty.With(Purpose, Texts("study"))), [layer]).Duties);
    }

    [Fact]
    public void Obligations_OfAnAgreementThatPermitsNothing_AreNotOwed()
    {
        Layer unmet = Agreed(Permit(Train, Is(Purpose, Operator.Eq, "sale")), Owe("inform")) with { Source = "B" };
        FactSet study = FactSet.Empty.With(Purpose, Texts("study"));
        Decision decision = UseCheckEngine.Decide(Ask(facts: study), [Agreed(Permit(Train)), unmet]);
        Assert.Equal(Verdict.Permitted, decision.Verdict);
        Assert.Empty(decision.Duties);
    }

    [Fact]
    public void Duty_OfAProhibition_DoesNotHoldItOff() =>
        Assert.Equal(Verdict.Prohibited, Decide(Ask(), Agreed(Permit(Train), Forbid(Train) with { Duties = [Owe("compensate")] })));

    [Fact]
    public void Duties_ThatComeFirst_NamedInOrder() =>
        Assert.Equal("acceptTracking, compensate, ensureExclusivity, obtainConsent, reviewPolicy", DutyOrder.Names);

    public static TheoryData<Rule, Rule> Different => new()
    {
        { Owe("attribute"), Owe("inform") },
        { Owe("attribute") with { Targets = [Named(News)] }, Owe("attribute") with { Assigners = [Named(News)] } },
        { Owe("attribute"), Owe("attribute") with { Assigners = [Named(Naver)] } },
        { Owe("attribute"), Owe("attribute") with { Assignees = [Named(Naver)] } },
        { Owe("attribute"), Owe("attribute") with { Targets = [Named(News)] } },
        { Owe("attribute") with { Assigners = [Named(Naver)] }, Owe("attribute") with { Assignees = [Named(Naver)] } },
        { Owe("attribute") with { Targets = [Named(News)] }, Owe("attribute") with { Targets = [Named(News, Later)] } },
        { InRole("informedParty", Naver), InRole("trackingParty", Naver) },
        { InRole("informedParty", Naver), InRole("informedParty", "urn:consortium:other") },
        { Owe("attribute"), Owe("attribute", Later) },
        { Owe("attribute", Later), Owe("attribute", Later with { LeftOperand = Iris.Odrl + "elapsedTime" }) },
        { Owe("attribute", Later), Owe("attribute", Later with { Operator = Operator.Neq }) },
        { Owe("attribute", Later), Owe("attribute", Later with { Unit = "urn:unit:day" }) },
        { Owe("attribute", Later), Owe("attribute", Later with { ByReference = true }) },
        { Owe("attribute", Later), Owe("attribute", Later with { Right = Texts("b") }) },
        { Owe("attribute", Later), Owe("attribute", Later with { Right = [Value.OfIri("a")] }) },
        { Owe("attribute", Later with { Right = Texts("a", "b") }), Owe("attribute", Later with { Right = Texts("aText b") }) },
        { Owe("attribute", Later with { Right = Texts("a", "b") }), Owe("attribute", Later with { Right = Texts("a\nText b") }) },
        { Owe("attribute", Later with { Right = Texts("a", "b") }), Owe("attribute", Later with { Right = Texts("aText1:b") }) },
        { Owe("attribute", Later with { Right = Texts("a", "bText:c") }), Owe("attribute", Later with { Right = Texts("aText:b", "c") }) },
        { Owe("attribute", Later, Later), Owe("attribute", Join(Connective.And, Later, Later)) },
        { Owe("attribute", Join(Connective.And, Later, Later)), Owe("attribute", Join(Connective.Or, Later, Later)) },
        { Owe("attribute", Join(Connective.Or, Later)), Owe("attribute", Join(Connective.Or, Later, Later)) },
        { Owe("attribute"), Owe("attribute") with { Consequences = [Owe("delete")] } },
        { Owe("attribute") with { Consequences = [Owe("inform")] }, Owe("attribute") with { Consequences = [Owe("delete")] } },
    };

    [Theory]
    [MemberData(nameof(Different), DisableDiscoveryEnumeration = true)]
    public void Duties_ThatDifferAnywhere_AreBothOwed(Rule one, Rule other)
    {
        Layer layer = Agreed(Permit(Train) with { Duties = [one, other, other with { Uid = "urn:duty:again" }] });
        Assert.Equal([one, other], UseCheckEngine.Decide(Ask(), [layer]).Duties.Select(d => d.Duty));
    }

    [Fact]
    public void Duty_Text_WrittenOnce()
    {
        var duty = new CompiledDuty(Owe("attribute", Later), (_, _) => false);
        Assert.Same(duty.Text, duty.Text);
    }

    private static Comparison Later => Is(Iris.Odrl + "event", Operator.Eq, "a");

    private static Rule InRole(string role, string iri) => Owe("attribute") with { Roles = [new Role(Iris.Odrl + role, Named(iri))] };
}
