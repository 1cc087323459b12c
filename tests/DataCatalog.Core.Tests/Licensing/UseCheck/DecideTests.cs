using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;
using static DataCatalog.Core.Tests.Licensing.UseCheck.Terms;

namespace DataCatalog.Core.Tests.Licensing.UseCheck;

public sealed class DecideTests
{
    private static readonly Comparison ForResearch = Is(Purpose, Operator.Eq, "research");
    private static readonly FactSet Research = FactSet.Empty.With(Purpose, Texts("research"));
    private static readonly FactSet Sale = FactSet.Empty.With(Purpose, Texts("sale"));

    [Fact]
    public void Silence_PermitsNothing()
    {
        Assert.Equal(Verdict.NotPermitted, Decide(Ask()));
        Assert.Equal(Verdict.NotPermitted, Decide(Ask(), Agreed()));
        Assert.Equal(Verdict.NotPermitted, Decide(Ask(), Agreed(Permit(Iris.Profile + "evaluate"))));
        Assert.Equal(Verdict.NotPermitted, Decide(Ask(), Agreed(Permit(Pretrain))));
        Assert.Equal(Verdict.NotPermitted, Decide(Ask(Iris.Odrl + "sell"), Agreed(Permit(Use))));
    }

    [Theory]
    [InlineData(Train, Train)]
    [InlineData(Train, Pretrain)]
    [InlineData(Use, Train)]
    [InlineData(Use, Pretrain)]
    [InlineData("urn:action:other", "urn:action:other")]
    public void Action_Included_Permitted(string ruled, string asked)
    {
        Assert.Equal(Verdict.Permitted, Decide(Ask(asked), Agreed(Permit(ruled))));
        Assert.Equal(Verdict.Prohibited, Decide(Ask(asked), Agreed(Forbid(ruled))));
    }

    [Fact]
    public void Action_SeveralOfARule_EachCounts()
    {
        Rule rule = Permit(Train) with { Actions = [new(Iris.Odrl + "play", []), new(Train, [ForResearch])] };
        Assert.Equal(Verdict.Permitted, Decide(Ask(facts: Research), Agreed(rule)));
        Assert.Equal(Verdict.NotPermitted, Decide(Ask(facts: Sale), Agreed(rule)));
        Assert.Equal(Verdict.Undetermined, Decide(Ask(), Agreed(rule)));
        Assert.Equal(Verdict.Permitted, Decide(Ask(Iris.Odrl + "play"), Agreed(rule)));
        Assert.Equal(Verdict.NotPermitted, Decide(Ask(Iris.Odrl + "print"), Agreed(rule)));
    }

    [Theory]
    [InlineData(true, true, Verdict.Permitted)]
    [InlineData(true, false, Verdict.NotPermitted)]
    [InlineData(false, true, Verdict.NotPermitted)]
    public void Names_OfPartyAndTarget_MustMatch(bool party, bool target, Verdict expected)
    {
        Rule rule = Permit(Train) with { Assignees = [Named("urn:consortium:x"), Named(party ? Naver : "urn:consortium:y")], Targets = [Named(target ? News : "urn:dataset:x")] };
        Assert.Equal(expected, Decide(Ask(), Agreed(rule)));
    }

    [Fact]
    public void Collections_AskerAndDatasetBelongTo_Match()
    {
        Rule rule = Permit(Train) with { Assignees = [new("urn:programme:elite", true, [])], Targets = [new("urn:agreement:A-1", true, [])] };
        UseQuestion question = Ask();
        Assert.Equal(Verdict.NotPermitted, Decide(question, Agreed(rule)));
        Assert.Equal(Verdict.NotPermitted, Decide(question with { AssigneeIn = ["urn:programme:elite"] }, Agreed(rule)));
        Assert.Equal(Verdict.Permitted, Decide(question with { AssigneeIn = ["urn:programme:elite"], TargetIn = ["urn:agreement:A-1"] }, Agreed(rule)));
    }

    [Fact]
    public void Collections_OthersThanTheRules_DoNotMatch()
    {
        UseQuestion question = Ask() with { AssigneeIn = ["urn:programme:other"], TargetIn = ["urn:agreement:other"] };
        Assert.Equal(Verdict.NotPermitted, Decide(question, Agreed(Permit(Train) with { Assignees = [new("urn:programme:elite", true, [])] })));
        Assert.Equal(Verdict.NotPermitted, Decide(question, Agreed(Permit(Train) with { Targets = [new("urn:agreement:A-1", true, [])] })));
    }

    [Fact]
    public void Subject_OnlyDescribed_Undetermined()
    {
        Assert.Equal(Verdict.Undetermined, Decide(Ask(), Agreed(Permit(Train) with { Assignees = [new(null, false, [])] })));
        Assert.Equal(Verdict.Permitted, Decide(Ask(facts: Research), Agreed(Permit(Train) with { Assignees = [new(null, false, [ForResearch])] })));
    }

    [Fact]
    public void Refinement_OfATarget_LimitsIt()
    {
        const string Language = Iris.Odrl + "language";
        Layer layer = Agreed(Permit(Train) with { Targets = [Named(News, Is(Language, Operator.Eq, "ko"))] });
        Assert.Equal(Verdict.Permitted, Decide(Ask(facts: FactSet.Empty.With(Language, Texts("ko"))), layer));
        Assert.Equal(Verdict.NotPermitted, Decide(Ask(facts: FactSet.Empty.With(Language, Texts("ko", "en"))), layer));
        Decision open = UseCheckEngine.Decide(Ask(), [layer]);
        Assert.Equal(Verdict.Undetermined, open.Verdict);
        Assert.Equal([Language], open.MissingFacts);
        Assert.Equal(Satisfaction.Unknown, Assert.Single(Assert.Single(open.Reasons).Premises[2].Parts).Satisfaction);
    }

    [Fact]
    public void Refinement_OfAParty_LimitsIt()
    {
        const string Member = "urn:operand:member";
        Layer layer = Agreed(Permit(Train) with { Assignees = [Named(Naver, Is(Member, Operator.IsAnyOf, "urn:organisation:a"))] });
        Assert.Equal(Verdict.Permitted, Decide(Ask(facts: FactSet.Empty.With(Member, Texts("urn:organisation:a"))), layer));
        Assert.Equal(Verdict.NotPermitted, Decide(Ask(facts: FactSet.Empty.With(Member, Texts("urn:organisation:b"))), layer));
    }

    [Theory]
    [InlineData(PremiseKind.Action)]
    [InlineData(PremiseKind.Party)]
    [InlineData(PremiseKind.Target)]
    public void Refinement_PermissionCoversEachValue_ProhibitionNeedsOne(PremiseKind refined)
    {
        FactSet both = FactSet.Empty.With(Purpose, Texts("research", "sale"));
        RuleReason permission = Reason(Permit(Train), Satisfaction.No);
        RuleReason prohibition = Reason(Forbid(Train), Satisfaction.Yes);
        Assert.Equal((Satisfaction.No, Satisfaction.Yes), (permission.Outcome, prohibition.Outcome));
        Assert.Equal((Verdict.NotPermitted, Verdict.Prohibited), (VerdictOf(Permit(Train)), VerdictOf(Forbid(Train))));

        RuleReason Reason(Rule rule, Satisfaction expected)
        {
            RuleReason reason = Assert.Single(UseCheckEngine.Decide(Ask(facts: both), [Agreed(Refined(rule))]).Reasons);
            Assert.Equal([PremiseKind.Action, PremiseKind.Party, PremiseKind.Target], reason.Premises.Select(p => p.Kind));
            Assert.Equal(reason.Premises.Select(p => p.Kind == refined ? expected : Satisfaction.Yes), reason.Premises.Select(p => p.Satisfaction));
            Premise part = Assert.Single(reason.Premises.SelectMany(p => p.Parts));
            Assert.Equal((expected, ForResearch), (part.Satisfaction, part.Constraint));
            Assert.Same(part, Assert.Single(reason.Premises[(int)refined].Parts));
            return reason;
        }

        Verdict VerdictOf(Rule rule) => UseCheckEngine.VerdictOf(Ask(facts: both), [Agreed(Refined(rule))]);

        Rule Refined(Rule rule) => refined switch
        {
            PremiseKind.Action => rule with { Actions = [new(Train, [ForResearch])] },
            PremiseKind.Party => rule with { Assignees = [Named(Naver, ForResearch)] },
            _ => rule with { Targets = [Named(News, ForResearch)] },
        };
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Premises_SayWhichOfPartyAndTargetFails(bool party, bool target)
    {
        Rule rule = Permit(Train) with { Assignees = [Named(party ? Naver : "urn:consortium:x")], Targets = [Named(target ? News : "urn:dataset:x")] };
        RuleReason reason = Assert.Single(UseCheckEngine.Decide(Ask(), [Agreed(rule)]).Reasons);
        Assert.Equal(
            [(PremiseKind.Action, Satisfaction.Yes), (PremiseKind.Party, party ? Satisfaction.Yes : Satisfaction.No), (PremiseKind.Target, target ? Satisfaction.Yes : Satisfaction.No)],
            reason.Premises.Select(p => (p.Kind, p.Satisfaction)));
        Assert.True(reason.Counted);
    }

    [Fact]
    public void Values_Several_PermissionCoversEach_ProhibitionNeedsOne()
    {
        FactSet both = FactSet.Empty.With(Purpose, Texts("research", "sale"));
        Assert.Equal(Verdict.NotPermitted, Decide(Ask(facts: both), Agreed(Permit(Train, ForResearch))));
        Assert.Equal(Verdict.Prohibited, Decide(Ask(facts: both), Agreed(Permit(Train), Forbid(Train, ForResearch))));
    }

    [Theory]
    [InlineData(null, Verdict.Prohibited)]
    [InlineData(ConflictStrategy.Invalid, Verdict.Prohibited)]
    [InlineData(ConflictStrategy.Prohibit, Verdict.Prohibited)]
    [InlineData(ConflictStrategy.Permit, Verdict.Permitted)]
    public void Conflict_ByThePolicysStrategy(ConflictStrategy? strategy, Verdict expected)
    {
        Policy policy = Policy(Permit(Train), Forbid(Use)) with { Conflict = strategy };
        Decision decision = UseCheckEngine.Decide(Ask(), [Layer(LayerKind.Agreement, policy)]);
        Assert.Equal(expected, decision.Verdict);
        Assert.Equal([expected == Verdict.Permitted, expected == Verdict.Prohibited], decision.Reasons.Select(r => r.Counted));
        Assert.All(decision.Reasons, r => Assert.True(r.InForce));
    }

    [Theory]
    [InlineData(null, "YU", Verdict.Undetermined)]
    [InlineData(null, "UY", Verdict.Prohibited)]
    [InlineData(null, "UN", Verdict.Undetermined)]
    [InlineData(null, "NU", Verdict.Undetermined)]
    [InlineData(null, "UU", Verdict.Undetermined)]
    [InlineData(null, "NN", Verdict.NotPermitted)]
    [InlineData(ConflictStrategy.Permit, "YU", Verdict.Permitted)]
    [InlineData(ConflictStrategy.Permit, "UY", Verdict.Undetermined)]
    [InlineData(ConflictStrategy.Permit, "UN", Verdict.Undetermined)]
    [InlineData(ConflictStrategy.Permit, "NU", Verdict.Undetermined)]
    [InlineData(ConflictStrategy.Permit, "NY", Verdict.Prohibited)]
    [InlineData(ConflictStrategy.Permit, "NN", Verdict.NotPermitted)]
    public void Conflict_WithUnknowns(ConflictStrategy? strategy, string states, Verdict expected)
    {
        Policy policy = Policy(Permit(Train, InState(states[0])), Forbid(Train, InState(states[1]))) with { Conflict = strategy };
        Assert.Equal(expected, Decide(Ask(facts: Research), Layer(LayerKind.Agreement, policy)));
    }

    [Fact]
    public void Policies_OfOneKind_ProhibitionWins()
    {
        Layer generous = Layer(LayerKind.Agreement, Policy(Permit(Train)) with { Conflict = ConflictStrategy.Permit });
        Assert.Equal(Verdict.Prohibited, Decide(Ask(), generous, Agreed(Forbid(Train))));
        Assert.Equal(Verdict.Prohibited, Decide(Ask(), Agreed(Forbid(Train)), generous));
        Assert.Equal(Verdict.Undetermined, Decide(Ask(), generous, Agreed(Forbid(Train, ForResearch))));
        Assert.Equal(Verdict.Permitted, Decide(Ask(), generous, Agreed(Permit(Train, ForResearch))));
        Assert.Equal(Verdict.Undetermined, Decide(Ask(), Agreed(), Agreed(Permit(Train, ForResearch))));
    }

    [Theory]
    [InlineData("-", "-", "P", Verdict.Permitted, LayerKind.Licence)]
    [InlineData("-", "P", "F", Verdict.Permitted, LayerKind.Agreement)]
    [InlineData("P", "F", "F", Verdict.Permitted, LayerKind.Exemption)]
    [InlineData("-", "F", "P", Verdict.Prohibited, LayerKind.Agreement)]
    [InlineData("F", "P", "P", Verdict.Prohibited, LayerKind.Exemption)]
    [InlineData("-", "p", "P", Verdict.Permitted, LayerKind.Licence)]
    [InlineData("-", "p", "F", Verdict.Undetermined, LayerKind.Agreement)]
    [InlineData("-", "p", "-", Verdict.Undetermined, LayerKind.Agreement)]
    [InlineData("-", "f", "F", Verdict.Prohibited, LayerKind.Licence)]
    [InlineData("f", "-", "P", Verdict.Undetermined, LayerKind.Exemption)]
    [InlineData("f", "P", "-", Verdict.Undetermined, LayerKind.Exemption)]
    [InlineData("-", "-", "-", Verdict.NotPermitted, null)]
    public void Layers_TheHighestThatSpeaksDecides(string exemption, string agreement, string licence, Verdict expected, LayerKind? decides)
    {
        Layer[] layers = [Layer(LayerKind.Licence, Says(licence)), Layer(LayerKind.Exemption, Says(exemption)), Layer(LayerKind.Agreement, Says(agreement))];
        Decision decision = UseCheckEngine.Decide(Ask(), layers);
        Assert.Equal((expected, decides), (decision.Verdict, decision.DecidedBy?.Kind));
        Assert.Equal(expected, UseCheckEngine.VerdictOf(Ask(), layers));
    }

    [Fact]
    public void Layers_Overruled_DoNotCount()
    {
        Layer licence = Layer(LayerKind.Licence, Forbid(Train));
        Layer ended = Agreed(Permit(Train)) with { Until = Now };
        Layer agreement = Agreed(Permit(Train));
        Decision decision = UseCheckEngine.Decide(Ask(), [licence, ended, agreement]);
        Assert.Equal([(false, true), (false, false), (true, true)], decision.Reasons.Select(r => (r.Counted, r.InForce)));
        Assert.Same(agreement, decision.DecidedBy);
        Assert.Equal(["/prohibition/0", "/permission/0", "/permission/0"], decision.Reasons.Select(r => r.Path));
    }

    [Fact]
    public void Layers_DecidedByTheOneThatSpeaks()
    {
        Layer speaks = Agreed(Permit(Train));
        Assert.Same(speaks, UseCheckEngine.Decide(Ask(), [Agreed(), Agreed(Permit(Train)) with { From = Now.AddDays(1) }, speaks]).DecidedBy);
        Layer forbids = Agreed(Forbid(Train));
        Assert.Same(forbids, UseCheckEngine.Decide(Ask(), [speaks, forbids]).DecidedBy);
    }

    [Theory]
    [InlineData(-1, Verdict.NotInForce)]
    [InlineData(0, Verdict.Permitted)]
    [InlineData(9, Verdict.Permitted)]
    [InlineData(10, Verdict.NotInForce)]
    public void Term_OfALayer_HoldsFromStartToBeforeEnd(int day, Verdict expected)
    {
        Layer layer = Agreed(Permit(Train)) with { From = Now, Until = Now.AddDays(10) };
        Decision decision = UseCheckEngine.Decide(Ask(at: Now.AddDays(day)), [layer]);
        Assert.Equal(expected, decision.Verdict);
        Assert.Same(layer, decision.DecidedBy);
        DateTimeOffset? changes = day < 0 ? Now : day < 10 ? Now.AddDays(10) : null;
        Assert.Equal(changes, decision.HoldsUntil);
    }

    [Fact]
    public void NotInForce_ByTheRulesOwnDates()
    {
        Layer layer = Agreed(Permit(Train, ForResearch, Until("2026-06-30")));
        Assert.Equal(Verdict.NotInForce, Decide(Ask(facts: Research), layer));
        Assert.Equal(Verdict.NotInForce, Decide(Ask(), layer));
        Assert.Equal(Verdict.NotPermitted, Decide(Ask(facts: Sale), layer));
        Assert.Equal(Verdict.NotInForce, Decide(Ask(), Agreed(Permit(Train, Is(Time, Operator.Gt, Day("2026-12-31"))))));
        Assert.Equal(Verdict.NotPermitted, Decide(Ask(), Agreed(Permit(Train, Until("2026-06-30"), Is(Time, Operator.Gt, Day("2026-12-31"))))));
    }

    [Fact]
    public void NotInForce_OnlyWhereTheLayerOverlapsTheRule()
    {
        Rule later = Permit(Train, Is(Time, Operator.Gteq, Day("2027-01-01")));
        Assert.Equal(Verdict.NotPermitted, Decide(Ask(), Agreed(later) with { Until = At("2026-12-01T00:00:00Z") }));
        Assert.Equal(Verdict.NotInForce, Decide(Ask(), Agreed(later) with { Until = At("2027-12-01T00:00:00Z") }));
        Assert.Equal(Verdict.NotInForce, Decide(Ask(), Agreed(later) with { From = At("2028-01-01T00:00:00Z") }));
        Assert.Equal(Verdict.NotPermitted, Decide(Ask(), Agreed(Permit(Train)) with { From = Now.AddDays(2), Until = Now.AddDays(2) }));
        Assert.Equal(Verdict.NotPermitted, Decide(Ask(), Agreed(Forbid(Train)) with { From = Now.AddDays(2) }));
        Assert.Equal(Verdict.Prohibited, Decide(Ask(), Agreed(Permit(Train)) with { From = Now.AddDays(2) }, Layer(LayerKind.Licence, Forbid(Train))));
    }

    [Fact]
    public void NotInForce_NamesTheHighestLayerThatWouldPermit()
    {
        Layer agreement = Agreed(Permit(Train)) with { Until = Now };
        Layer[] layers = [Layer(LayerKind.Licence, Permit(Train)) with { Until = Now }, agreement, Layer(LayerKind.Exemption, Permit(Use, Until("2026-01-01"), Is(Time, Operator.Gt, Day("2026-12-31")))) with { Until = Now }];
        Assert.Same(agreement, UseCheckEngine.Decide(Ask(), layers).DecidedBy);
    }

    [Fact]
    public void HoldsUntil_SkipsDatesThatChangeNothing()
    {
        Layer layer = Agreed(Permit(Train, Until("2026-08-31")), Permit(Train, Until("2026-09-30")), Forbid(Train, ForResearch, Is(Time, Operator.Gteq, Day("2026-07-10"))));
        Assert.Equal(At("2026-10-01T00:00:00+09:00"), UseCheckEngine.Decide(Ask(facts: Sale), [layer]).HoldsUntil);
        Assert.Equal(At("2026-07-10T00:00:00+09:00"), UseCheckEngine.Decide(Ask(facts: Research), [layer]).HoldsUntil);
        Assert.Equal(At("2026-07-10T00:00:00+09:00"), UseCheckEngine.Decide(Ask(), [layer]).HoldsUntil);
        Assert.Null(UseCheckEngine.Decide(Ask(), [Agreed(Permit(Train))]).HoldsUntil);
        Assert.Null(UseCheckEngine.Decide(Ask(at: Now.AddYears(1)), [layer]).HoldsUntil);
    }

    [Fact]
    public void HoldsUntil_ALowerLayerTakesOver()
    {
        Layer licence = Layer(LayerKind.Licence, Permit(Train)) with { Until = Now.AddDays(20) };
        Assert.Equal(Now.AddDays(20), UseCheckEngine.Decide(Ask(), [Agreed(Permit(Train)) with { Until = Now.AddDays(10) }, licence]).HoldsUntil);
        Assert.Equal(Now.AddDays(10), UseCheckEngine.Decide(Ask(), [Agreed(Forbid(Train)) with { Until = Now.AddDays(10) }, licence]).HoldsUntil);
    }

    [Fact]
    public void HoldsUntil_DateInARefinement_Counts()
    {
        Layer action = Agreed(Permit(Train) with { Actions = [new(Train, [Until("2026-07-31")])] });
        Layer target = Agreed(Permit(Train) with { Targets = [Named(News, Until("2026-07-31"))] });
        Layer party = Agreed(Permit(Train) with { Assignees = [Named(Naver, Until("2026-07-31"))] });
        Layer joined = Agreed(Permit(Train, Join(Connective.Or, Until("2026-05-31"), Until("2026-07-31"))));
        Assert.All([action, target, party, joined], l => Assert.Equal(At("2026-08-01T00:00:00+09:00"), UseCheckEngine.Decide(Ask(), [l]).HoldsUntil));
    }

    [Theory]
    [InlineData(Operator.Lteq, "2026-07-31", "2026-08-01T00:00:00+09:00")]
    [InlineData(Operator.Lt, "2026-07-31", "2026-07-31T00:00:00+09:00")]
    [InlineData(Operator.Eq, "2026-07-01", "2026-07-02T00:00:00+09:00")]
    [InlineData(Operator.Eq, "2026-08-01", "2026-08-01T00:00:00+09:00")]
    [InlineData(Operator.Gt, "2026-07-31", "2026-08-01T00:00:00+09:00")]
    [InlineData(Operator.Gteq, "2026-07-31", "2026-07-31T00:00:00+09:00")]
    [InlineData(Operator.Neq, "2026-07-31", "2026-07-31T00:00:00+09:00")]
    public void HoldsUntil_EachOperatorsBound(Operator comparison, string day, string expected) =>
        Assert.Equal(At(expected), UseCheckEngine.Decide(Ask(), [Agreed(Permit(Train, Is(Time, comparison, Day(day))))]).HoldsUntil);

    private static Comparison InState(char state) => state switch
    {
        'Y' => ForResearch,
        'N' => Is(Purpose, Operator.Eq, "sale"),
        _ => Is("urn:operand:none", Operator.Eq, "x"),
    };

    private static Rule[] Says(string what) => what switch
    {
        "P" => [Permit(Train)],
        "F" => [Forbid(Train)],
        "p" => [Permit(Train, ForResearch)],
        "f" => [Forbid(Train, ForResearch)],
        _ => [],
    };
}
