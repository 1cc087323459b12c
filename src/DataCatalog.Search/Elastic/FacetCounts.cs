using DataCatalog.Core.Search;
using Elastic.Clients.Elasticsearch.Aggregations;
using Elastic.Clients.Elasticsearch.QueryDsl;

namespace DataCatalog.Search.Elastic;

/// <summary>Asks for the facets of a question and reads their counts.</summary>
/// <param name="question">The question.</param>
/// <param name="hits">Its filters.</param>
internal sealed class FacetCounts(SearchQuery question, HitQuery hits)
{
    // More than there are actions.
    private const int MostActions = 1000;

    private const string Values = "values";
    private const string Own = "own";
    private const string Datasets = "datasets";

    /// <summary>The facets; each counts what the other facets' filters let pass.</summary>
    /// <param name="filters">The filter of each facet that is narrowed.</param>
    public Dictionary<string, Aggregation> Ask(IReadOnlyDictionary<SearchFacet, Query> filters) => question.Facets.Distinct().ToDictionary(f => f.ToString(), f => new Aggregation
    {
        Filter = new BoolQuery { Filter = [.. filters.Where(o => o.Key != f).Select(o => o.Value)] },
        Aggregations = new Dictionary<string, Aggregation> { [Values] = Count(f) },
    });

    /// <summary>The counts, most frequent first, then by value.</summary>
    public IReadOnlyDictionary<SearchFacet, IReadOnlyList<FacetCount>> Read(AggregateDictionary? answer) => question.Facets.Distinct().ToDictionary(
        f => f,
        IReadOnlyList<FacetCount> (f) => [.. ReadOne(f, ((FilterAggregate)answer![f.ToString()]!).Aggregations!).Where(c => c.Count > 0)
            .OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal).Take(question.FacetSize)]);

    private Aggregation Count(SearchFacet facet) => facet switch
    {
        SearchFacet.PermittedAction => Actions("rights", "rights.actions", hits.CountedRights()),
        SearchFacet.May => Actions("may", "may.action", hits.HeldPermissions()),
        SearchFacet.EndsWithin => new FiltersAggregation { Filters = hits.Spans() },
        _ => new TermsAggregation { Field = HitQuery.FieldOf(facet), Size = question.FacetSize },
    };

    // Several rights can permit the same action; back at the dataset it counts once.
    private static Aggregation Actions(string path, string field, Query counted) => new()
    {
        Nested = new NestedAggregation { Path = path },
        Aggregations = new Dictionary<string, Aggregation>
        {
            [Own] = new()
            {
                Filter = counted,
                Aggregations = new Dictionary<string, Aggregation>
                {
                    [Values] = new()
                    {
                        Terms = new TermsAggregation { Field = field, Size = MostActions },
                        Aggregations = new Dictionary<string, Aggregation> { [Datasets] = new ReverseNestedAggregation() },
                    },
                },
            },
        },
    };

    private static IEnumerable<FacetCount> ReadOne(SearchFacet facet, AggregateDictionary answer) => facet switch
    {
        SearchFacet.PermittedAction or SearchFacet.May => Buckets(((FilterAggregate)((NestedAggregate)answer[Values]!).Aggregations![Own]!).Aggregations!)
            .Select(b => new FacetCount(b.Key.ToString(), ((ReverseNestedAggregate)b.Aggregations![Datasets]!).DocCount)),
        SearchFacet.EndsWithin => ((FiltersAggregate)answer[Values]!).Buckets.Select(b => new FacetCount(b.Key!, b.DocCount)),
        _ => Buckets(answer).Select(b => new FacetCount(b.Key.ToString(), b.DocCount)),
    };

    private static IReadOnlyCollection<StringTermsBucket> Buckets(AggregateDictionary answer) => answer[Values] is StringTermsAggregate terms ? terms.Buckets : [];
}
