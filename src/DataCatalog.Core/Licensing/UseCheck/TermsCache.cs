using System.Collections.Concurrent;

namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>Compiled terms by their hash, so that each version is read and compiled once. Bounded: what was not asked for lately goes first.</summary>
/// <param name="most">Most terms kept.</param>
public sealed class TermsCache(int most = TermsCache.DefaultMost)
{
    /// <summary>How many are kept by default.</summary>
    public const int DefaultMost = 4096;

    private readonly Lock turning = new();
    private ConcurrentDictionary<string, CompiledTerms> young = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, CompiledTerms> old = new(StringComparer.Ordinal);

    /// <summary>How many are kept now.</summary>
    public int Count => young.Count + old.Count;

    /// <summary>The terms of a canonical text.</summary>
    /// <param name="sha256">The text's SHA-256.</param>
    /// <param name="odrl">Gives the text where it is not kept yet.</param>
    public CompiledTerms Of(string sha256, Func<string> odrl)
    {
        if (young.TryGetValue(sha256, out CompiledTerms? kept)) return kept;
        if (!old.TryGetValue(sha256, out kept)) kept = CompiledTerms.Compile(Policies.Read(odrl()));
        if (young.Count >= most / 2) Turn();
        young[sha256] = kept;
        return kept;
    }

    private void Turn()
    {
        lock (turning)
        {
            if (young.Count < most / 2) return;
            (old, young) = (young, new ConcurrentDictionary<string, CompiledTerms>(StringComparer.Ordinal));
        }
    }
}
