using System.Diagnostics;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Core.Licensing.UseCheck.Mix;

namespace DataCatalog.Bench;

/// <summary>Figures of the use-check, in this process and on one thread.</summary>
internal static class Checks
{
    private const string Train = Iris.Profile + "train";
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 12, 0, 0, TimeSpan.FromHours(9));

    private static readonly FactSet Facts = FactSet.Empty
        .With(Iris.Odrl + "purpose", Value.OfText("research"))
        .With(Iris.Odrl + "spatial", Value.OfText("KR-11"))
        .With(Iris.Odrl + "language", Value.OfText("ko-KR"))
        .With(Iris.Profile + "modelSize", Value.Of(70_000_000_000m));

    /// <summary>Decisions a second: one dataset, five rules about the action, four facts, every reason made.</summary>
    public static Figure Use(TimeSpan time)
    {
        Layer[] layers = [Layer(0)];
        UseQuestion[] questions = [Ask(Facts), Ask(Facts.With(Iris.Odrl + "purpose", Value.OfText("sale"))), Ask(Facts.With(Iris.Odrl + "spatial", Value.OfText("JP"))), Ask(FactSet.Empty)];
        Run(questions, layers, TimeSpan.FromSeconds(1));
        double best = Enumerable.Range(0, 5).Max(_ => Run(questions, layers, time / 5));
        return Figure.Of("check-use", best, "decisions/s", null, "250,000", 1, "in process, one core; five rules, four facts, all reasons; best of five runs") with { DecisionsPerSecond = Math.Round(best) };
    }

    /// <summary>Milliseconds, at best, for one mix of 2,000 datasets under twenty agreements, three release classes in conflict.</summary>
    public static Figure Mix(int datasets = 2_000)
    {
        Layer[][] layers = [.. Enumerable.Range(0, 20).Select(i => new[] { Layer(i) })];
        var question = new MixQuestion
        {
            Items = [.. Enumerable.Range(0, datasets).Select(i => Item(i, layers[i % layers.Length]))],
            Compatible = (a, b) => a == b || (a[0] != 'S' && b[0] != 'S'),
        };
        for (int i = 0; i < 20; i++) MixEngine.Decide(question);
        double[] took = [.. Enumerable.Range(0, 21).Select(_ => Milliseconds(() => MixEngine.Decide(question))).Order()];
        return Figure.Of("check-mix", took[0], "ms", null, "50", datasets, $"in process, one core; best of 21, median {took[10]:N1} ms; every part explained, smallest set to leave out proved");
    }

    private static double Run(UseQuestion[] questions, Layer[] layers, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        long decisions = 0;
        long premises = 0;
        while (watch.Elapsed < time)
        {
            for (int i = 0; i < 1_000; i++)
            {
                Decision decision = UseCheckEngine.Decide(questions[i & 3], layers);
                for (int r = 0; r < decision.Reasons.Count; r++) premises += decision.Reasons[r].Premises.Count;
            }

            decisions += 1_000;
        }

        return premises > decisions ? decisions / watch.Elapsed.TotalSeconds : 0;
    }

    private static double Milliseconds(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static MixItem Item(int i, Layer[] layers) => new()
    {
        Key = $"dataset-{i}",
        Question = Ask(i % 10 == 0 ? FactSet.Empty : Facts) with { Target = Iris.Dataset($"dataset-{i}"), TargetIn = [Iris.Agreement("A-1")] },
        Layers = layers,
        ReleaseClass = (i % 40) switch { 1 => "SA-1", 2 => "SA-2", 3 => "Open", _ => null },
    };

    private static UseQuestion Ask(FactSet facts) => new()
    {
        Assignee = Iris.Consortium("naver-cloud"),
        AssigneeIn = [Iris.Programme("elite")],
        Action = Iris.Profile + "pretrain",
        Target = Iris.Dataset("ko-news"),
        TargetIn = [Iris.Agreement("A-1")],
        At = Now,
        Facts = facts,
    };

    private static Layer Layer(int number) => new()
    {
        Kind = LayerKind.Licence,
        Source = $"A-{number}",
        Sha256 = "",
        Until = Now.AddMonths(6 + number),
        Terms = CompiledTerms.Compile(new Policy
        {
            Uid = $"urn:agreement:A-{number}",
            Rules =
            [
                Rule(RuleKind.Permission, Train, Is(Iris.Odrl + "purpose", Operator.IsAnyOf, "research", "education"), Is(Iris.Odrl + "spatial", Operator.IsPartOf, "KR")) with
                {
                    Duties = [Rule(RuleKind.Duty, Iris.Odrl + "attribute"), Rule(RuleKind.Duty, Iris.Odrl + "delete")],
                },
                Rule(RuleKind.Permission, Iris.Odrl + "use", Is(Iris.Odrl + "language", Operator.IsAnyOf, "ko", "en"), new Comparison(Iris.Odrl + "dateTime", Operator.Lteq, [Value.Of(Now.AddDays(200))])),
                Rule(RuleKind.Permission, Train, new Comparison(Iris.Profile + "modelSize", Operator.Lteq, [Value.Of(7_000_000_000m)])) with { Targets = [new Subject(Iris.Agreement("A-1"), true, [])] },
                Rule(RuleKind.Prohibition, Train, Is(Iris.Odrl + "purpose", Operator.Eq, "sale")),
                Rule(RuleKind.Prohibition, Iris.Odrl + "use", Is(Iris.Odrl + "spatial", Operator.IsNoneOf, "KR", "US")) with { Assignees = [new Subject(Iris.Programme("elite"), true, [])] },
            ],
        }),
    };

    private static Comparison Is(string operand, Operator comparison, params string[] values) => new(operand, comparison, [.. values.Select(Value.OfText)]);

    private static Rule Rule(RuleKind kind, string action, params Constraint[] constraints) => new() { Kind = kind, Actions = [new RuleAction(action, [])], Constraints = constraints };
}
