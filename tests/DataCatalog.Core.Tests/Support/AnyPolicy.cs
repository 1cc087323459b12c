using CsCheck;
using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Tests.Support;

/// <summary>Policies of every shape that terms may have.</summary>
internal static class AnyPolicy
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Actions = [.. OdrlVocabulary.Default.Actions.Select(a => a.Iri).Order(StringComparer.Ordinal)];
    private static readonly Gen<string> Iri = Gen.OneOf<string>("urn:dataset:news", "urn:consortium:naver-cloud", "http://example.org/x", "https://e.org/a?b=c#d", "urn:agreement:A%2F1", "ex:y");
    private static readonly Gen<string> Words = Gen.OneOf<string>("뉴스", "a \"quoted\" <text>", "line\nbreak", "한국어 – 말뭉치 😀", "x", "KR");
    private static readonly Gen<string?> Uid = Gen.Frequency((4, Gen.Const((string?)null)), (1, Gen.Guid.Select(i => (string?)$"urn:uuid:{i}")));

    private static readonly Gen<IReadOnlyList<Annotation>> Annotations = Gen.Frequency(
        (6, Gen.Const<IReadOnlyList<Annotation>>([])),
        (1, Words.Select(w => (IReadOnlyList<Annotation>)[new Annotation("http://purl.org/dc/terms/description", System.Text.Json.JsonSerializer.Serialize(w))])),
        (1, Gen.Select(Gen.Guid, Words, (i, w) => (IReadOnlyList<Annotation>)
            [new Annotation("http://e.org/p#q", $$"""[{"@id":"urn:uuid:{{i}}","http://e.org/n":[{"@value":{{System.Text.Json.JsonSerializer.Serialize(w)}},"@language":"ko"}]},{"@value":1.50}]""")])));

    private static Gen<Constraint> Compare { get; } = Gen.Frequency(
        (3, Gen.Select(Gen.OneOf<Operator>(Operator.Lt, Operator.Lteq, Operator.Gt, Operator.Gteq, Operator.Eq, Operator.Neq), Gen.Int[0, 2000], Gen.Bool, (o, d, day) =>
            (Constraint)new Comparison(Licensing("dateTime"), o, [day ? Day(d) : Value.Of(Start.AddHours(d).AddTicks(d * 100))]))),
        (3, Gen.Select(Gen.OneOf<string>("purpose", "spatial", "recipient", "industry", "product"), Gen.OneOf<Operator>(Operator.IsAnyOf, Operator.IsNoneOf, Operator.IsAllOf, Operator.IsA), Name.List[1, 3], (l, o, n) =>
            (Constraint)new Comparison(Licensing(l), o, n))),
        (1, Gen.Select(Gen.OneOf<string>("count", "percentage"), Gen.Int[0, 100], (l, n) => (Constraint)new Comparison(Licensing(l), Operator.Lteq, [Value.Of(n / 4m)]))),
        (1, Gen.Decimal[0m, 1e9m].Select(n => (Constraint)new Comparison(Licensing("payAmount"), Operator.Eq, [Value.Of(Math.Round(n, 2))]) { Unit = "KRW", Status = Value.Of(0m) })),
        (1, Gen.OneOf<string>("P90D", "PT8H", "P1Y2M").Select(d => (Constraint)new Comparison(Licensing("elapsedTime"), Operator.Lteq, [Value.OfDuration(d)]))),
        (1, Iri.Select(i => (Constraint)new Comparison(Licensing("recipient"), Operator.Eq, [Value.OfIri(i)]) { ByReference = true })));

    private static Gen<Value> Name => Gen.Frequency((1, Words.Select(Value.OfText)), (1, Iri.Select(Value.OfIri)));

    private static Gen<Constraint> Constraints(int depth) => depth == 0
        ? Compare.Select(Uid, Annotations, (c, u, a) => c with { Uid = u, Annotations = a })
        : Gen.Frequency((3, Constraints(0)), (1, Gen.Select(Gen.Enum<Connective>(), Constraints(depth - 1).List[1, 3], Uid, (c, o, u) => (Constraint)new LogicalConstraint(c, o) { Uid = u })));

    private static Gen<Subject> Subjects { get; } = Gen.Frequency(
        (4, Iri.Select(i => new Subject(i, false, []))),
        (1, Gen.OneOf<string>("urn:programme:a", "urn:consortium:b").Select(i => new Subject(i, true, []))),
        (1, Gen.Select(Gen.Guid, Annotations, (i, a) => new Subject($"urn:uuid:{i}", true, []) { Annotations = a })),
        (1, Gen.Select(Iri, Uid, Constraints(0).List[1, 2], Annotations, (i, u, r, a) => new Subject(i, true, r) { Uid = u, Annotations = a })));

    private static Gen<RuleAction> Action { get; } = Gen.Select(Gen.OneOf<string>(Actions), Gen.Frequency((4, Gen.Const(new List<Constraint>())), (1, Constraints(0).List[1, 2])), (a, r) => new RuleAction(a, r));

    private static Gen<Rule> Rules(RuleKind kind, int depth) => Gen.Select(
        Gen.Select(Action.List[1, 3], Subjects.List[0, 2], Subjects.List[0, 2], Constraints(2).List[0, 3]),
        Gen.Select(depth == 0 ? Gen.Const(new List<Rule>()) : Rules(RuleKind.Duty, depth - 1).List[0, 2], Uid, Gen.Frequency((3, Gen.Const((Clause?)null)), (1, Words.Select(w => (Clause?)new Clause("제1조", w)))), Annotations),
        (a, b) => new Rule
        {
            Kind = kind, Uid = b.Item2, Actions = a.Item1, Targets = a.Item2, Assignees = a.Item3, Constraints = a.Item4, Clause = b.Item3, Annotations = b.Item4,
            Assigners = a.Item2.Count > 1 ? [new Subject("urn:organisation:kbs", false, [])] : [],
            Roles = a.Item3.Count > 1 ? [new Role(Licensing("compensatedParty"), a.Item3[0])] : [],
            Duties = kind == RuleKind.Permission ? b.Item1 : [], Remedies = kind == RuleKind.Prohibition ? b.Item1 : [], Consequences = kind == RuleKind.Duty ? b.Item1 : [],
        });

    /// <summary>The policies.</summary>
    public static Gen<Policy> All { get; } = Gen.Select(
        Gen.Enum<PolicyKind>(), Gen.OneOf<ConflictStrategy?>(null, ConflictStrategy.Invalid, ConflictStrategy.Permit, ConflictStrategy.Prohibit),
        Rules(RuleKind.Permission, 2).List[1, 4], Rules(RuleKind.Prohibition, 1).List[0, 3], Rules(RuleKind.Duty, 2).List[0, 2], Annotations,
        (kind, conflict, permissions, prohibitions, duties, annotations) => new Policy
        {
            Uid = "urn:policy:any", Kind = kind, Conflict = conflict, Rules = [.. permissions, .. prohibitions, .. duties], Annotations = annotations, Profiles = [Licensing("core")],
        });

    private static string Licensing(string name) => DataCatalog.Core.Licensing.Odrl.Iris.Odrl + name;

    private static Value Day(int days)
    {
        DateOnly day = new DateOnly(2026, 1, 1).AddDays(days);
        return Value.Of(day, new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(9)));
    }
}
