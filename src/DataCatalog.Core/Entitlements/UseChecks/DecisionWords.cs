using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Entitlements.UseChecks;

/// <summary>Tells decisions and terms in plain sentences, in the reader's language.</summary>
/// <param name="korean">Whether in Korean.</param>
/// <param name="zone">The programme's zone.</param>
public sealed class DecisionWords(bool korean, TimeZoneInfo zone)
{
    /// <summary>The sentences of a decision.</summary>
    public IReadOnlyList<string> Of(Decision decision) => [$"{korean} {zone} {decision.Verdict}"];

    /// <summary>The sentences of canonical terms.</summary>
    public IReadOnlyList<string> Of(string odrl) => [$"{korean} {zone} {odrl.Length}"];
}
