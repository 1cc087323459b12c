using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Core.Licensing.UseCheck.Mix;

namespace DataCatalog.Core.Entitlements.UseChecks;

/// <summary>A question decided.</summary>
internal sealed record DecidedUse(AskedUse Asked, ConsortiumFacts Consortium, IReadOnlyList<PutQuestion> Put, IReadOnlyDictionary<string, string?> Classes, MixDecision Mix)
{
    /// <summary>The question as a text to record.</summary>
    public QuestionText Text(bool mix) => QuestionText.Of(Put, Classes, mix, Asked.ReleaseLicence);

    /// <summary>Each part's question with its decision.</summary>
    public IEnumerable<(PutQuestion Put, Decision Decision)> Parts => Put.Zip(Mix.Parts, (p, d) => (p, d.Decision));
}
