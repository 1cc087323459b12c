using DataCatalog.Core.Licensing.Sentences;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Entitlements.UseChecks;

/// <summary>Tells decisions and terms in plain sentences, in the reader's language.</summary>
/// <param name="korean">Whether in Korean.</param>
/// <param name="zone">The programme's zone.</param>
public sealed class DecisionWords(bool korean, TimeZoneInfo zone)
{
    private readonly Language language = korean ? Language.Korean : Language.English;

    /// <summary>The sentences of a decision.</summary>
    public IReadOnlyList<string> Of(Decision decision) => PlainWords.Of(decision, language, zone: zone);

    /// <summary>The sentences of canonical terms.</summary>
    public IReadOnlyList<string> Of(string odrl) => PlainWords.Of(Policies.Read(odrl), language, zone: zone);
}
