using CsCheck;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;
using static DataCatalog.Core.Tests.Licensing.UseCheck.Terms;

namespace DataCatalog.Core.Tests.Licensing.UseCheck;

/// <summary>Generated policies, layers and questions over few names and few days, so that they meet often.</summary>
internal static class Random
{
    public const string Count = Iris.Odrl + "count";

    public static readonly string[] Operands = [Purpose, Spatial, Count];

    private static readonly Gen<Value> Days = Gen.Int[0, 20].Select(d => Value.Of(DateOnly.FromDateTime(Now.Date).AddDays(d - 10), At("2026-07-01T00:00:00+09:00").AddDays(d - 10)));
    private static readonly Gen<Value> Instants = Gen.Int[-240, 240].Select(h => Value.Of(Now.AddHours(h)));
    private static readonly Gen<Operator> AnyOperator = Gen.Enum<Operator>();

    public static readonly Gen<Value> Purposes = Gen.OneOf("a", "b", "c").Select(Value.OfText);
    public static readonly Gen<Value> Places = Gen.OneOf("KR", "KR-11", "JP").Select(Value.OfText);
    public static readonly Gen<Value> Counts = Gen.Int[1, 4].Select(c => Value.Of((decimal)c));

    private static readonly Gen<Constraint> Leaf = Gen.OneOf(
        Compare(Purpose, Purposes), Compare(Spatial, Places), Compare(Count, Counts),
        Gen.Select(Gen.OneOf(Operator.Lt, Operator.Lteq, Operator.Gt, Operator.Gteq, Operator.Eq, Operator.Neq, Operator.IsAnyOf, Operator.IsNoneOf), Gen.OneOf(Days, Instants).Array[1, 2])
            .Select((o, v) => (Constraint)new Comparison(Time, o, v)));

    public static readonly Gen<Constraint> AnyConstraint = Gen.Recursive<Constraint>((depth, inner) => depth > 2
        ? Leaf
        : Gen.Frequency((4, Leaf), (1, Gen.Select(Gen.Enum<Connective>(), inner.Array[1, 3]).Select((c, p) => (Constraint)new LogicalConstraint(c, p)))));

    private static readonly Gen<Subject[]> Targets = Gen.Frequency((4, Gen.Const(Array.Empty<Subject>())), (1, Gen.OneOf(News, "urn:dataset:other").Select(t => new[] { Named(t) })),
        (1, AnyConstraint.Select(c => new[] { Named(News, c) })));

    private static readonly Gen<Subject[]> Parties = Gen.Frequency((4, Gen.Const(Array.Empty<Subject>())), (1, Gen.OneOf(Naver, "urn:consortium:other").Select(t => new[] { Named(t) })));

    private static readonly Gen<Rule[]> Duties = Gen.OneOf("attribute", "delete", "compensate", "obtainConsent").Select(a => Owe(a)).Array[0, 2];

    public static readonly Gen<Rule> AnyRule = Gen.Select(
        Gen.OneOf(RuleKind.Permission, RuleKind.Permission, RuleKind.Prohibition), Gen.OneOf(Use, Train, Pretrain), AnyConstraint.Array[0, 2], Targets, Parties, Duties)
        .Select((kind, action, constraints, targets, parties, duties) => Of(kind, action, constraints) with
        {
            Targets = targets,
            Assignees = parties,
            Duties = kind == RuleKind.Permission ? duties : [],
        });

    public static readonly Gen<Policy> AnyPolicy = Gen.Select(AnyRule.Array[0, 4], Gen.OneOf<ConflictStrategy?>(null, ConflictStrategy.Invalid, ConflictStrategy.Permit, ConflictStrategy.Prohibit))
        .Select((rules, conflict) => Policy(rules) with { Conflict = conflict });

    public static readonly Gen<Layer> AnyLayer = Gen.Select(Gen.Enum<LayerKind>(), AnyPolicy, Gen.Int[-12, 12].Nullable(), Gen.Int[-12, 12].Nullable(), Gen.Int[0, 999])
        .Select((kind, policy, from, until, source) => Layer(kind, policy) with { From = Later(from), Until = Later(until), Source = $"{source}" });

    public static readonly Gen<Layer[]> Layers = AnyLayer.Array[1, 4];

    public static readonly Gen<FactSet> Facts = Gen.Select(Purposes.Array[0, 2], Places.Array[0, 2], Counts.Array[0, 2], Gen.Bool, Gen.Bool).Select((purposes, places, counts, paid, agreed) =>
    {
        FactSet facts = FactSet.Empty.With(Purpose, purposes).With(Spatial, places).With(Count, counts);
        if (paid) facts = facts.WithDone(Iris.Odrl + "compensate");
        return agreed ? facts.WithDone(Iris.Odrl + "obtainConsent") : facts;
    });

    public static readonly Gen<UseQuestion> Question = Gen.Select(Facts, Gen.OneOf(Use, Train, Pretrain), Gen.Int[-240, 240]).Select((facts, action, hours) => Ask(action, facts, Now.AddHours(hours)));

    private static DateTimeOffset? Later(int? days) => days is { } d ? Now.AddDays(d) : null;

    private static Gen<Constraint> Compare(string operand, Gen<Value> values) =>
        Gen.Select(AnyOperator, values.Array[1, 2]).Select((o, v) => (Constraint)new Comparison(operand, o, v));
}
