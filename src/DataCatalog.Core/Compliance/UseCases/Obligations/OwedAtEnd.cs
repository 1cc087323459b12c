using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Sentences;
using DataCatalog.Core.Licensing.UseCheck;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases.Obligations;

/// <summary>Works out what is owed when rights end: the duties that the terms then in effect have for the time after (domain rule 10). Reads with a fixed number of queries.</summary>
/// <param name="cache">Compiled terms.</param>
/// <param name="calendar">The programme's days.</param>
public sealed class OwedAtEnd(TermsCache cache, Calendar calendar)
{
    private const int LongestText = 2000;

    /// <summary>What is owed at the ends.</summary>
    internal async Task<IReadOnlyList<OwedObligation>> OfAsync(IRegistryDb db, IReadOnlyCollection<RightEnd> ends, CancellationToken cancellation)
    {
        if (ends.Count == 0) return [];
        OwedFacts facts = await OwedFacts.ReadAsync(db, ends, cancellation);
        return [.. ends.SelectMany(e => Of(facts, e)).DistinctBy(o => o.Sha256)];
    }

    private IEnumerable<OwedObligation> Of(OwedFacts facts, RightEnd end)
    {
        if (facts.TermsOn(end.AgreementId, end.LastDay) is not { } terms) yield break;
        foreach (TimedDuty duty in TimedDuties.AfterEnd(cache.Of(terms.Sha256, () => terms.Odrl), facts.Question(end, calendar)))
        {
            ObligationKind kind = KindOf(duty.Action);
            IEnumerable<Guid?> models = kind == ObligationKind.DeleteWeights ? facts.ModelsOf(end).Select(m => (Guid?)m) : [null];
            foreach (Guid? model in models) yield return Owed(kind, ObligationCause.End, duty, terms, end.ConsortiumId, end.AgreementId, end.DatasetId, model, end.LastDay, duty.Within is { } within ? within.After(end.LastDay) : end.LastDay.AddDays(1));
        }
    }

    /// <summary>An obligation with its sentence in both languages. What the terms set no time for is due on the day after.</summary>
    internal OwedObligation Owed(ObligationKind kind, ObligationCause cause, TimedDuty duty, TermsFacts terms, Guid consortium, Guid agreement, Guid? dataset, Guid? model, DateOnly since, DateOnly? due)
    {
        string Sentence(Language language) => Short(PlainWords.Of(duty.Rule, language, zone: calendar.Zone)[0]);
        string? clause = duty.Rule.Clause is { } c ? Short(c.Words is null ? c.Article : $"{c.Article} {c.Words}") : null;
        return new OwedObligation(kind, cause, $"{duty.Action} {duty.Within}", consortium, agreement, dataset, model, since, due, LocalizedText.Of(Sentence(Language.Korean), Sentence(Language.English), nameof(Obligation.Text), LongestText), clause, terms.Version);
    }

    /// <summary>What kind of obligation an action is.</summary>
    internal static ObligationKind KindOf(string action) => action switch
    {
        Iris.Odrl + "delete" => ObligationKind.DeleteCopies,
        Iris.Profile + "deleteDerived" => ObligationKind.DeleteDerived,
        Iris.Profile + "deleteWeights" => ObligationKind.DeleteWeights,
        Iris.Profile + "certifyDeletion" => ObligationKind.CertifyDeletion,
        Iris.Profile + "reportUse" or Iris.Odrl + "inform" => ObligationKind.ReportUse,
        Iris.Odrl + "compensate" or Iris.Odrl + "pay" => ObligationKind.Pay,
        Iris.Odrl + "attribute" => ObligationKind.Attribute,
        _ => ObligationKind.Other,
    };

    private static string Short(string text) => text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 2]) ? LongestText - 2 : LongestText - 1)] + "…";
}

/// <summary>A version of an agreement's terms.</summary>
internal sealed record TermsFacts(Guid AgreementId, int Version, DateOnly EffectiveFrom, string Odrl, string Sha256);

/// <summary>What is known of the parties, datasets and agreements of some ends.</summary>
internal sealed class OwedFacts
{
    private readonly Dictionary<Guid, (string Key, string Programme, string Lead)> consortia = [];
    private readonly Dictionary<Guid, string> datasets = [];
    private readonly Dictionary<Guid, string> agreements = [];
    private readonly ILookup<Guid, TermsFacts> terms;
    private readonly ILookup<(Guid Consortium, Guid Dataset), Guid> models;

    private OwedFacts(ILookup<Guid, TermsFacts> terms, ILookup<(Guid, Guid), Guid> models) => (this.terms, this.models) = (terms, models);

    public static async Task<OwedFacts> ReadAsync(IRegistryDb db, IReadOnlyCollection<RightEnd> ends, CancellationToken cancellation)
    {
        Guid[] agreementIds = [.. ends.Select(e => e.AgreementId).Distinct()], datasetIds = [.. ends.Select(e => e.DatasetId).Distinct()], consortiumIds = [.. ends.Select(e => e.ConsortiumId).Distinct()];
        List<TermsFacts> versions = await db.Terms.AsNoTracking().Where(t => agreementIds.Contains(t.AgreementId)).Select(t => new TermsFacts(t.AgreementId, t.Version, t.EffectiveFrom, t.Odrl, t.Sha256)).ToListAsync(cancellation);
        var used = await db.UsageRecords.AsNoTracking().Where(u => datasetIds.Contains(u.DatasetId) && consortiumIds.Contains(u.ConsortiumId)).Select(u => new { u.ConsortiumId, u.DatasetId, u.ModelId }).Distinct().ToListAsync(cancellation);
        var facts = new OwedFacts(versions.ToLookup(t => t.AgreementId), used.ToLookup(u => (u.ConsortiumId, u.DatasetId), u => u.ModelId));
        var asked = await (from c in db.Consortia where consortiumIds.Contains(c.Id) join p in db.Programmes on c.ProgrammeId equals p.Id select new { c.Id, c.Key, Programme = p.Key, Lead = c.Lead!.Key }).ToListAsync(cancellation);
        foreach (var c in asked) facts.consortia[c.Id] = (c.Key, c.Programme, c.Lead);
        foreach (var d in await db.Datasets.AsNoTracking().Where(d => datasetIds.Contains(d.Id)).Select(d => new { d.Id, d.Key }).ToListAsync(cancellation)) facts.datasets[d.Id] = d.Key;
        foreach (var a in await db.Agreements.AsNoTracking().Where(a => agreementIds.Contains(a.Id)).Select(a => new { a.Id, a.Number }).ToListAsync(cancellation)) facts.agreements[a.Id] = a.Number;
        return facts;
    }

    /// <summary>The terms in effect on a day; the first where none was yet.</summary>
    public TermsFacts? TermsOn(Guid agreement, DateOnly day) =>
        terms[agreement].Where(t => t.EffectiveFrom <= day).OrderBy(t => t.EffectiveFrom).ThenBy(t => t.Version).LastOrDefault() ?? terms[agreement].MinBy(t => t.Version);

    /// <summary>All versions of an agreement's terms.</summary>
    public IEnumerable<TermsFacts> TermsOf(Guid agreement) => terms[agreement];

    /// <summary>The models that the consortium taught with the dataset.</summary>
    public IEnumerable<Guid> ModelsOf(RightEnd end) => models[(end.ConsortiumId, end.DatasetId)].Distinct();

    /// <summary>Who and what the duties are asked for.</summary>
    public UseQuestion Question(RightEnd end, Calendar calendar)
    {
        (string key, string programme, string lead) = consortia[end.ConsortiumId];
        return new UseQuestion
        {
            Assignee = Iris.Consortium(key), AssigneeIn = [Iris.Programme(programme), Iris.Organisation(lead)], Action = Iris.Odrl + "use", Target = Iris.Dataset(datasets[end.DatasetId]),
            TargetIn = [Iris.Agreement(agreements[end.AgreementId])], At = calendar.StartOf(end.LastDay), Facts = FactSet.Empty.With(Entitlements.UseChecks.UseNames.Consortium, Value.OfIri(Iris.Consortium(key))),
        };
    }
}
