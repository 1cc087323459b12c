using System.Collections.Concurrent;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Published;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Entitlements.UseChecks;

/// <summary>What the licences stated for a dataset mean together, read and compiled once for each combination.</summary>
public sealed class LicenceTerms
{
    private const int Most = 4096;
    private readonly ConcurrentDictionary<string, LicenceMeaning?> meanings = new(StringComparer.Ordinal);

    /// <summary>What they mean for an asker; null where nobody has read any of them.</summary>
    internal LicenceMeaning? Of(IReadOnlyList<LicenceFacts> stated, ConsortiumFacts asker)
    {
        string key = string.Join('\n', stated.Select(l => $"{l.Key}|{l.AddOn}|{l.LimitedTo}|{string.Join(',', l.Readings.Select(r => $"{r.Id:N}"))}")) + "\n" + asker.ProgrammeKey;
        if (meanings.Count >= Most) meanings.Clear();
        return meanings.GetOrAdd(key, _ => Read(stated, asker));
    }

    private static LicenceMeaning? Read(IReadOnlyList<LicenceFacts> stated, ConsortiumFacts asker)
    {
        if (ReadyMadeTerms.Stated(stated.Select(l => new StatedLicence(l.Key, l.AddOn, l.LimitedTo is not null))) is not { } expression) return null;
        ReadingOverride[] overrides = [.. stated.SelectMany(l => ReadingOverride.Counting(l.Key, l.Readings))];
        if (ReadyMadeTerms.Of(expression, overrides, Iris.Programme(asker.ProgrammeKey)) is not { } policy) return null;
        string name = expression.ToString() ?? "";
        string odrl = Policies.Write(policy);
        return new LicenceMeaning(
            name, odrl, Licensing.WrittenTerms.Hash(odrl), CompiledTerms.Compile(policy), LicenceCompatibility.ReleaseClass(name, overrides));
    }
}

/// <summary>Licences as terms.</summary>
/// <param name="Name">The licence or expression.</param>
/// <param name="Odrl">The canonical text.</param>
/// <param name="Sha256">Its hash.</param>
/// <param name="Compiled">The terms.</param>
/// <param name="ReleaseClass">Under which licences what learnt from it may be released; null for any.</param>
internal sealed record LicenceMeaning(string Name, string Odrl, string Sha256, CompiledTerms Compiled, string? ReleaseClass);
