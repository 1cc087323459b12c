using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing.UseCheck.Mix;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Answers whether datasets may be used together for a model and its intended release, and what to leave out if not.</summary>
public sealed class CheckMix(IRegistryDb db, UseChecker checker, RecordDecision record)
{
    /// <summary>Answers it; a no is an answer.</summary>
    /// <exception cref="DomainException">A name is unknown or not the caller's to ask about, there are too many datasets, a value cannot be read, or the caller may not record.</exception>
    public async Task<MixAnswer> HandleAsync(UseCheckInput input, CancellationToken cancellation)
    {
        DecidedUse decided = await checker.DecideAsync(db, input, MixQuestion.MostItems, cancellation);
        MixAnswer answer = Answers.Mix(decided);
        Measures.UseChecked(answer.Verdict.ToString());
        return input.Record ? answer with { DecisionId = (await record.HandleAsync(decided, mix: true, cancellation)).Id } : answer;
    }
}
