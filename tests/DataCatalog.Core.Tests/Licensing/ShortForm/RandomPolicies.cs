using CsCheck;
using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Tests.Licensing.ShortForm;

/// <summary>Random policies, of which the short form can say most.</summary>
internal static class RandomPolicies
{
    public static readonly TimeZoneInfo Seoul = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");

    private static readonly Gen<string> Key = Pick("naver-cloud", "a", "in", "permit", "seoul-court-rulings", "9", "model", "12-x");
    private static readonly Gen<string> Odd = Gen.OneOf(
        Pick("research", "", "a b", "2027-12-31", "P30D", "12", "true", "million", "percent", "\"quoted\" \\ back", "한국어 글", "x;y", "#no", "line\nbreak\ttab", "<iri:x>", "-", "제7조 2항", "𝔸", "or", "anyone"),
        Gen.String[Gen.Char[" !\"#;,[]()<>=\\abc019-_.:+/가힣\n\t"], 0, 12]);
    private static readonly Gen<string> Iri = Pick("urn:x:y", "https://example.org/a?b=c#d", "urn:dataset:x", "urn:consortium:NOT-A-KEY", "http://예.kr/가", "urn:agreement:A%201", "urn:agreement:a 1");
    private static readonly Gen<decimal> Number = Gen.OneOf(Gen.Int[-5, 200].Select(n => (decimal)n), Pick(70_000_000_000m, 1_500_000m, 1e18m, 0.25m, -2_000_000m, 123456789.123m, 1_234_567_890_123m));
    private static readonly Gen<Value> Moment = Gen.OneOf(
        Gen.Date[new DateTime(1990, 1, 1), new DateTime(2100, 1, 1)].Select(d => Day(DateOnly.FromDateTime(d))),
        Gen.Long[0, 4_000_000_000_000].Select(ms => Value.Of(DateTimeOffset.FromUnixTimeMilliseconds(ms))));
    private static readonly Gen<Value> Duration = Pick("P30D", "P1Y", "P1Y6M", "PT24H", "P2W", "P1DT1H30M0.5S").Select(Value.OfDuration);
    private static readonly Gen<Value> Any = Gen.OneOf(Odd.Select(Value.OfText), Iri.Select(Value.OfIri), Number.Select(Value.Of), Moment, Duration, Gen.Bool.Select(Value.Of));
    private static readonly Gen<Operator> Operators = Gen.Enum<Operator>();

    private static readonly Gen<Constraint> Known = Gen.OneOf<Constraint>(
        Among("spatial", Pick("KR", "JP", "US", "XX").Select(c => Value.OfIri("https://www.iso.org/obp/ui/#iso:code:3166:" + c))),
        Among("purpose", Gen.OneOf(Odd.Select(Value.OfText), Iri.Select(Value.OfIri))),
        Among("media", Pick("audio", "text").Select(Value.OfText)),
        Among("language", Pick("ko", "en", "zh-Hant", "klingonese").Select(Value.OfText)),
        Among("product", Key.Select(k => Value.OfIri("urn:model:" + k))),
        Among("recipient", Pick("urn:consortium:a", "urn:organisation:b", "urn:x:y").Select(Value.OfIri)),
        Pick("CC-BY-4.0", "MIT", "a b").Array[1, 3].Select(l => (Constraint)new Comparison(Iris.Profile + "releaseLicence", Of(l.Length), [.. l.Select(x => Value.OfIri("urn:licence:" + x))])),
        Gen.Select(Pick("dateTime", "event"), Operators, Gen.OneOf(Moment, Pick("end", "start").Select(e => Value.OfIri(Iris.Profile + e))), (o, c, v) => (Constraint)new Comparison(Iris.Odrl + o, c, [v])),
        Gen.Select(Pick("delayPeriod", "timeInterval", "elapsedTime"), Operators, Duration, (o, c, v) => (Constraint)new Comparison(Iris.Odrl + o, c, [v])),
        Gen.Select(Pick("modelSize", "programmePhase"), Operators, Number.Array[1, 3], (o, c, v) => (Constraint)new Comparison(Iris.Profile + o, c, [.. v.Select(Value.Of)])),
        Gen.Select(Pick("count", "percentage", "payAmount"), Operators, Number, Gen.OneOf(Odd, Pick("KRW", "documents")).Null(), (o, c, v, u) => (Constraint)new Comparison(Iris.Odrl + o, c, [Value.Of(v)]) { Unit = u }),
        Gen.Select(Pick("count", "percentage"), Number, (o, v) => (Constraint)new Comparison(Iris.Odrl + o, Operator.Lteq, [Value.Of(v)])),
        Gen.Select(Number, Pick("KRW", "USD"), (v, u) => (Constraint)new Comparison(Iris.Odrl + "payAmount", Operator.Eq, [Value.Of(v)]) { Unit = u }));

    private static readonly Gen<Constraint> Comparisons = Gen.OneOf(
        Known,
        Gen.Select(Gen.OneOf(Iri, Pick("industry", "version", "virtualLocation").Select(o => Iris.Odrl + o)), Operators, Any.Array[1, 3], (o, c, v) => (Constraint)new Comparison(o, c, v)));

    private static readonly Gen<Constraint> Constraints = Gen.Frequency(
        (8, Comparisons),
        (1, Comparisons.Array[2, 3].Select(c => (Constraint)new LogicalConstraint(Connective.Or, c))),
        (1, Gen.Select(Gen.Enum<Connective>(), Comparisons.Array[1, 2]).Select((k, c) => (Constraint)new LogicalConstraint(k, c))));

    private static readonly Gen<Constraint[]> Timing = Gen.OneOf<Constraint>(
        Duration.Select(d => (Constraint)new Comparison(Iris.Odrl + "delayPeriod", Operator.Lteq, [d])),
        Duration.Select(d => (Constraint)new Comparison(Iris.Odrl + "timeInterval", Operator.Eq, [d])),
        Gen.Select(Pick("end", "start"), Pick(Operator.Gt, Operator.Lt), (e, c) => (Constraint)new Comparison(Iris.Odrl + "event", c, [Value.OfIri(Iris.Profile + e)]))).Array[0, 2];

    private static readonly Gen<RuleAction> Actions = Gen.Select(
        Pick(Iris.Profile + "train", Iris.Profile + "releaseWeights", Iris.Odrl + "distribute", Iris.Odrl + "data-mining", "http://creativecommons.org/ns#ShareAlike", "urn:x:act", Iris.Odrl + "train"),
        Comparisons.Array[0, 1], (a, r) => new RuleAction(a, r));

    private static readonly Gen<Rule> Duties = Gen.Select(
        Gen.OneOf(Pick("attribute", "inform", "obtainConsent", "compensate", "delete").Select(a => new RuleAction(Iris.Odrl + a, [])), Actions,
            Gen.Select(Number, (v) => new RuleAction(Iris.Odrl + "compensate", [new Comparison(Iris.Odrl + "payAmount", Operator.Eq, [Value.Of(v)]) { Unit = "KRW" }]))),
        Timing, (a, t) => new Rule { Kind = RuleKind.Duty, Actions = [a], Constraints = t });

    private static readonly Gen<Subject> Assets = Gen.Select(Gen.OneOf(Key.Select(k => "urn:dataset:" + k), Pick("A-1", "제 1호").Select(Iris.Agreement), Iri), Gen.Bool, Comparisons.Array[0, 1], (i, c, r) => new Subject(i, c, r));

    private static readonly Gen<Subject> Parties = Gen.Select(
        Gen.Select(Pick("urn:consortium:", "urn:organisation:", "urn:programme:", "urn:other:"), Key, (p, k) => p + k), Gen.Bool, Comparisons.Array[0, 1], (i, c, r) => new Subject(i, c, r));

    private static readonly Gen<Rule> Rules = Gen.Select(
        Gen.Enum<RuleKind>(), Actions.Array[1, 3], Gen.Select(Assets.Array[0, 2], Parties.Array[0, 3], Parties.Array[0, 1]), Constraints.Array[0, 3], Duties.Array[0, 3],
        Gen.Select(Odd, Odd.Null(), (a, w) => new Clause(a, w)).Null(),
        (kind, actions, subjects, constraints, duties, clause) => new Rule
        {
            Kind = kind, Actions = actions, Targets = subjects.Item1, Assignees = subjects.Item2, Assigners = subjects.Item3, Constraints = constraints, Clause = clause,
            Duties = kind == RuleKind.Permission ? duties : [],
            Remedies = kind == RuleKind.Prohibition ? duties : [],
            Consequences = kind == RuleKind.Duty ? duties : [],
        });

    /// <summary>A policy of up to three rules.</summary>
    public static readonly Gen<Policy> All = Gen.Select(Rules.Array[1, 3], Gen.Enum<ConflictStrategy>().Nullable(), Gen.Enum<PolicyKind>(), Iri.Array[0, 2], (rules, conflict, kind, inherits) =>
        Named(new Policy { Uid = "urn:test:p", Kind = kind, Conflict = conflict, Rules = rules, InheritFrom = inherits }));

    public static Value Day(DateOnly day) => Value.Of(day, new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Seoul.GetUtcOffset(day.ToDateTime(TimeOnly.MinValue))));

    private static Policy Named(Policy policy) => policy with { Profiles = PolicyDump.Of(policy).Contains(Iris.Profile, StringComparison.Ordinal) || policy.Rules.Any(r => r.Clause is not null) ? ["urn:datacatalog:odrl"] : [] };

    private static Gen<Constraint> Among(string operand, Gen<Value> values) =>
        Gen.Select(values.Array[1, 3], Gen.Bool, (v, not) => (Constraint)new Comparison(Iris.Odrl + operand, v.Length == 1 ? (not ? Operator.Neq : Operator.Eq) : not ? Operator.IsNoneOf : Operator.IsAnyOf, v));

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Operator Of(int values) => values == 1 ? Operator.Eq : Operator.IsAnyOf;
}
