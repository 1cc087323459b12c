using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases.Ledger;

/// <summary>Tells what went into a model, under which terms, and what follows for its release and its weights.</summary>
public sealed class ModelLedger(IRegistryDb db, IRegistryDbFactory rows, UseChecker checker)
{
    private const int MostEntries = 50_000;

    /// <summary>Tells it; a consortium of its own models only.</summary>
    /// <exception cref="DomainException">The model is not there or not the caller's, or more went into it than can be told at once.</exception>
    public async Task<LedgerAnswer> HandleAsync(Guid modelId, CancellationToken cancellation)
    {
        IQueryable<FoundationModel> own = db.Actor.SeesEverything ? db.FoundationModels : db.FoundationModels.Where(m => m.ConsortiumId == db.Actor.ConsortiumId);
        FoundationModel model = await own.AsNoTracking().GetAsync(modelId, null, cancellation);
        List<UsedUnder> used = await UsesAsync(modelId, cancellation);

        // What the consortium used it may know of for good, even where a dataset has since been withdrawn from its sight.
        return await rows.UseAsync(all => TellAsync(all, model, used, cancellation));
    }

    private async Task<List<UsedUnder>> UsesAsync(Guid modelId, CancellationToken cancellation)
    {
        List<UsedUnder> used = await db.UsageRecords.AsNoTracking().Where(u => u.ModelId == modelId)
            .GroupBy(u => new { u.DatasetId, u.DatasetVersionId, u.TrainingRun!.Action, u.Verdict, u.Layer, u.Source, u.AgreementId, u.TermsVersion, u.TermsSha256 })
            .Select(g => new UsedUnder
            {
                DatasetId = g.Key.DatasetId, VersionId = g.Key.DatasetVersionId, Action = g.Key.Action, Verdict = g.Key.Verdict, Layer = g.Key.Layer, Source = g.Key.Source,
                AgreementId = g.Key.AgreementId, TermsVersion = g.Key.TermsVersion, TermsSha256 = g.Key.TermsSha256, First = g.Min(u => u.UsedAt), Last = g.Max(u => u.UsedAt), Runs = g.Count(),
            })
            .Take(MostEntries + 1).ToListAsync(cancellation);
        return used.Count <= MostEntries ? used : throw new DomainException(CommonErrors.TooMany, null, nameof(LedgerAnswer.Uses), MostEntries);
    }

    private async Task<LedgerAnswer> TellAsync(IRegistryDb all, FoundationModel model, List<UsedUnder> used, CancellationToken cancellation)
    {
        Guid[] datasets = [.. used.Select(u => u.DatasetId).Distinct()];
        Guid[] versions = [.. used.Select(u => u.VersionId).Distinct()];
        Dictionary<Guid, string> numbers = await all.DatasetVersions.AsNoTracking().Where(v => versions.Contains(v.Id)).ToDictionaryAsync(v => v.Id, v => v.Number, cancellation);
        UseFacts facts = await new UseFactsReader(all).ReadAsync([model.ConsortiumId], datasets, checker.Calendar.Now, cancellation);
        LedgerEntry[] entries = [.. used.Select(u => u.ToEntry(facts.Datasets[u.DatasetId].Key, numbers[u.VersionId])).OrderBy(e => e.Dataset, StringComparer.Ordinal).ThenBy(e => e.FirstUsedAt)];
        return new LedgerAnswer
        {
            Model = model.Key, At = checker.Calendar.Now, Uses = entries, NotAllowed = [.. entries.Where(e => e.Verdict != Verdict.Permitted)],
            Releases = datasets.Length == 0 ? [] : [Release(facts, model, datasets, "releaseWeights"), Release(facts, model, datasets, "offerService")],
            Weights = new WeightsAtEnd(facts, checker, model).Of(used),
        };
    }

    private ReleaseAnswer Release(UseFacts facts, FoundationModel model, Guid[] datasets, string action)
    {
        DecidedUse decided = checker.Decide(CommonQuestions.Of(facts.Consortia[model.ConsortiumId], datasets, [Iris.Profile + action], model, checker.Calendar.Now), facts);
        MixAnswer answer = Answers.Mix(decided);
        return new ReleaseAnswer
        {
            Action = action, Verdict = answer.Verdict, HoldsUntil = answer.HoldsUntil, Against = [.. answer.Parts.Where(p => p.Verdict != Verdict.Permitted)],
            ReleaseClasses = [.. decided.Classes.Values.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], Conflicts = answer.Conflicts, Duties = answer.Duties,
        };
    }
}

/// <summary>Uses of one version under the same terms.</summary>
internal sealed record UsedUnder
{
    /// <summary>The dataset.</summary>
    public required Guid DatasetId { get; init; }

    /// <summary>Its version.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>Short name of what was done.</summary>
    public required string Action { get; init; }

    /// <summary>The answer then.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The kind of terms that decided.</summary>
    public LayerKind? Layer { get; init; }

    /// <summary>Which terms.</summary>
    public string? Source { get; init; }

    /// <summary>The agreement, where it is one.</summary>
    public Guid? AgreementId { get; init; }

    /// <summary>Version of the terms.</summary>
    public int? TermsVersion { get; init; }

    /// <summary>Their hash.</summary>
    public string? TermsSha256 { get; init; }

    /// <summary>When the first run began.</summary>
    public required DateTime First { get; init; }

    /// <summary>When the last began.</summary>
    public required DateTime Last { get; init; }

    /// <summary>How many runs.</summary>
    public required int Runs { get; init; }

    /// <summary>As it is told.</summary>
    public LedgerEntry ToEntry(string dataset, string version) => new()
    {
        Dataset = dataset, Version = version, FirstUsedAt = First, LastUsedAt = Last, Runs = Runs, Verdict = Verdict, Layer = Layer, Source = Source, TermsVersion = TermsVersion, TermsSha256 = TermsSha256,
    };
}
