using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Entitlements.UseCases.Ledger;

/// <summary>Says what the terms of agreements, as they hold now or held last, mean for weights once they have ended.</summary>
internal sealed class WeightsAtEnd(UseFacts facts, UseChecker checker, FoundationModel model)
{
    private const string Retain = Iris.Profile + "retainWeights";
    private const string Delete = Iris.Profile + "deleteWeights";
    private readonly LayerFinder layers = checker.Layers(facts);

    /// <summary>One entry for each agreement, which is as strict as its strictest dataset.</summary>
    public IReadOnlyList<WeightsAnswer> Of(IReadOnlyList<UsedUnder> used) =>
    [
        .. used.Where(u => u.AgreementId is { } id && facts.Agreements.ContainsKey(id)).GroupBy(u => u.AgreementId!.Value)
            .Select(g => Of(facts.Agreements[g.Key], [.. g.DistinctBy(u => (u.DatasetId, u.Action))])).OrderBy(w => w.Agreement, StringComparer.Ordinal),
    ];

    private WeightsAnswer Of(AgreementFacts agreement, UsedUnder[] used)
    {
        (WeightsAfterEnd After, Clause? Clause, string Dataset)[] said = [.. used.Select(u => Said(agreement, u))];
        WeightsAfterEnd strictest = said.Max(s => s.After);
        Clause? clause = said.FirstOrDefault(s => s.After == strictest && s.Clause is not null).Clause;
        return new WeightsAnswer
        {
            Agreement = agreement.Number, LastDay = agreement.LastDay, AfterEnd = strictest, Article = clause?.Article, Words = clause?.Words,
            Datasets = [.. said.Where(s => s.After == strictest).Select(s => s.Dataset).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }

    private (WeightsAfterEnd After, Clause? Clause, string Dataset) Said(AgreementFacts agreement, UsedUnder used)
    {
        string key = facts.Datasets[used.DatasetId].Key;
        Layer[] own = [.. layers.Of(model.ConsortiumId, used.DatasetId, used.First).Where(l => l.Kind == LayerKind.Agreement && l.SourceId == agreement.Id)];
        if (own.Length == 0) return (WeightsAfterEnd.TermsSayNothing, null, key);
        DateTimeOffset at = LastHeld(own);
        UseQuestion use = Question(used.DatasetId, UseNames.Action(used.Action, nameof(used.Action)), at);
        if (UseCheckEngine.Decide(use, own).Duties.Select(d => d.Duty).FirstOrDefault(d => Names(d, Delete)) is { } duty)
        {
            return (WeightsAfterEnd.MustBeDestroyed, duty.Clause, key);
        }

        if (Obligation(own, use) is { } owed) return (WeightsAfterEnd.MustBeDestroyed, owed.Clause, key);
        RuleReason[] named = [.. UseCheckEngine.Decide(Question(used.DatasetId, Retain, at), own).Reasons.Where(r => r is { Counted: true, Outcome: Satisfaction.Yes } && Names(r.Rule, Retain))];
        return named.FirstOrDefault(r => r.Rule.Kind == RuleKind.Prohibition) is { } forbidden ? (WeightsAfterEnd.MustBeDestroyed, forbidden.Rule.Clause, key)
            : named.FirstOrDefault(r => r.Rule.Kind == RuleKind.Permission) is { } permitted ? (WeightsAfterEnd.MayBeKept, permitted.Rule.Clause, key)
            : (WeightsAfterEnd.TermsSayNothing, null, key);
    }

    // What was never permitted owes no less: obligations of the policy itself bind whatever was used.
    private static Rule? Obligation(Layer[] own, UseQuestion use) => own.SelectMany(l => l.Terms.Policy.Rules)
        .FirstOrDefault(r => r.Kind == RuleKind.Duty && Names(r, Delete) && !r.IsForOthers(use.Assignee, use.AssigneeIn));

    // Terms that no longer hold are asked of the last moment at which they did; that is where the duty arises.
    private DateTimeOffset LastHeld(Layer[] own)
    {
        DateTimeOffset now = checker.Calendar.Now;
        return own.Any(l => !(l.Until <= now)) ? now : own.Max(l => l.Until!.Value).AddMicroseconds(-1);
    }

    private UseQuestion Question(Guid dataset, string action, DateTimeOffset at) =>
        new UseDecider(facts, layers).Put(CommonQuestions.Of(facts.Consortia[model.ConsortiumId], [dataset], [action], model, at)).Single().Question;

    // A permission of all use is no word on what becomes of weights.
    private static bool Names(Rule rule, string action) => rule.Actions.Any(a => a.Iri == action);
}
