using CsCheck;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Core.Licensing.UseCheck.Mix;
using static DataCatalog.Core.Tests.Licensing.UseCheck.Terms;

namespace DataCatalog.Core.Tests.Licensing.UseCheck;

/// <summary>Seen through the smallest set that a mix leaves out.</summary>
public sealed class IndependentSetTests
{
    private static readonly Layer[] Yes = [Layer(LayerKind.Licence, Permit(Train))];

    [Fact]
    public void Smallest_IsWhatTryingAllSays() =>
        Gen.Select(Gen.Int[1, 4].Array[1, 10], Gen.ULong).Sample((weights, edges) =>
        {
            bool Joined(int a, int b) => a != b && ((edges >> ((Math.Min(a, b) * 7) + Math.Max(a, b)) % 64) & 1) == 1;
            MixDecision mix = Decide(weights, Joined);
            return mix.LeaveOutIsSmallest && mix.LeaveOut.Count == weights.Sum() - Heaviest(weights, Joined);
        }, iter: 3_000);

    [Fact]
    public void SixtyFourClassesInARing_Proved()
    {
        int[] weights = [.. Enumerable.Range(0, 64).Select(i => i % 3 == 0 ? 2 : 1)];
        MixDecision mix = Decide(weights, (a, b) => Math.Abs(a - b) is 1 or 63);
        Assert.True(mix.LeaveOutIsSmallest);
        Assert.Equal(weights.Sum() - 43, mix.LeaveOut.Count);
    }

    [Fact]
    public void SixtyFourClassesInOneWeb_TheHeaviestIsNotAlwaysKept()
    {
        MixDecision mix = Decide([40, .. Enumerable.Repeat(1, 63)], (a, b) => a == 0 || b == 0);
        Assert.True(mix.LeaveOutIsSmallest);
        Assert.Equal(40, mix.LeaveOut.Count);
    }

    [Fact]
    public void MoreClassesInOneWeb_SaidToBeUnproved()
    {
        MixDecision mix = Decide([.. Enumerable.Repeat(1, 65)], (a, b) => a == 0 || b == 0);
        Assert.False(mix.LeaveOutIsSmallest);
        Assert.Single(mix.LeaveOut);
        MixDecision apart = Decide([.. Enumerable.Repeat(1, 130)], (a, b) => a / 2 == b / 2);
        Assert.True(apart.LeaveOutIsSmallest);
        Assert.Equal(65, apart.LeaveOut.Count);
    }

    [Fact]
    public void HardWeb_EndsAndSaysSo()
    {
        MixDecision mix = Decide([.. Enumerable.Range(0, 64).Select(i => 20 + (i * 37 % 11))], (a, b) => Math.Abs(a - b) is 1 or 8 or 63 or 23 or 41);
        Assert.True(mix.LeaveOut.Count > 0);
    }

    private static MixDecision Decide(int[] weights, Func<int, int, bool> joined) => MixEngine.Decide(new MixQuestion
    {
        Items = [.. weights.SelectMany((w, i) => Enumerable.Range(0, w).Select(n => new MixItem { Key = $"{i}-{n}", Question = Ask(), Layers = Yes, ReleaseClass = $"{i:D3}" }))],
        Compatible = (a, b) => a == b || !joined(int.Parse(a, null), int.Parse(b, null)),
    });

    private static int Heaviest(int[] weights, Func<int, int, bool> joined)
    {
        int best = 0;
        for (uint set = 0; set < 1u << weights.Length; set++)
        {
            int weight = 0;
            bool free = true;
            for (int a = 0; a < weights.Length && free; a++)
            {
                if ((set >> a & 1) == 0) continue;
                weight += weights[a];
                for (int b = 0; b < a; b++) free &= (set >> b & 1) == 0 || !joined(a, b);
            }

            if (free) best = Math.Max(best, weight);
        }

        return best;
    }
}
