using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Core.Licensing.UseCheck.Mix;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases.Requests;

/// <summary>Foresees what the terms would answer if rights were granted.</summary>
/// <param name="all">The rows as staff see them: which agreements there are concerns nobody else.</param>
/// <param name="checker">Asks the engine.</param>
internal sealed class GrantForesight(IRegistryDb all, UseChecker checker)
{
    /// <summary>Of each dataset the best answer that a signed agreement could give, and which agreement; over several actions the firmest no.</summary>
    public async Task<IReadOnlyDictionary<Guid, Outlook>> OutlooksAsync(AskedUse asked, CancellationToken cancellation)
    {
        var reader = new UseFactsReader(all);
        UseFacts facts = await reader.ReadAsync([asked.ConsortiumId], asked.Datasets, checker.Calendar.Now, cancellation);
        ILookup<Guid, Guid> covered = await CoveredAsync(asked, cancellation);
        IReadOnlyDictionary<Guid, AgreementFacts> agreements = await reader.AgreementsAsync([.. covered.Select(c => c.Key)], checker.Calendar.Now, cancellation);
        Dictionary<Guid, Outlook> best = Verdicts(facts, asked).ToDictionary(v => v.Key, v => new Outlook(v.Value, null));
        foreach (IGrouping<Guid, Guid> agreement in covered.OrderBy(c => c.Key))
        {
            UseFacts granted = facts.Granting(agreement.Select(dataset => (asked.ConsortiumId, dataset, agreement.Key)), agreements);
            foreach ((Guid dataset, Verdict verdict) in Verdicts(granted, asked with { Datasets = [.. agreement] }))
            {
                if (best[dataset].AgreementId is null || MixEngine.Firmness(verdict) < MixEngine.Firmness(best[dataset].IfGranted)) best[dataset] = new Outlook(verdict, agreement.Key);
            }
        }

        return best;
    }

    /// <summary>Refuses rights to actions that the terms would not permit even so (domain rule 12). A fact that is missing, or a day that has not come, is not a no.</summary>
    /// <exception cref="DomainException"><c>terms-forbid</c>, with the clause.</exception>
    public async Task RequireAllowedAsync(IReadOnlyCollection<PlannedGrant> grants, CancellationToken cancellation)
    {
        if (grants.All(g => g.Actions.Count == 0)) return;
        var reader = new UseFactsReader(all);
        UseFacts facts = await reader.ReadAsync([.. grants.Select(g => g.ConsortiumId).Distinct()], [.. grants.Select(g => g.DatasetId).Distinct()], checker.Calendar.Now, cancellation);
        IReadOnlyDictionary<Guid, AgreementFacts> agreements = await reader.AgreementsAsync([.. grants.Select(g => g.AgreementId).Distinct()], checker.Calendar.Now, cancellation);
        UseFacts granted = facts.WithoutGrants().Granting(grants.Select(g => (g.ConsortiumId, g.DatasetId, g.AgreementId)), agreements);
        var decider = new UseDecider(granted, checker.Layers(granted));
        foreach (PlannedGrant grant in grants)
        {
            DateTimeOffset start = checker.Calendar.StartOf(grant.StartsOn);
            DateTimeOffset at = start > checker.Calendar.Now ? start : checker.Calendar.Now;
            string[] actions = [.. grant.Actions.Select(a => UseNames.Action(a, nameof(Entitlement.Actions)))];
            foreach (PutQuestion put in decider.Put(CommonQuestions.Of(granted.Consortia[grant.ConsortiumId], [grant.DatasetId], actions, grant.Model, at)))
            {
                Decision decision = UseCheckEngine.Decide(put.Question, put.Layers);
                if (decision.Verdict is Verdict.Prohibited or Verdict.NotPermitted) throw Forbidden(decision, put, agreements[grant.AgreementId].Number);
            }
        }
    }

    private async Task<ILookup<Guid, Guid>> CoveredAsync(AskedUse asked, CancellationToken cancellation)
    {
        DateOnly day = checker.Calendar.DayOf(asked.At);
        IReadOnlyList<Guid> datasets = asked.Datasets;
        var rows = await all.Agreements.AsNoTracking()
            .Where(a => a.SignedOn != null && a.TerminatedOn == null && a.SupersededById == null && (a.EndsOn == null || a.EndsOn >= day))
            .SelectMany(a => a.Datasets).Where(d => datasets.Contains(d.DatasetId)).Select(d => new { d.AgreementId, d.DatasetId }).ToListAsync(cancellation);
        return rows.ToLookup(r => r.AgreementId, r => r.DatasetId);
    }

    private Dictionary<Guid, Verdict> Verdicts(UseFacts facts, AskedUse asked)
    {
        ILookup<string, Verdict> verdicts = new UseDecider(facts, checker.Layers(facts)).Put(asked).ToLookup(p => p.Dataset, p => UseCheckEngine.VerdictOf(p.Question, p.Layers), StringComparer.Ordinal);
        return asked.Datasets.ToDictionary(id => id, id => verdicts[facts.Datasets[id].Key].MaxBy(MixEngine.Firmness));
    }

    private DomainException Forbidden(Decision decision, PutQuestion put, string agreement)
    {
        LocalizedText why = LocalizedText.Of(Told(decision, korean: true), Told(decision, korean: false), "Terms", 2000);
        return new DomainException(EntitlementErrors.TermsForbid, nameof(Entitlement.Actions), decision.DecidedBy?.Source ?? agreement, UseNames.Short(put.Action), put.Dataset, why);
    }

    private string Told(Decision decision, bool korean)
    {
        string text = string.Join(' ', new DecisionWords(korean, checker.Calendar.Zone).Of(decision).Take(4)).ReplaceLineEndings(" ");
        return text.Length <= 1500 ? text : text[..1500] + "…";
    }
}

/// <summary>What the terms would answer once granted, and by which agreement; null where none covers it.</summary>
internal sealed record Outlook(Verdict IfGranted, Guid? AgreementId);

/// <summary>A right that is to be granted.</summary>
internal sealed record PlannedGrant(Guid ConsortiumId, Guid DatasetId, Guid AgreementId, IReadOnlyList<string> Actions, FoundationModel? Model, DateOnly StartsOn)
{
    /// <summary>The right as it would be kept.</summary>
    public static PlannedGrant Of(Entitlement entitlement, FoundationModel? model) =>
        new(entitlement.ConsortiumId, entitlement.DatasetId, entitlement.AgreementId, entitlement.Actions, model, entitlement.StartsOn);
}
