using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseChecks;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Answers whether a consortium may do something with a dataset, or with a few, with every reason.</summary>
public sealed class CheckUse(IRegistryDb db, UseChecker checker, RecordDecision record)
{
    /// <summary>The most datasets that one question with all reasons may name.</summary>
    public const int MostDatasets = 100;

    /// <summary>Answers it; a no is an answer.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="words">Tells a decision in sentences.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">A name is unknown or not the caller's to ask about, a value cannot be read, or the caller may not record.</exception>
    public async Task<UseAnswer> HandleAsync(UseCheckInput input, DecisionWords words, CancellationToken cancellation)
    {
        DecidedUse decided = await checker.DecideAsync(db, input, MostDatasets, cancellation);
        UseAnswer answer = Answers.Use(decided);
        Measures.UseChecked(answer.Verdict.ToString());
        answer = answer with { Answers = [.. answer.Answers.Zip(decided.Mix.Parts, (a, p) => a with { Sentences = words.Of(p.Decision) })] };
        return input.Record ? answer with { DecisionId = (await record.HandleAsync(decided, mix: false, cancellation)).Id } : answer;
    }
}
