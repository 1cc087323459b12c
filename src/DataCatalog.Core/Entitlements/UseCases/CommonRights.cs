using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>
/// Answers the common questions of every consortium about datasets for all days from today on, by the engine that answers them one by one: the search's
/// filter and the use-check cannot disagree. The days are absolute, so that a day that passes makes nothing stale; what changes terms, grants, exemptions,
/// licences, datasets or consortia makes the datasets it touches be read again.
/// </summary>
public sealed class CommonRights(UseChecker checker)
{
    /// <summary>Spans of days on which a common question is permitted, by dataset.</summary>
    /// <param name="db">The rows as the registry itself sees them.</param>
    /// <param name="datasets">The datasets.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ILookup<Guid, DocumentMay>> ReadAsync(IRegistryDb db, IReadOnlyCollection<Guid> datasets, CancellationToken cancellation)
    {
        List<Guid> consortia = await db.Consortia.AsNoTracking().OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellation);
        UseFacts facts = await new UseFactsReader(db).ReadAsync(consortia, datasets, checker.Calendar.Now, cancellation);
        LayerFinder layers = checker.Layers(facts);
        var decider = new UseDecider(facts, layers);
        DateTimeOffset today = checker.Calendar.StartOf(checker.Calendar.Today);
        var alike = new Dictionary<string, DocumentMay[]>(StringComparer.Ordinal);
        return (from dataset in facts.Datasets.Values from consortium in facts.Consortia.Values from may in Of(decider, layers, consortium, dataset, today, alike) select (dataset.Id, may))
            .ToLookup(x => x.Id, x => x.may);
    }

    // Most datasets have nothing but a common licence: what those say is decided once for all that are alike.
    private DocumentMay[] Of(UseDecider decider, LayerFinder layers, ConsortiumFacts consortium, DatasetFacts dataset, DateTimeOffset from, Dictionary<string, DocumentMay[]> alike)
    {
        IReadOnlyList<Layer> covering = layers.Of(consortium.Id, dataset.Id, from);
        if (covering.Count == 0) return [];
        if (covering is not [{ Kind: LayerKind.Licence, Until: null } only]) return Spans(decider, consortium, dataset, from);
        string key = $"{consortium.Key} {only.Sha256} {string.Join(',', dataset.Modalities)} {string.Join(',', dataset.Languages)}";
        if (!alike.TryGetValue(key, out DocumentMay[]? known)) alike.Add(key, known = Spans(decider, consortium, dataset, from));
        return known;
    }

    private DocumentMay[] Spans(UseDecider decider, ConsortiumFacts consortium, DatasetFacts dataset, DateTimeOffset from) =>
        [.. decider.Put(CommonQuestions.Of(consortium, dataset.Id, null, from)).SelectMany(p => Spans(consortium.Id, p))];

    private IEnumerable<DocumentMay> Spans(Guid consortium, PutQuestion put)
    {
        string action = UseNames.Short(put.Action);
        DateTimeOffset? since = UseCheckEngine.VerdictOf(put.Question, put.Layers) == Verdict.Permitted ? put.Question.At : null;
        foreach (Flip flip in Flips.Within(put.Question, put.Layers, DateTimeOffset.MaxValue))
        {
            if (since is { } start && Span(consortium, action, start, flip.At) is { } span) yield return span;
            since = flip.To == Verdict.Permitted ? flip.At : null;
        }

        if (since is { } open) yield return new DocumentMay(consortium, action, FirstDay(open), null);
    }

    private DocumentMay? Span(Guid consortium, string action, DateTimeOffset start, DateTimeOffset end)
    {
        (DateOnly first, DateOnly after) = (FirstDay(start), FirstDay(end));
        return first < after ? new DocumentMay(consortium, action, first, after) : null;
    }

    // A day stands for its first instant; of a span that begins within a day the next day is the first.
    private DateOnly FirstDay(DateTimeOffset instant)
    {
        DateOnly day = checker.Calendar.DayOf(instant);
        return checker.Calendar.StartOf(day) >= instant ? day : day.AddDays(1);
    }
}
