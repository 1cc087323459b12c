using System.Text.Json;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Core.Licensing.UseCheck.Mix;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Decides a recorded question again, by the terms that were known then, and holds the answer against the one recorded.</summary>
public sealed class ReplayDecision(IRegistryDb db, UseChecker checker)
{
    /// <summary>Decides it again.</summary>
    /// <exception cref="DomainException">It is not there, or its terms are gone or do not match their hash.</exception>
    public async Task<ReplayAnswer> HandleAsync(Guid id, CancellationToken cancellation)
    {
        RecordedDecision recorded = await db.RecordedDecisions.AsNoTracking().GetAsync(id, null, cancellation);
        QuestionText question = JsonSerializer.Deserialize<QuestionText>(recorded.Question, QuestionText.Options)!;
        Dictionary<string, string> texts = await TextsAsync(question, cancellation);
        PutQuestion[] put = [.. question.Put(hash => checker.Cache.Of(hash, () => texts[hash]))];
        Dictionary<string, string?> classes = put.Zip(question.Parts).Where(p => p.Second.ReleaseClass is not null).ToDictionary(p => p.First.Key, p => p.Second.ReleaseClass, StringComparer.Ordinal);
        MixDecision mix = UseChecker.Decide(put, classes, question.ReleaseLicence);
        string decided = Answers.Text(put, mix, question.Mix);
        return new ReplayAnswer { Same = decided == recorded.Decision, Verdict = mix.Verdict, RecordedVerdict = recorded.Verdict, Decision = decided };
    }

    // Each text is held against its hash: what was changed behind the registry's back is not decided by.
    private async Task<Dictionary<string, string>> TextsAsync(QuestionText question, CancellationToken cancellation)
    {
        string[] hashes = [.. question.Layers.Select(l => l.Sha256).Distinct(StringComparer.Ordinal)];
        Dictionary<string, string> texts = await db.PolicyTexts.IgnoreQueryFilters().AsNoTracking().Where(t => hashes.Contains(t.Sha256)).ToDictionaryAsync(t => t.Sha256, t => t.Odrl, cancellation);
        foreach (string hash in hashes)
        {
            if (!texts.TryGetValue(hash, out string? text) || WrittenTerms.Hash(text) != hash) throw new DomainException(UseCheckErrors.TermsLost, null, hash);
        }

        return texts;
    }
}

/// <summary>A recorded decision, decided again.</summary>
public sealed record ReplayAnswer
{
    /// <summary>Whether the answer is the one recorded, in every part.</summary>
    public bool Same { get; init; }

    /// <summary>The answer now.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>The answer recorded.</summary>
    public Verdict RecordedVerdict { get; init; }

    /// <summary>The answer now in full, as JSON.</summary>
    public string Decision { get; init; } = "";
}
