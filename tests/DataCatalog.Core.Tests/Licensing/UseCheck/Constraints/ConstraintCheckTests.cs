using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Core.Licensing.UseCheck.Constraints;
using static DataCatalog.Core.Licensing.UseCheck.Satisfaction;
using static DataCatalog.Core.Tests.Licensing.UseCheck.Terms;

namespace DataCatalog.Core.Tests.Licensing.UseCheck.Constraints;

public sealed class ConstraintCheckTests
{
    private const string Count = Iris.Odrl + "count";

    [Theory]
    [InlineData(Operator.Eq, 5, 5, Yes)]
    [InlineData(Operator.Eq, 4, 5, No)]
    [InlineData(Operator.Neq, 5, 5, No)]
    [InlineData(Operator.Neq, 4, 5, Yes)]
    [InlineData(Operator.Lt, 4, 5, Yes)]
    [InlineData(Operator.Lt, 5, 5, No)]
    [InlineData(Operator.Lt, 6, 5, No)]
    [InlineData(Operator.Lteq, 4, 5, Yes)]
    [InlineData(Operator.Lteq, 5, 5, Yes)]
    [InlineData(Operator.Lteq, 6, 5, No)]
    [InlineData(Operator.Gt, 5, 5, No)]
    [InlineData(Operator.Gt, 6, 5, Yes)]
    [InlineData(Operator.Gteq, 4, 5, No)]
    [InlineData(Operator.Gteq, 5, 5, Yes)]
    [InlineData(Operator.IsA, 5, 5, Yes)]
    [InlineData(Operator.IsPartOf, 4, 5, No)]
    [InlineData(Operator.HasPart, 5, 5, Yes)]
    [InlineData(Operator.IsAnyOf, 5, 5, Yes)]
    [InlineData(Operator.IsAllOf, 4, 5, No)]
    [InlineData(Operator.IsNoneOf, 4, 5, Yes)]
    public void Number_Compared(Operator comparison, int given, int required, Satisfaction expected)
    {
        Comparison constraint = Is(Count, comparison, Value.Of((decimal)required));
        Assert.Equal(expected, Check(constraint, Facts(Count, Value.Of((decimal)given))));
        Assert.Equal(expected, Check(constraint, Facts(Count, Value.OfText($"{given}.0"))));
        Assert.Equal(Unknown, Check(constraint, FactSet.Empty));
        Assert.Equal(Unknown, Check(constraint, Facts(Count)));
        Assert.Equal(Unknown, Check(constraint, Facts(Count, Value.OfText("many"))));
        Assert.Equal(Unknown, Check(constraint, Facts(Count, Value.OfIri("urn:5"))));
    }

    [Fact]
    public void Number_OtherUnit_Unknown()
    {
        Comparison constraint = Is(Iris.Odrl + "payAmount", Operator.Lteq, Value.Of(100m)) with { Unit = "urn:unit:KRW" };
        FactSet facts = Facts(Iris.Odrl + "payAmount", Value.Of(50m));
        Assert.Equal(Yes, Check(constraint, facts));
        Assert.Equal(Yes, Check(constraint, facts.WithUnit(Iris.Odrl + "payAmount", "urn:unit:KRW")));
        Assert.Equal(Unknown, Check(constraint, facts.WithUnit(Iris.Odrl + "payAmount", "urn:unit:USD")));
        Assert.Equal(Unknown, Check(constraint, facts.WithUnit(Iris.Odrl + "payAmount", "urn:unit:USD").With(Spatial, Texts("KR"))));
        Assert.Equal(Yes, Check(constraint with { Unit = null }, facts.WithUnit(Iris.Odrl + "payAmount", "urn:unit:USD")));
    }

    [Theory]
    [InlineData(Operator.Lteq, "2026-06-30T23:59:59.9999999+09:00", Yes)]
    [InlineData(Operator.Lteq, "2026-07-01T23:59:59.9999999+09:00", Yes)]
    [InlineData(Operator.Lteq, "2026-07-02T00:00:00+09:00", No)]
    [InlineData(Operator.Lt, "2026-06-30T23:59:59.9999999+09:00", Yes)]
    [InlineData(Operator.Lt, "2026-07-01T00:00:00+09:00", No)]
    [InlineData(Operator.Gt, "2026-07-01T23:59:59.9999999+09:00", No)]
    [InlineData(Operator.Gt, "2026-07-02T00:00:00+09:00", Yes)]
    [InlineData(Operator.Gteq, "2026-06-30T23:59:59.9999999+09:00", No)]
    [InlineData(Operator.Gteq, "2026-07-01T00:00:00+09:00", Yes)]
    [InlineData(Operator.Eq, "2026-06-30T23:59:59.9999999+09:00", No)]
    [InlineData(Operator.Eq, "2026-07-01T00:00:00+09:00", Yes)]
    [InlineData(Operator.Eq, "2026-07-01T23:59:59.9999999+09:00", Yes)]
    [InlineData(Operator.Eq, "2026-07-02T00:00:00+09:00", No)]
    [InlineData(Operator.Neq, "2026-07-01T12:00:00+09:00", No)]
    [InlineData(Operator.Neq, "2026-07-02T00:00:00+09:00", Yes)]
    [InlineData(Operator.IsA, "2026-07-01T12:00:00+09:00", Yes)]
    [InlineData(Operator.IsPartOf, "2026-07-02T12:00:00+09:00", No)]
    [InlineData(Operator.IsAnyOf, "2026-07-01T12:00:00+09:00", Yes)]
    [InlineData(Operator.IsAllOf, "2026-07-01T12:00:00+09:00", Yes)]
    [InlineData(Operator.IsNoneOf, "2026-07-01T12:00:00+09:00", No)]
    public void Day_IsAWholeDay(Operator comparison, string at, Satisfaction expected)
    {
        Assert.Equal(expected, Check(Is(Time, comparison, Day("2026-07-01")), FactSet.Empty, at));
        Assert.Equal(expected, Check(Is("urn:operand:madeOn", comparison, Day("2026-07-01")), Facts("urn:operand:madeOn", Value.Of(At(at)))));
    }

    [Fact]
    public void Instant_HasOnlyItselfAsAPart()
    {
        Assert.Equal(No, Check(Is(Time, Operator.HasPart, Day("2026-07-01")), FactSet.Empty));
        Assert.Equal(Yes, Check(Is(Time, Operator.HasPart, Value.Of(Now)), FactSet.Empty));
        Assert.Equal(Yes, Check(Is("urn:operand:madeOn", Operator.HasPart, Value.Of(Now)), Facts("urn:operand:madeOn", Day("2026-07-01"))));
    }

    [Theory]
    [InlineData(Operator.Lt, -1, Yes)]
    [InlineData(Operator.Lt, 0, No)]
    [InlineData(Operator.Lteq, 0, Yes)]
    [InlineData(Operator.Lteq, 1, No)]
    [InlineData(Operator.Gt, 0, No)]
    [InlineData(Operator.Gt, 1, Yes)]
    [InlineData(Operator.Gteq, -1, No)]
    [InlineData(Operator.Gteq, 0, Yes)]
    [InlineData(Operator.Eq, 0, Yes)]
    [InlineData(Operator.Eq, 1, No)]
    [InlineData(Operator.Neq, 0, No)]
    [InlineData(Operator.Neq, -1, Yes)]
    public void Instant_ComparedToTheTick(Operator comparison, int ticks, Satisfaction expected) =>
        Assert.Equal(expected, ConstraintCheck.Evaluate(Is(Time, comparison, Value.Of(Now)), FactSet.Empty, Now.AddTicks(ticks)));

    [Fact]
    public void DateTime_SeveralDays()
    {
        Value[] days = [Day("2026-06-01"), Day("2026-07-01")];
        Assert.Equal(Yes, ConstraintCheck.Evaluate(Is(Time, Operator.IsAnyOf, days), FactSet.Empty, Now));
        Assert.Equal(No, ConstraintCheck.Evaluate(Is(Time, Operator.IsNoneOf, days), FactSet.Empty, Now));
        Assert.Equal(No, ConstraintCheck.Evaluate(Is(Time, Operator.IsAllOf, days), FactSet.Empty, Now));
        Assert.Equal(No, ConstraintCheck.Evaluate(Is(Time, Operator.HasPart, days), FactSet.Empty, Now));
        Assert.Equal(No, ConstraintCheck.Evaluate(Is(Time, Operator.Neq, days), FactSet.Empty, Now));
        Assert.Equal(Yes, ConstraintCheck.Evaluate(Is(Time, Operator.Neq, days), FactSet.Empty, Now.AddDays(1)));
        Assert.Equal(Yes, ConstraintCheck.Evaluate(Is(Time, Operator.Eq, days), FactSet.Empty, Now));
    }

    [Theory]
    [InlineData(Operator.Gt, false, true)]
    [InlineData(Operator.Lteq, false, true)]
    [InlineData(Operator.Lt, true, false)]
    [InlineData(Operator.Gteq, true, false)]
    [InlineData(Operator.Eq, true, true)]
    [InlineData(Operator.Neq, true, true)]
    public void DateTime_ChangesOnlyWhereTheOperatorTurns(Operator comparison, bool first, bool next)
    {
        List<long> ticks = [];
        new TimeConstraint(Is(Time, comparison, Day("2026-07-01"))).AddBoundaries(ticks);
        Assert.Equal((first, next), (ticks.Remove(Day("2026-07-01").Instant.UtcTicks), ticks.Remove(Day("2026-07-02").Instant.UtcTicks)));
        Assert.Empty(ticks);
    }

    [Fact]
    public void DateTime_NoDate_Unknown()
    {
        Assert.Equal(Unknown, Check(Is(Time, Operator.Lt, "soon"), FactSet.Empty));
        Assert.Equal(Unknown, Check(Is(Time, Operator.Lt, Day("2027-01-01"), Value.OfText("soon")), FactSet.Empty));
        Assert.Equal(Unknown, Check(Is(Time, Operator.Lt, Array.Empty<Value>()), FactSet.Empty));
    }

    [Theory]
    [InlineData("2026-06-30", Operator.Lt, Yes)]
    [InlineData("2026-07-02", Operator.Lt, No)]
    [InlineData("2026-07-01", Operator.Lt, Unknown)]
    [InlineData("2026-07-01", Operator.Gteq, Unknown)]
    [InlineData("2026-07-01", Operator.Lteq, Unknown)]
    [InlineData("2026-07-01", Operator.Eq, Unknown)]
    [InlineData("2026-07-02", Operator.Eq, No)]
    [InlineData("2026-06-30", Operator.Eq, No)]
    public void Day_AgainstAnInstantWithinIt_Unknown(string given, Operator comparison, Satisfaction expected) =>
        Assert.Equal(expected, Check(Is("urn:operand:madeOn", comparison, Value.Of(Now)), Facts("urn:operand:madeOn", Day(given))));

    [Theory]
    [InlineData(Operator.Eq)]
    [InlineData(Operator.Lt)]
    [InlineData(Operator.Lteq)]
    public void Time_AgainstNoTime_Unknown(Operator comparison) =>
        Assert.Equal(Unknown, Check(Is("urn:operand:madeOn", comparison, Value.Of(Now)), Facts("urn:operand:madeOn", Value.OfText("long ago"))));

    [Theory]
    [InlineData("P30D", Operator.Eq, "P30D", Yes)]
    [InlineData("P30D", Operator.Eq, "P4W2D", Yes)]
    [InlineData("P1Y", Operator.Eq, "P12M", Yes)]
    [InlineData("PT36H", Operator.Eq, "P1DT12H", Yes)]
    [InlineData("PT90S", Operator.Eq, "PT1M30S", Yes)]
    [InlineData("PT0.5S", Operator.Lt, "PT1S", Yes)]
    [InlineData("P29D", Operator.Lt, "P30D", Yes)]
    [InlineData("P30D", Operator.Lt, "P30D", No)]
    [InlineData("P30D", Operator.Lteq, "P30D", Yes)]
    [InlineData("P31D", Operator.Lteq, "P30D", No)]
    [InlineData("P31D", Operator.Gt, "P30D", Yes)]
    [InlineData("P30D", Operator.Gteq, "P30D", Yes)]
    [InlineData("P1M", Operator.Lt, "P30D", Unknown)]
    [InlineData("P1M", Operator.Eq, "P30D", Unknown)]
    [InlineData("P1M", Operator.Lt, "P32D", Yes)]
    [InlineData("P1M", Operator.Gteq, "P28D", Yes)]
    [InlineData("P5M", Operator.Lt, "P153D", Unknown)]
    [InlineData("P5M", Operator.Lteq, "P153D", Yes)]
    [InlineData("P1M", Operator.Neq, "P32D", Yes)]
    [InlineData("30 days", Operator.Lt, "P30D", Unknown)]
    [InlineData("P", Operator.Lt, "P30D", Unknown)]
    [InlineData("P1DT", Operator.Lt, "P30D", Unknown)]
    [InlineData("P99999D", Operator.IsA, "P99999D", Yes)]
    public void Duration_Compared(string given, Operator comparison, string required, Satisfaction expected)
    {
        const string Elapsed = Iris.Odrl + "elapsedTime";
        Assert.Equal(expected, Check(Is(Elapsed, comparison, Value.OfDuration(required)), Facts(Elapsed, Value.OfDuration(given))));
    }

    [Fact]
    public void Duration_Longest_StaysWithinTheCalendar()
    {
        const string Longest = "P999Y999M9999W99999DT999999H9999999M999999999S";
        Assert.Equal(Yes, Check(Is(Iris.Odrl + "delayPeriod", Operator.Eq, Value.OfDuration(Longest)), Facts(Iris.Odrl + "delayPeriod", Value.OfDuration(Longest))));
    }

    [Theory]
    [InlineData("KR-11", Operator.IsPartOf, "KR", Yes, Yes)]
    [InlineData("KR-11", Operator.Eq, "KR", Yes, Yes)]
    [InlineData("KR", Operator.IsPartOf, "KR-11", No, Yes)]
    [InlineData("kr", Operator.Eq, "KR", Yes, Yes)]
    [InlineData("JP", Operator.Eq, "KR", No, No)]
    [InlineData("JP", Operator.Neq, "KR", Yes, Yes)]
    [InlineData("KR-11", Operator.Neq, "KR", No, No)]
    [InlineData("KR", Operator.Neq, "KR-11", No, Yes)]
    [InlineData("KR", Operator.IsNoneOf, "KR-11", No, Yes)]
    [InlineData("KR", Operator.HasPart, "KR-11", Yes, Yes)]
    [InlineData("KR-11", Operator.HasPart, "KR", No, No)]
    [InlineData("KRX", Operator.IsPartOf, "KR", No, No)]
    [InlineData("https://www.iso.org/obp/ui/#iso:code:3166:KR-11", Operator.IsPartOf, "KR", Yes, Yes)]
    [InlineData("KR", Operator.Eq, "https://www.iso.org/obp/ui/#iso:code:3166:KR", Yes, Yes)]
    [InlineData("https://example.org/KR", Operator.Eq, "KR", No, No)]
    [InlineData("urn:region:KR-11", Operator.IsPartOf, "KR", No, No)]
    [InlineData("https://sws.geonames.org/1835841/", Operator.Eq, "https://sws.geonames.org/1835841/", Yes, Yes)]
    [InlineData("KR", Operator.Lt, "KR", Unknown, Unknown)]
    [InlineData("KR", Operator.Lteq, "KR", Unknown, Unknown)]
    public void Place_Compared(string given, Operator comparison, string required, Satisfaction each, Satisfaction any)
    {
        Assert.Equal(each, Check(Is(Spatial, comparison, required), Facts(Spatial, Texts(given))));
        Assert.Equal(any, ConstraintCheck.Evaluate(Is(Spatial, comparison, required), Facts(Spatial, Texts(given)), Now, any: true));
    }

    [Fact]
    public void Place_PartOfARegion_ByFacts()
    {
        const string Asean = "urn:region:asean";
        FactSet facts = Facts(Spatial, Texts("VN"));
        Assert.Equal(No, Check(Is(Spatial, Operator.IsPartOf, Asean), facts));
        Assert.Equal(Yes, Check(Is(Spatial, Operator.IsPartOf, Asean), facts.WithWider("VN", Asean)));
    }

    [Theory]
    [InlineData("language", "ko-KR", "ko", Yes)]
    [InlineData("language", "ko", "ko-KR", No)]
    [InlineData("language", "kok", "ko", No)]
    [InlineData("media", "audio/wav", "audio", Yes)]
    [InlineData("media", "audio/wav", "audio/*", Yes)]
    [InlineData("media", "video", "audio", No)]
    [InlineData("media", "https://www.iana.org/assignments/media-types/audio/wav", "audio", Yes)]
    [InlineData("media", "iana.org/assignments/media-types/audio/wav", "audio", Yes)]
    [InlineData("fileFormat", "audio/wav", "audio", Yes)]
    [InlineData("fileFormat", "application/jsonl", "application/jsonl", Yes)]
    public void Code_PartsBeginWithTheWhole(string operand, string given, string required, Satisfaction expected) =>
        Assert.Equal(expected, Check(Is(Iris.Odrl + operand, Operator.Eq, required), Facts(Iris.Odrl + operand, Texts(given))));

    [Theory]
    [InlineData(Operator.Eq, "research", Yes)]
    [InlineData(Operator.Eq, "study", No)]
    [InlineData(Operator.Eq, "Research", No)]
    [InlineData(Operator.Neq, "research", No)]
    [InlineData(Operator.Neq, "sale", Yes)]
    [InlineData(Operator.IsA, "study", Yes)]
    [InlineData(Operator.IsA, "thesis", Yes)]
    [InlineData(Operator.IsA, "research", Yes)]
    [InlineData(Operator.IsA, "sale", No)]
    [InlineData(Operator.IsPartOf, "study", Yes)]
    [InlineData(Operator.HasPart, "everything", Yes)]
    [InlineData(Operator.HasPart, "study", No)]
    [InlineData(Operator.IsAnyOf, "research", Yes)]
    [InlineData(Operator.IsNoneOf, "research", No)]
    [InlineData(Operator.IsNoneOf, "sale", Yes)]
    [InlineData(Operator.Lt, "sale", Unknown)]
    public void Name_Compared(Operator comparison, string given, Satisfaction expected)
    {
        FactSet facts = Facts(Purpose, Texts(given)).WithWider("study", "research").WithWider("thesis", "study").WithWider("research", "everything");
        Assert.Equal(expected, Check(Is(Purpose, comparison, "research"), facts));
    }

    [Fact]
    public void Name_WithinByVocabulary()
    {
        FactSet facts = Facts("urn:operand:step", Value.OfIri(Pretrain));
        Assert.Equal(Yes, Check(Is("urn:operand:step", Operator.IsA, Value.OfIri(Train)), facts));
        Assert.Equal(No, Check(Is("urn:operand:step", Operator.Eq, Value.OfIri(Train)), facts));
    }

    [Fact]
    public void Hierarchy_Circle_Ends()
    {
        FactSet facts = Facts(Purpose, Texts("a")).WithWider("a", "b").WithWider("b", "a", "c");
        Assert.Equal(No, Check(Is(Purpose, Operator.IsA, "d"), facts));
        Assert.Equal(Yes, Check(Is(Purpose, Operator.IsA, "c"), facts));
    }

    [Theory]
    [InlineData(Operator.IsAnyOf, "a", Yes, Yes)]
    [InlineData(Operator.IsAnyOf, "a,b", Yes, Yes)]
    [InlineData(Operator.IsAnyOf, "a,x", No, Yes)]
    [InlineData(Operator.IsAnyOf, "x", No, No)]
    [InlineData(Operator.IsAllOf, "a", No, No)]
    [InlineData(Operator.IsAllOf, "b,a", Yes, Yes)]
    [InlineData(Operator.IsAllOf, "a,b,x", Yes, Yes)]
    [InlineData(Operator.IsNoneOf, "x", Yes, Yes)]
    [InlineData(Operator.IsNoneOf, "a,x", No, Yes)]
    [InlineData(Operator.IsNoneOf, "a,b", No, No)]
    [InlineData(Operator.Eq, "a", Yes, Yes)]
    [InlineData(Operator.Eq, "b", Yes, Yes)]
    [InlineData(Operator.Neq, "b", No, No)]
    [InlineData(Operator.Neq, "x", Yes, Yes)]
    [InlineData(Operator.HasPart, "a", No, No)]
    [InlineData(Operator.HasPart, "a,b", Yes, Yes)]
    public void List_OfSeveral(Operator comparison, string given, Satisfaction each, Satisfaction any)
    {
        FactSet facts = Facts(Purpose, Texts(given.Split(',')));
        Assert.Equal(each, Check(Is(Purpose, comparison, "a", "b"), facts));
        Assert.Equal(any, ConstraintCheck.Evaluate(Is(Purpose, comparison, "a", "b"), facts, Now, any: true));
    }

    [Fact]
    public void Mixed_ValuesOfTwoTypes_ComparedAsWritten()
    {
        Comparison constraint = Is(Count, Operator.IsAnyOf, Value.Of(5m), Value.OfText("some"));
        Assert.Equal(Yes, Check(constraint, Facts(Count, Texts("some"))));
        Assert.Equal(Yes, Check(constraint, Facts(Count, Value.Of(5m))));
        Assert.Equal(Yes, Check(Is(Count, Operator.IsAnyOf, Value.OfDuration("P1D"), Value.OfText("some")), Facts(Count, Texts("some"))));
        Assert.Equal(Yes, Check(Is(Count, Operator.IsAnyOf, Value.Of(Now), Value.OfText("some")), Facts(Count, Texts("some"))));
    }

    [Fact]
    public void Reference_ResolvedByFacts()
    {
        Comparison constraint = Is(Count, Operator.Lteq, Value.OfIri("urn:quota"), Value.OfIri("urn:bonus")) with { ByReference = true };
        FactSet facts = Facts(Count, Value.Of(5m));
        Assert.Equal(Unknown, Check(constraint, facts));
        Assert.Equal(Unknown, Check(constraint, facts.With("urn:quota", Value.Of(7m))));
        Assert.Equal(Yes, Check(constraint, facts.With("urn:quota", Value.Of(3m)).With("urn:bonus", Value.Of(6m))));
        Assert.Equal(No, Check(constraint, facts.With("urn:quota", Value.Of(3m)).With("urn:bonus", Value.Of(4m))));
        Assert.Equal(Unknown, Check(Is(Count, Operator.Eq, Array.Empty<Value>()) with { ByReference = true }, facts));
        Assert.Equal(Unknown, Check(Is(Count, Operator.Neq, Array.Empty<Value>()), facts));
        Assert.Equal(Unknown, Check(Is(Time, Operator.Lteq, Value.OfIri("urn:end")) with { ByReference = true }, facts.With("urn:end", Day("2027-01-01"))));
    }

    [Fact]
    public void Status_CountsWhereNoFactIsGiven()
    {
        Comparison constraint = Is(Count, Operator.Lt, Value.Of(5m)) with { Status = Value.Of(4m) };
        Assert.Equal(Yes, Check(constraint, FactSet.Empty));
        Assert.Equal(No, Check(constraint, Facts(Count, Value.Of(5m))));
    }

    [Theory]
    [InlineData(Connective.And, "YY", Yes)]
    [InlineData(Connective.And, "YU", Unknown)]
    [InlineData(Connective.And, "UN", No)]
    [InlineData(Connective.And, "", Yes)]
    [InlineData(Connective.AndSequence, "YY", Yes)]
    [InlineData(Connective.AndSequence, "YU", Unknown)]
    [InlineData(Connective.AndSequence, "YN", No)]
    [InlineData(Connective.Or, "NY", Yes)]
    [InlineData(Connective.Or, "UY", Yes)]
    [InlineData(Connective.Or, "NU", Unknown)]
    [InlineData(Connective.Or, "NN", No)]
    [InlineData(Connective.Or, "", No)]
    [InlineData(Connective.Xone, "NY", Yes)]
    [InlineData(Connective.Xone, "YY", No)]
    [InlineData(Connective.Xone, "YUY", No)]
    [InlineData(Connective.Xone, "YU", Unknown)]
    [InlineData(Connective.Xone, "NU", Unknown)]
    [InlineData(Connective.Xone, "NN", No)]
    [InlineData(Connective.Xone, "", No)]
    public void Logic_IsKleenes(Connective connective, string parts, Satisfaction expected)
    {
        FactSet facts = Facts(Purpose, Texts("y"));
        Constraint[] operands = [.. parts.Select(p => Is(p == 'U' ? "urn:operand:none" : Purpose, Operator.Eq, p == 'N' ? "n" : "y"))];
        Premise premise = ConstraintCheck.Explain(Join(connective, operands), facts, Now);
        Assert.Equal(expected, premise.Satisfaction);
        Assert.Equal(parts, string.Concat(premise.Parts.Select(p => p.Satisfaction.ToString()[0])));
        Assert.Equal(expected, Check(Join(Connective.And, Join(connective, operands)), facts));
        Verdict verdict = expected switch { Yes => Verdict.Permitted, Unknown => Verdict.Undetermined, _ => Verdict.NotPermitted };
        Assert.Equal(verdict, UseCheckEngine.VerdictOf(Ask(facts: facts), [Agreed(Permit(Train, Join(connective, operands)))]));
    }

    [Fact]
    public void Explain_SaysWhatWasGiven()
    {
        Comparison constraint = Is(Purpose, Operator.Eq, "research");
        Premise premise = ConstraintCheck.Explain(constraint, Facts(Purpose, Texts("sale")), Now);
        Assert.Equal((PremiseKind.Constraint, No, "sale"), (premise.Kind, premise.Satisfaction, Assert.Single(premise.Given!).Text));
        Assert.Same(constraint, premise.Constraint);
        Assert.Null(ConstraintCheck.Explain(constraint, FactSet.Empty, Now).Given);
        Premise time = ConstraintCheck.Explain(Until("2026-01-01"), FactSet.Empty, Now);
        Assert.Equal("2026-07-01T03:00:00Z", Assert.Single(time.Given!).Text);
        Assert.IsType<Comparison>(time.Constraint);
    }

    [Theory]
    [InlineData("research", "urn:datacatalog:odrl:purpose:research")]
    [InlineData("urn:datacatalog:odrl:purpose:commercial", "commercial")]
    public void Purpose_ByShortName_IsTheProfiles(string given, string required)
    {
        Assert.Equal(Yes, Check(Is(Purpose, Operator.Eq, required), Facts(Purpose, Texts(given))));
        Assert.Equal(Yes, Check(Is(Purpose, Operator.IsA, required), Facts(Purpose, Texts(given))));
        Assert.Equal(No, Check(Is(Purpose, Operator.Neq, required), Facts(Purpose, Texts(given))));
        Assert.Equal(No, Check(Is(Purpose, Operator.Eq, required), Facts(Purpose, Texts("sale"))));
        Assert.Equal(No, Check(Is(Iris.Odrl + "industry", Operator.Eq, required), Facts(Iris.Odrl + "industry", Texts(given))));
    }

    [Theory]
    [InlineData("MIT", "urn:licence:MIT", true)]
    [InlineData("mit", "urn:licence:MIT", true)]
    [InlineData("urn:licence:CC-BY-4.0", "CC-BY-4.0", true)]
    [InlineData("Apache-2.0", "urn:licence:MIT", false)]
    public void ReleaseLicence_ByKey_IsTheLicence(string given, string required, bool same)
    {
        const string Release = Iris.Profile + "releaseLicence";
        Assert.Equal(same ? Yes : No, Check(Is(Release, Operator.IsAnyOf, required, "urn:licence:other"), Facts(Release, Texts(given))));
    }

    [Fact]
    public void Logic_FiftyLevels_Works()
    {
        Constraint deep = Is(Purpose, Operator.Eq, "research");
        for (int i = 0; i < 50; i++) deep = Join(i % 2 == 0 ? Connective.Or : Connective.And, deep, Is(Spatial, Operator.Eq, "KR"));
        Assert.Equal(Yes, Check(deep, Facts(Purpose, Texts("research")).With(Spatial, Texts("KR"))));
    }

    [Fact]
    public void Logic_ALevelTooDeep_Refused()
    {
        Assert.Equal(Yes, Check(Nested(100), Facts(Purpose, Texts("research"))));
        var refusal = Assert.Throws<Core.Common.DomainException>(() => Check(Nested(101), FactSet.Empty));
        Assert.Equal("odrl-invalid", refusal.Error.Code);
        Assert.Equal("The ODRL policy is not valid at constraint: logical constraints lie more than 100 levels deep", refusal.Message);
        Assert.Throws<Core.Common.DomainException>(() => CompiledTerms.Compile(Policy(Permit(Train) with { Duties = [Owe("delete", Nested(100_000))] })));
        static Constraint Nested(int levels)
        {
            Constraint deep = Is(Purpose, Operator.Eq, "research");
            for (int i = 0; i < levels; i++) deep = Join(Connective.And, deep);
            return deep;
        }
    }

    private static FactSet Facts(string operand, params Value[] values) => FactSet.Empty.With(operand, values);

    private static Satisfaction Check(Constraint constraint, FactSet facts, string? at = null) => ConstraintCheck.Evaluate(constraint, facts, at is null ? Now : At(at));
}
