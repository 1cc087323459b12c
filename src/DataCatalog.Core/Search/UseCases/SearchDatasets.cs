using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Search.UseCases;

/// <summary>A question as its asker puts it; who asks and what day it is are added here.</summary>
public sealed record SearchDatasetsInput
{
    /// <summary>What the asker typed, read by <see cref="SearchText"/>; used where <see cref="Text"/> is absent.</summary>
    public string? RawText { get; init; }

    /// <summary>The words as a tree, where the caller has read them.</summary>
    public SearchExpression? Text { get; init; }

    /// <summary>Values that facets are narrowed to.</summary>
    public IReadOnlyDictionary<SearchFacet, IReadOnlyList<string>> Filters { get; init; } = new Dictionary<SearchFacet, IReadOnlyList<string>>();

    /// <summary>Only these datasets; null for all.</summary>
    public IReadOnlySet<Guid>? Only { get; init; }

    /// <summary>What must be permitted; whoever asks has seen to whose it is.</summary>
    public SearchMay? May { get; init; }

    /// <summary>Facets to count.</summary>
    public IReadOnlyList<SearchFacet> Facets { get; init; } = [];

    /// <summary>Most values of each facet, 1 to 1000.</summary>
    public int FacetSize { get; init; } = 50;

    /// <summary>Hits to pass over, 0 to 10,000.</summary>
    public int Skip { get; init; }

    /// <summary>Hits to give, 0 to 1000.</summary>
    public int Take { get; init; } = 20;

    /// <summary>The order of the hits.</summary>
    public SearchOrder Order { get; init; } = SearchOrder.Relevance;

    /// <summary>Whether to mark the words in the texts.</summary>
    public bool Highlight { get; init; }
}

/// <summary>Finds datasets for whoever asks.</summary>
/// <param name="db">The rows as the asker sees them.</param>
/// <param name="index">The search engine.</param>
/// <param name="calendar">Today.</param>
public sealed class SearchDatasets(IRegistryDb db, ISearchIndex index, Calendar calendar)
{
    private static readonly SearchResult Nothing = new([], 0, new Dictionary<SearchFacet, IReadOnlyList<FacetCount>>());

    /// <summary>Answers; a hit that the database does not show to the asker is left out, however the index came to hold it.</summary>
    /// <exception cref="DomainException"><c>search-too-long</c>, <c>search-too-many-terms</c>, <c>search-too-deep</c>, or a number out of its range.</exception>
    /// <exception cref="SearchUnavailableException">The engine does not answer.</exception>
    public async Task<SearchResult> RunAsync(SearchDatasetsInput input, CancellationToken cancellation)
    {
        SearchExpression? text = input.Text ?? SearchText.Parse(input.RawText);
        SearchLimits.Check(text);
        CheckRanges(input);
        Actor actor = db.Actor;
        if (actor.Former) throw new DomainException(Entitlements.EntitlementErrors.YouLeft);
        if (!actor.SeesEverything && actor.ConsortiumId is null) return Nothing;
        SearchResult found = await index.SearchAsync(QuestionOf(input, text, actor), cancellation);
        return found with { Hits = await VisibleAsync(found.Hits, cancellation) };
    }

    private SearchQuery QuestionOf(SearchDatasetsInput input, SearchExpression? text, Actor actor) => new()
    {
        Text = text,
        Filters = input.Filters,
        Only = input.Only,
        May = input.May,
        Facets = input.Facets,
        FacetSize = input.FacetSize,
        Skip = input.Skip,
        Take = input.Take,
        Order = input.Order,
        Highlight = input.Highlight,
        Viewer = actor.SeesEverything ? null : actor.ConsortiumId,
        Today = calendar.Today,
    };

    private async Task<IReadOnlyList<SearchHit>> VisibleAsync(IReadOnlyList<SearchHit> hits, CancellationToken cancellation)
    {
        if (hits.Count == 0) return hits;
        List<Guid> ids = [.. hits.Select(h => h.Id)];
        HashSet<Guid> visible = [.. await db.Datasets.AsNoTracking().Where(d => ids.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancellation)];
        return [.. hits.Where(h => visible.Contains(h.Id))];
    }

    private static void CheckRanges(SearchDatasetsInput input)
    {
        CheckRange(input.Skip, 0, 10_000, nameof(input.Skip));
        CheckRange(input.Take, 0, 1000, nameof(input.Take));
        CheckRange(input.FacetSize, 1, 1000, nameof(input.FacetSize));
    }

    private static void CheckRange(int value, int least, int most, string field)
    {
        if (value < least || value > most) throw new DomainException(CommonErrors.Invalid, field, value, "number", $"use {least} to {most}");
    }
}
