using CsCheck;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;
using static DataCatalog.Core.Tests.Licensing.UseCheck.Terms;

namespace DataCatalog.Core.Tests.Licensing.UseCheck;

public sealed class ExpiryImpactTests
{
    private static readonly DateTimeOffset End = Now.AddDays(10);

    [Fact]
    public void End_StopsWhatRestsOnItAlone()
    {
        Layer ends = Agreed(Permit(Train));
        Layer licence = Layer(LayerKind.Licence, Permit(Train));
        Layer later = ends with { From = End.AddDays(5) };
        ImpactQuestion[] questions = [Asked("alone", ends), Asked("below", ends, licence), Asked("other", licence), Asked("later", later), Asked("over", ends with { Until = End.AddDays(-1) }), Asked("no", Agreed(Forbid(Train)))];
        IReadOnlyList<ImpactEntry> entries = ExpiryImpact.Of(questions, l => l.Kind == LayerKind.Agreement, End);
        Assert.Equal([("alone", End), ("later", End.AddDays(5))], entries.Select(e => (e.Key, e.Stops)));
        Assert.Equal((Verdict.Permitted, Verdict.NotInForce), (entries[0].Before.Verdict, entries[0].After.Verdict));
    }

    [Fact]
    public void End_BeforeTheQuestion_StopsAtTheQuestion() =>
        Assert.Equal(Now, Assert.Single(ExpiryImpact.Of([Asked("a", Agreed(Permit(Train)))], _ => true, Now.AddDays(-5))).Stops);

    [Fact]
    public void End_AProhibitionBeneathTakesOver()
    {
        Layer licence = Layer(LayerKind.Licence, Permit(Train), Forbid(Train, Is(Time, Operator.Gt, Value.Of(End.AddDays(3)))));
        ImpactEntry entry = Assert.Single(ExpiryImpact.Of([Asked("a", Agreed(Permit(Train)), licence)], l => l.Kind == LayerKind.Agreement, End));
        Assert.Equal((End.AddDays(3).AddTicks(1), Verdict.Prohibited), (entry.Stops, entry.After.Verdict));
    }

    [Fact]
    public void End_BeforeTheLayersOwn_CutsIt() =>
        Assert.Equal(End, Assert.Single(ExpiryImpact.Of([Asked("a", Agreed(Permit(Train)) with { Until = End.AddDays(30) })], _ => true, End)).Stops);

    [Fact]
    public void End_StopsTwice_TheFirstIsTold()
    {
        Layer licence = Layer(LayerKind.Licence, Permit(Train, Is(Time, Operator.Gteq, Value.Of(End.AddDays(3))), Is(Time, Operator.Lt, Value.Of(End.AddDays(5)))));
        ImpactEntry entry = Assert.Single(ExpiryImpact.Of([Asked("a", Agreed(Permit(Train)), licence)], l => l.Kind == LayerKind.Agreement, End));
        Assert.Equal((End, Verdict.NotInForce), (entry.Stops, entry.After.Verdict));
    }

    [Fact]
    public void Flips_InTheirOrder()
    {
        Layer layer = Agreed(Permit(Train), Forbid(Train, Is(Time, Operator.Eq, Day("2026-07-05")))) with { Until = End };
        IReadOnlyList<Flip> flips = Flips.Within(Ask(), [layer], Now.AddMonths(3));
        Assert.Equal([
            new(At("2026-07-05T00:00:00+09:00"), Verdict.Permitted, Verdict.Prohibited),
            new(At("2026-07-06T00:00:00+09:00"), Verdict.Prohibited, Verdict.Permitted),
            new(End, Verdict.Permitted, Verdict.NotInForce),
        ], flips);
        Assert.Equal(2, Flips.Within(Ask(), [layer], End).Count);
    }

    [Fact]
    public void Impact_IsTheFirstInstantAtWhichTheyDiffer() =>
        Gen.Select(Random.Question, Random.Layers, Gen.Int[-10, 10], Gen.Int[0, 400]).Sample((question, layers, days, hours) =>
        {
            DateTimeOffset end = Now.AddDays(days);
            Layer[] cut = [.. layers.Select(l => l.Kind == LayerKind.Agreement && !(l.Until <= end) ? l with { Until = end } : l)];
            DateTimeOffset at = (question.At > end ? question.At : end).AddHours(hours);
            ImpactEntry? entry = ExpiryImpact.Of([new ImpactQuestion("q", question, layers)], l => l.Kind == LayerKind.Agreement, end).SingleOrDefault();
            bool stopped = Decide(question with { At = at }, layers) == Verdict.Permitted && Decide(question with { At = at }, cut) != Verdict.Permitted;
            return (!stopped || entry?.Stops <= at) && (entry is null || (entry.Before.Verdict == Verdict.Permitted && entry.After.Verdict != Verdict.Permitted && entry.Stops >= end));
        }, iter: 3_000);

    private static ImpactQuestion Asked(string key, params Layer[] layers) => new(key, Ask(), layers);
}
