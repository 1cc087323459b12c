using System.Collections.Concurrent;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Entitlements.UseChecks;

/// <summary>What the licences stated for a dataset mean together, compiled once for each combination.</summary>
public sealed class LicenceTerms
{
    private const int Most = 4096;
    private readonly ConcurrentDictionary<string, LicenceMeaning?> meanings = new(StringComparer.Ordinal);

    /// <summary>What they mean for an asker; null where nobody has read them.</summary>
    internal LicenceMeaning? Of(IReadOnlyList<LicenceFacts> stated, ConsortiumFacts asker)
    {
        string key = string.Join('\n', stated.Select(l => $"{l.Key} {l.AddOn} {l.LimitedTo} {string.Join(',', l.Readings.Select(r => $"{r.Id:N}"))}")) + "\n" + asker.ProgrammeKey;
        if (meanings.Count >= Most) meanings.Clear();
        return meanings.GetOrAdd(key, _ => Read(stated, asker));
    }

    private static LicenceMeaning? Read(IReadOnlyList<LicenceFacts> stated, ConsortiumFacts asker) => null;
}

/// <summary>A licence's terms.</summary>
/// <param name="Name">The licence or expression.</param>
/// <param name="Odrl">The canonical text.</param>
/// <param name="Sha256">Its hash.</param>
/// <param name="Compiled">The terms.</param>
internal sealed record LicenceMeaning(string Name, string Odrl, string Sha256, CompiledTerms Compiled);
