using DataCatalog.Core.Search;
using DataCatalog.Search.Text;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Core.Search;
using Elastic.Clients.Elasticsearch.QueryDsl;

namespace DataCatalog.Search.Elastic;

/// <summary>One question: as the cluster is asked it, and what its answer says.</summary>
internal sealed class Question
{
    private readonly SearchQuery asked;
    private readonly HitQuery hits;
    private readonly FacetCounts facets;
    private readonly Query? text;
    private readonly IReadOnlyList<TermPattern> patterns = [];

    /// <summary>Prepares a question.</summary>
    public Question(SearchQuery asked)
    {
        this.asked = asked;
        hits = new HitQuery(asked);
        facets = new FacetCounts(asked, hits);
        if (asked.Text is not null) (text, patterns) = TextQuery.Build(asked.Text);
    }

    /// <summary>The request to an index.</summary>
    public SearchRequest Ask(string index)
    {
        Dictionary<SearchFacet, Query> filters = asked.Filters.Where(f => f.Value.Count > 0).ToDictionary(f => f.Key, f => hits.Filter(f.Key, f.Value));
        return new SearchRequest(index)
        {
            Query = new BoolQuery { Must = text is null ? null : [text], Filter = [.. hits.Bounds()] },
            // After the facets are counted, so that a facet's own filter does not narrow it.
            PostFilter = filters.Count == 0 ? null : (Query)new BoolQuery { Filter = filters.Values },
            Aggregations = facets.Ask(filters),
            Sort = Order(),
            TrackScores = text is not null,
            TrackTotalHits = true,
            AllowPartialSearchResults = false,
            From = asked.Take == 0 ? 0 : asked.Skip,
            Size = asked.Take,
            Source = asked.Highlight,
        };
    }

    /// <summary>What the answer says.</summary>
    public SearchResult Read(SearchResponse<ElasticTexts> answer) => new([.. answer.Hits.Select(Hit)], answer.Total, facets.Read(answer.Aggregations));

    private SortOptions[] Order()
    {
        SortOptions byId = new FieldSort("id") { Order = SortOrder.Asc };
        return asked.Order switch
        {
            SearchOrder.Newest => [new FieldSort("registeredAt") { Order = SortOrder.Desc }, byId],
            SearchOrder.Key => [new FieldSort("key.sort") { Order = SortOrder.Asc }, byId],
            _ when text is null => [byId],
            _ => [new SortOptions { Score = new ScoreSort { Order = SortOrder.Desc } }, byId],
        };
    }

    private SearchHit Hit(Hit<ElasticTexts> hit) => new(Guid.ParseExact(hit.Id!, "D"), text is null ? 0 : hit.Score ?? 0, Marked(hit.Source));

    private Dictionary<string, string> Marked(ElasticTexts? texts)
    {
        var marked = new Dictionary<string, string>(StringComparer.Ordinal);
        if (texts is null || patterns.Count == 0) return marked;
        foreach ((string field, string? value) in texts.Fields())
        {
            if (value is not null && Highlighter.Mark(value, patterns) is { } passage) marked[field] = passage;
        }

        return marked;
    }
}

/// <summary>The texts that the cluster keeps of a document, for marking.</summary>
internal sealed record ElasticTexts(string? TitleKo, string? TitleEn, string? DescriptionKo, string? DescriptionEn)
{
    /// <summary>The texts by the port's names.</summary>
    public IEnumerable<(string Field, string? Text)> Fields() =>
        [(nameof(TitleKo), TitleKo), (nameof(TitleEn), TitleEn), (nameof(DescriptionKo), DescriptionKo), (nameof(DescriptionEn), DescriptionEn)];
}
