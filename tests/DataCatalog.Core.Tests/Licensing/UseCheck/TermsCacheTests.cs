using DataCatalog.Core.Licensing.UseCheck;
using static DataCatalog.Core.Tests.Licensing.UseCheck.Terms;

namespace DataCatalog.Core.Tests.Licensing.UseCheck;

public sealed class TermsCacheTests
{
    private readonly TermsCache cache = new(4);
    private readonly List<string> read = [];

    [Fact]
    public void Kept_TheSameInstance_TextAskedForOnce()
    {
        CompiledTerms first = Of("a");
        Assert.NotNull(first);
        Assert.Same(first, Of("a"));
        Assert.NotSame(first, Of("b"));
        Assert.Equal(["a", "b"], read);
        Assert.Equal(2, cache.Count);
    }

    [Fact]
    public void Bounded_HalfIsLetGoAtATime()
    {
        List<int> counts = [];
        foreach (string key in new[] { "a", "b", "c", "d", "e", "f", "g" })
        {
            Of(key);
            counts.Add(cache.Count);
        }

        Assert.Equal([1, 2, 3, 4, 3, 4, 3], counts);
    }

    [Fact]
    public void Old_AskedAgain_OutlivesThoseThatWereNot()
    {
        CompiledTerms a = Of("a");
        foreach (string key in new[] { "b", "c", "a", "d" }) Of(key);
        Assert.Equal(["a", "b", "c", "d"], read);
        Assert.Same(a, Of("a"));
        Of("b");
        Assert.Equal(["a", "b", "c", "d", "b"], read);
    }

    private CompiledTerms Of(string key) => cache.Of(key, () =>
    {
        read.Add(key);
        return Policies.Write(Policy(Permit(Train)));
    });
}
