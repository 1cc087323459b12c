using System.Globalization;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Tests.Licensing.UseCheck;

/// <summary>Short words for policies, layers and questions.</summary>
internal static class Terms
{
    public const string Train = Iris.Profile + "train";
    public const string Pretrain = Iris.Profile + "pretrain";
    public const string Purpose = Iris.Odrl + "purpose";
    public const string Spatial = Iris.Odrl + "spatial";
    public const string Time = Iris.Odrl + "dateTime";
    public const string Use = Iris.Odrl + "use";
    public const string Naver = "urn:consortium:naver-cloud";
    public const string News = "urn:dataset:ko-news";

    /// <summary>Noon in Seoul on 1 July 2026.</summary>
    public static readonly DateTimeOffset Now = At("2026-07-01T12:00:00+09:00");

    public static DateTimeOffset At(string iso8601) => DateTimeOffset.Parse(iso8601, CultureInfo.InvariantCulture);

    public static Value Day(string day) => Value.Of(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), At(day + "T00:00:00+09:00"));

    public static Value[] Texts(params string[] values) => [.. values.Select(Value.OfText)];

    public static Comparison Is(string operand, Operator comparison, params Value[] right) => new(operand, comparison, right);

    public static Comparison Is(string operand, Operator comparison, params string[] right) => new(operand, comparison, Texts(right));

    public static Comparison Until(string day) => Is(Time, Operator.Lteq, Day(day));

    public static LogicalConstraint Join(Connective connective, params Constraint[] parts) => new(connective, parts);

    public static Rule Permit(string action, params Constraint[] constraints) => Of(RuleKind.Permission, action, constraints);

    public static Rule Forbid(string action, params Constraint[] constraints) => Of(RuleKind.Prohibition, action, constraints);

    public static Rule Owe(string action, params Constraint[] constraints) => Of(RuleKind.Duty, Iris.Odrl + action, constraints);

    public static Rule Of(RuleKind kind, string action, params Constraint[] constraints) =>
        new() { Kind = kind, Actions = [new RuleAction(action, [])], Constraints = constraints };

    public static Subject Named(string iri, params Constraint[] refinements) => new(iri, false, refinements);

    public static Policy Policy(params Rule[] rules) => new() { Uid = "urn:policy:1", Rules = rules };

    public static Layer Layer(LayerKind kind, params Rule[] rules) => Layer(kind, Policy(rules));

    public static Layer Layer(LayerKind kind, Policy policy) => new() { Kind = kind, Source = kind.ToString(), Sha256 = "", Terms = CompiledTerms.Compile(policy) };

    public static Layer Agreed(params Rule[] rules) => Layer(LayerKind.Agreement, rules);

    public static UseQuestion Ask(string action = Train, FactSet? facts = null, DateTimeOffset? at = null) =>
        new() { Assignee = Naver, Action = action, Target = News, At = at ?? Now, Facts = facts ?? FactSet.Empty };

    public static Verdict Decide(UseQuestion question, params Layer[] layers) => UseCheckEngine.Decide(question, layers).Verdict;
}
