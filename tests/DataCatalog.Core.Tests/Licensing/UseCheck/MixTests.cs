using CsCheck;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Core.Licensing.UseCheck.Mix;
using static DataCatalog.Core.Tests.Licensing.UseCheck.Terms;

namespace DataCatalog.Core.Tests.Licensing.UseCheck;

public sealed class MixTests
{
    private static readonly Layer[] Yes = [Layer(LayerKind.Licence, Permit(Train) with { Duties = [Owe("attribute")] }, Owe("inform"))];
    private static readonly Layer[] No = [Agreed(Forbid(Train))];

    [Fact]
    public void Mix_IsItsParts() =>
        Gen.Select(Random.Question, Random.Layers).Array[1, 6].Sample(parts =>
        {
            MixDecision mix = MixEngine.Decide(new MixQuestion { Items = [.. parts.Select((p, i) => new MixItem { Key = $"{i}", Question = p.Item1, Layers = p.Item2 })] });
            Decision[] each = [.. parts.Select(p => UseCheckEngine.Decide(p.Item1, p.Item2))];
            return mix.Parts.Select(p => (p.Decision.Verdict, p.Decision.HoldsUntil)).SequenceEqual(each.Select(d => (d.Verdict, d.HoldsUntil)))
                && mix.Verdict == Firmest(each.Select(d => d.Verdict))
                && mix.HoldsUntil == each.Min(d => d.HoldsUntil)
                && mix.LeaveOut.SequenceEqual(each.Index().Where(d => d.Item.Verdict != Verdict.Permitted).Select(d => $"{d.Index}"))
                && mix.LeaveOutIsSmallest && mix.Conflicts.Count == 0;
        }, iter: 2_000);

    [Fact]
    public void Duties_OnceEach()
    {
        Layer other = Yes[0] with { Source = "B" };
        MixDecision mix = MixEngine.Decide(new MixQuestion { Items = [Item("a", Yes), Item("b", Yes), Item("c", [other])] });
        Assert.Equal(4, mix.Duties.Count);
        Assert.Equal(Verdict.Permitted, mix.Verdict);
        Assert.Empty(mix.LeaveOut);
    }

    [Fact]
    public void Empty_PermitsNothing()
    {
        MixDecision mix = MixEngine.Decide(new MixQuestion { Items = [] });
        Assert.Equal(Verdict.NotPermitted, mix.Verdict);
        Assert.Null(mix.HoldsUntil);
    }

    [Fact]
    public void TooMany_Refused()
    {
        MixItem item = Item("a", []);
        Assert.Equal(10_000, MixEngine.Decide(new MixQuestion { Items = [.. Enumerable.Repeat(item, 10_000)] }).Parts.Count);
        var refusal = Assert.Throws<DomainException>(() => MixEngine.Decide(new MixQuestion { Items = [.. Enumerable.Repeat(item, 10_001)] }));
        Assert.Equal(("too-many", "items"), (refusal.Error.Code, refusal.Field));
        Assert.StartsWith("'items' has more than 10000 entries", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Conflicts_FoundAsPairs_AndTheSmallestSetLeftOut()
    {
        MixItem[] items = [Item("a1", Yes, "A"), Item("b1", Yes, "B"), Item("a2", Yes, "A"), Item("n", No, "B"), Item("c1", Yes, "C"), Item("d", Yes)];
        MixDecision mix = MixEngine.Decide(new MixQuestion { Items = items, Compatible = (a, b) => a == b || (a, b) is not ("A", "B") });
        Assert.Equal(Verdict.Prohibited, mix.Verdict);
        MixConflict conflict = Assert.Single(mix.Conflicts);
        Assert.Equal(("A", "B"), (conflict.ClassA, conflict.ClassB));
        Assert.Equal([("a1", "b1"), ("a2", "b1")], conflict.Pairs);
        Assert.Equal(["b1", "n"], mix.LeaveOut);
        Assert.True(mix.LeaveOutIsSmallest);
        Assert.Equal(Verdict.NotPermitted, MixEngine.Decide(new MixQuestion { Items = items[..3], Compatible = (a, b) => (a, b) is not ("B", "A") }).Verdict);
        Assert.Equal(Verdict.Permitted, MixEngine.Decide(new MixQuestion { Items = items[..3] }).Verdict);
    }

    [Fact]
    public void Class_ThatCannotBeCombinedWithItself_KeepsOne()
    {
        MixItem[] items = [Item("a1", Yes, "A"), Item("a2", Yes, "A"), Item("a3", Yes, "A"), Item("b", Yes, "B")];
        MixDecision mix = MixEngine.Decide(new MixQuestion { Items = items, Compatible = (a, b) => a != b });
        MixConflict conflict = Assert.Single(mix.Conflicts);
        Assert.Equal([("a1", "a2"), ("a1", "a3"), ("a2", "a3")], conflict.Pairs);
        Assert.Equal(["a2", "a3"], mix.LeaveOut);
    }

    [Fact]
    public void Class_OfALicenceThatAnAgreementOverrules_DoesNotBind()
    {
        Layer[] agreed = [.. Yes, Agreed(Permit(Train))];
        var question = new MixQuestion { Items = [Item("a", Yes, "A"), Item("b", agreed, "B")], Compatible = (a, b) => a == b };
        Assert.Equal(Verdict.Permitted, MixEngine.Decide(question).Verdict);
        Assert.Equal(Verdict.NotPermitted, MixEngine.Decide(question with { Items = [Item("a", Yes, "A"), Item("b", Yes, "B")] }).Verdict);
    }

    [Fact]
    public void LeftOut_TheRestIsPermitted() =>
        Gen.Select(Gen.Int[0, 7].Array[1, 12], Gen.Int[0, int.MaxValue]).Sample((classes, seed) =>
        {
            bool Compatible(string a, string b) => ((seed >> ((a[0] + b[0] + (a[0] * b[0])) % 31)) & 1) == 1;
            MixItem[] items = [.. classes.Select((c, i) => Item($"{i}", Yes, $"{c}"))];
            MixDecision mix = MixEngine.Decide(new MixQuestion { Items = items, Compatible = Compatible });
            MixItem[] rest = [.. items.Where(i => !mix.LeaveOut.Contains(i.Key))];
            return rest.Length > 0 && MixEngine.Decide(new MixQuestion { Items = rest, Compatible = Compatible }).Verdict == Verdict.Permitted;
        }, iter: 2_000);

    private static MixItem Item(string key, Layer[] layers, string? releaseClass = null) => new() { Key = key, Question = Ask(), Layers = layers, ReleaseClass = releaseClass };

    private static Verdict Firmest(IEnumerable<Verdict> verdicts) =>
        new[] { Verdict.Prohibited, Verdict.NotPermitted, Verdict.NotInForce, Verdict.Undetermined, Verdict.Permitted }.First(verdicts.Contains);
}
