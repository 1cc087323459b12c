using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.UseCheck;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Keeps an answer with the question, the terms and their hashes, so that it can be given again.</summary>
public sealed class RecordDecision(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Keeps it.</summary>
    /// <exception cref="DomainException">The caller's roles do not allow it.</exception>
    internal async Task<RecordedDecision> HandleAsync(DecidedUse decided, bool mix, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin | Roles.Compliance | Roles.ConsortiumMember);
        RecordedDecisionFacts facts = Facts(decided, mix);
        // Another write may keep the same terms meanwhile; they are found the next time.
        return await db.WriteAgainAsync(
            async token =>
            {
                await KeepTermsAsync(decided, token);
                RecordedDecision made = RecordedDecision.Of(facts, db.Actor, clock);
                db.RecordedDecisions.Add(made);
                db.Record(new AuditEntry("decision.recorded", nameof(RecordedDecision), made.Id));
                return made;
            },
            cancellation);
    }

    private static RecordedDecisionFacts Facts(DecidedUse decided, bool mix) => new()
    {
        ConsortiumId = decided.Consortium.Id,
        ModelId = decided.Asked.Model?.Id,
        DatasetKey = decided.Asked.Datasets.Count == 1 ? decided.Put[0].Dataset : null,
        DatasetCount = decided.Asked.Datasets.Count,
        Verdict = decided.Mix.Verdict,
        HoldsUntil = decided.Mix.HoldsUntil,
        At = decided.Asked.At,
        KnownAt = decided.Asked.KnownAt,
        Question = Answers.Text(decided.Text(mix)),
        Decision = Answers.Text(decided.Put, decided.Mix, mix),
    };

    // Which texts are kept already, members may not see; the unseen are looked for without their filter.
    private async Task KeepTermsAsync(DecidedUse decided, CancellationToken cancellation)
    {
        Dictionary<string, CompiledTerms> used = [];
        foreach (Layer layer in decided.Put.SelectMany(p => p.Layers)) used.TryAdd(layer.Sha256, layer.Terms);
        string[] hashes = [.. used.Keys];
        List<string> kept = await db.PolicyTexts.IgnoreQueryFilters().Where(t => hashes.Contains(t.Sha256)).Select(t => t.Sha256).ToListAsync(cancellation);
        foreach (string hash in hashes.Except(kept, StringComparer.Ordinal)) db.PolicyTexts.Add(PolicyText.Of(Policies.Write(used[hash].Policy)));
    }
}
