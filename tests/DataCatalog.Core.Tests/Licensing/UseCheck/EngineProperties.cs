using CsCheck;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;
using static DataCatalog.Core.Tests.Licensing.UseCheck.Terms;

namespace DataCatalog.Core.Tests.Licensing.UseCheck;

public sealed class EngineProperties
{
    private const int Many = 5_000;

    private static readonly Gen<(UseQuestion Question, Layer[] Layers)> Cases = Gen.Select(Random.Question, Random.Layers);

    [Fact]
    public void ProhibitionAdded_NeverTurnsANoIntoAYes() =>
        Gen.Select(Cases, Random.AnyRule, Gen.Int[0, 3]).Sample((given, rule, at) =>
        {
            Layer[] more = Changed(given.Layers, at, p => p with { Rules = [.. p.Rules, rule with { Kind = RuleKind.Prohibition, Duties = [] }] });
            return Decide(given.Question, given.Layers) == Verdict.Permitted || Decide(given.Question, more) != Verdict.Permitted;
        }, iter: Many);

    [Fact]
    public void ConstraintAddedToAPermission_NeverWidens() =>
        Gen.Select(Cases, Random.AnyConstraint, Gen.Int[0, 3], Gen.Int[0, 3]).Sample((given, constraint, at, which) =>
        {
            Layer[] narrower = Changed(given.Layers, at, p => p with { Rules = [.. p.Rules.Select((r, i) => i == which && r.Kind == RuleKind.Permission ? r with { Constraints = [.. r.Constraints, constraint] } : r)] });
            return Decide(given.Question, given.Layers) == Verdict.Permitted || Decide(given.Question, narrower) != Verdict.Permitted;
        }, iter: Many);

    [Fact]
    public void RefinementAddedToAPermission_NeverWidens() =>
        Gen.Select(Cases, Random.AnyConstraint, Gen.Int[0, 3]).Sample((given, constraint, at) =>
        {
            Layer[] narrower = Changed(given.Layers, at, p => p with { Rules = [.. p.Rules.Select(r => r.Kind == RuleKind.Permission ? r with { Actions = [.. r.Actions.Select(a => a with { Refinements = [constraint] })] } : r)] });
            return Decide(given.Question, given.Layers) == Verdict.Permitted || Decide(given.Question, narrower) != Verdict.Permitted;
        }, iter: Many);

    [Fact]
    public void OrderOfRulesAndLayers_DoesNotMatter() =>
        Gen.Select(Cases, Gen.Int[0, 1000]).Sample((given, seed) =>
        {
            Layer[] shuffled = Shuffled(seed, [.. Enumerable.Range(0, given.Layers.Length).Aggregate(given.Layers, (l, i) => Changed(l, i, p => p with { Rules = Shuffled(seed, p.Rules) }))]);
            return Facts(UseCheckEngine.Decide(given.Question, given.Layers)) == Facts(UseCheckEngine.Decide(given.Question, shuffled));
        }, iter: Many);

    [Fact]
    public void At_MovedWithinHoldsUntil_ChangesNothing_AndAtItChanges() =>
        Gen.Select(Cases, Gen.Double[0, 1]).Sample((given, part) =>
        {
            Decision now = UseCheckEngine.Decide(given.Question, given.Layers);
            long last = (now.HoldsUntil ?? Now.AddDays(100)).UtcTicks - 1;
            DateTimeOffset later = new(given.Question.At.UtcTicks + (long)((last - given.Question.At.UtcTicks) * part), TimeSpan.Zero);
            Decision then = UseCheckEngine.Decide(given.Question with { At = later }, given.Layers);
            return then.Verdict == now.Verdict && then.HoldsUntil == now.HoldsUntil
                && (now.HoldsUntil is not { } end || (end > given.Question.At && Decide(given.Question with { At = end }, given.Layers) != now.Verdict));
        }, iter: Many);

    [Fact]
    public void FactGiven_SettlesOnlyTheUndetermined() =>
        Gen.Select(Cases, Random.Facts).Sample((given, more) =>
        {
            Verdict before = Decide(given.Question, given.Layers);
            Verdict after = Decide(given.Question with { Facts = Filled(given.Question.Facts, more) }, given.Layers);
            return before == Verdict.Undetermined || before == after || (before == Verdict.NotInForce && after == Verdict.NotPermitted);
        }, iter: Many);

    [Fact]
    public void EveryFactGiven_NothingUndetermined() =>
        Gen.Select(Cases, Random.Purposes, Random.Places, Random.Counts).Sample((given, purpose, place, count) =>
        {
            FactSet facts = FactSet.Empty.With(Purpose, purpose).With(Spatial, place).With(Random.Count, count).WithDone(Iris.Odrl + "compensate").WithDone(Iris.Odrl + "obtainConsent");
            Decision decision = UseCheckEngine.Decide(given.Question with { Facts = facts }, [.. given.Layers.Where(l => !Orders(l))]);
            return decision.Verdict != Verdict.Undetermined;
        }, iter: Many);

    [Fact]
    public void Undetermined_NamesWhatIsMissing_AndWaysAreGivenForANo() =>
        Cases.Sample((question, layers) =>
        {
            Decision decision = UseCheckEngine.Decide(question, layers);
            bool incomparable = layers.Any(Orders);
            return decision.Ways.Count > 0 == (decision.Verdict != Verdict.Permitted)
                && decision.MissingFacts.Count > 0 == (decision.Verdict == Verdict.Undetermined)
                && (incomparable || decision.MissingFacts.All(m => question.Facts[m] is not { Count: > 0 }));
        }, iter: Many);

    [Fact]
    public void VerdictOf_IsTheDecisions() =>
        Cases.Sample((question, layers) => UseCheckEngine.VerdictOf(question, layers) == Decide(question, layers), iter: Many);

    [Fact]
    public void Flips_AreWhatDecidingAtEachInstantSays() =>
        Gen.Select(Cases, Gen.Int[0, 500]).Sample((given, hours) =>
        {
            DateTimeOffset before = given.Question.At.AddHours(500);
            Flip[] flips = [.. Flips.Within(given.Question, given.Layers, before)];
            DateTimeOffset at = given.Question.At.AddHours(hours * 0.9);
            Verdict expected = Array.FindLast(flips, f => f.At <= at)?.To ?? Decide(given.Question, given.Layers);
            return Decide(given.Question with { At = at }, given.Layers) == expected
                && flips.All(f => f.From != f.To && f.At > given.Question.At && f.At < before)
                && UseCheckEngine.Decide(given.Question, given.Layers).HoldsUntil is var end && (end >= before || end == (flips is [var first, ..] ? first.At : null));
        }, iter: Many);

    private static Layer[] Changed(Layer[] layers, int at, Func<Policy, Policy> change) =>
        [.. layers.Select((l, i) => i == at % layers.Length ? l with { Terms = CompiledTerms.Compile(change(l.Terms.Policy)) } : l)];

    private static T[] Shuffled<T>(int seed, IReadOnlyList<T> items)
    {
        T[] copy = [.. items];
        for (int i = copy.Length - 1; i > 0; i--)
        {
            int j = seed % (i + 1);
            (copy[i], copy[j]) = (copy[j], copy[i]);
        }

        return copy;
    }

    private static string Facts(Decision d) => string.Join('|', d.Verdict, d.DecidedBy?.Kind, d.HoldsUntil?.UtcTicks, string.Join(' ', d.MissingFacts),
        string.Join(' ', d.Duties.Select(o => o.Duty.Actions[0].Iri + o.Layer.Source).Order()), string.Join(' ', d.Reasons.Select(r => $"{r.Layer.Source}{r.Outcome}{r.Counted}{r.InForce}").Order()),
        string.Join(' ', d.Ways.Select(w => $"{w.Kind}{w.Premises.Count}").Order()));

    private static FactSet Filled(FactSet facts, FactSet more)
    {
        foreach (string operand in Random.Operands)
        {
            if (facts[operand] is not { Count: > 0 } && more[operand] is { Count: > 0 } values) facts = facts.With(operand, values);
        }

        return more.DutiesDone.Aggregate(facts, (f, d) => f.WithDone(d));
    }

    // Names and places have no order: what asks for one stays unknown.
    private static bool Orders(Layer layer) => layer.Terms.Policy.Rules.Any(r => r.Constraints.Concat(r.Targets.SelectMany(t => t.Refinements)).Any(Orders));

    private static bool Orders(Constraint constraint) => constraint switch
    {
        Comparison c => c.LeftOperand is Purpose or Spatial && c.Operator is Operator.Lt or Operator.Lteq or Operator.Gt or Operator.Gteq,
        LogicalConstraint l => l.Operands.Any(Orders),
        _ => false,
    };
}
