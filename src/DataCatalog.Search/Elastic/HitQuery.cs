using DataCatalog.Core.Search;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.QueryDsl;

namespace DataCatalog.Search.Elastic;

/// <summary>Who may see which documents, and what the facets' values ask of them, as queries that do not count for the score.</summary>
/// <param name="question">The question.</param>
internal sealed class HitQuery(SearchQuery question)
{
    private static readonly int[] Days = [30, 90, 180, 365];

    /// <summary>What every hit must satisfy: visible, among those asked for, permitted.</summary>
    public IEnumerable<Query> Bounds()
    {
        yield return Is("deleted", false);
        if (question.Viewer is { } viewer) yield return VisibleTo(viewer);
        if (question.Only is { } only) yield return only.Count == 0 ? new MatchNoneQuery() : new IdsQuery { Values = new Ids(only.Select(ElasticDocument.IdOf)) };
        foreach (string action in question.May?.Actions ?? []) yield return May([action]);
    }

    /// <summary>The hits that a facet's values let pass.</summary>
    public Query Filter(SearchFacet facet, IReadOnlyList<string> values) => facet switch
    {
        SearchFacet.May => May(values),
        SearchFacet.PermittedAction => Nested("rights", All([.. Counted(), AnyOf("rights.actions", values)])),
        SearchFacet.EndsWithin => Days.Where(d => values.Contains(NameOf(d))).DefaultIfEmpty(0).Max() is > 0 and var days ? EndsWithin(days) : new MatchNoneQuery(),
        _ => AnyOf(FieldOf(facet), values),
    };

    /// <summary>The spans of <see cref="SearchFacet.EndsWithin"/> with the hits of each.</summary>
    public Dictionary<string, Query> Spans() => Days.ToDictionary(NameOf, EndsWithin);

    /// <summary>The rights that the viewer may count and that have not ended.</summary>
    public Query CountedRights() => All([.. Counted()]);

    /// <summary>The permissions of the consortium asked about, on its day.</summary>
    public Query HeldPermissions() => question.May is { } asked ? All([.. Held(asked)]) : new MatchNoneQuery();

    /// <summary>The field of a facet whose values are plain.</summary>
    public static string FieldOf(SearchFacet facet) => facet switch
    {
        SearchFacet.Modality => "modalities",
        SearchFacet.Language => "languages",
        SearchFacet.Domain => "domains",
        SearchFacet.Provider => "provider",
        SearchFacet.Licence => "licences",
        SearchFacet.Status => "status",
        _ => throw new NotSupportedException(facet.ToString()),
    };

    private static BoolQuery VisibleTo(Guid viewer) => new()
    {
        Should =
        [
            Is("status", nameof(Core.Catalogue.DatasetStatus.Available)),
            new BoolQuery { Filter = [Is("consortia", ElasticDocument.IdOf(viewer))], MustNot = [Is("status", nameof(Core.Catalogue.DatasetStatus.Draft))] },
        ],
        MinimumShouldMatch = 1,
    };

    private Query May(IReadOnlyList<string> actions) =>
        question.May is { } asked ? Nested("may", All([.. Held(asked), AnyOf("may.action", actions)])) : new MatchNoneQuery();

    private static IEnumerable<Query> Held(SearchMay asked)
    {
        string day = ElasticDocument.Day(asked.On);
        yield return Is("may.consortium", ElasticDocument.IdOf(asked.Consortium));
        yield return new DateRangeQuery("may.from") { Lte = day };
        yield return new DateRangeQuery("may.until") { Gt = day };
    }

    private IEnumerable<Query> Counted()
    {
        yield return new DateRangeQuery("rights.endsOn") { Gte = ElasticDocument.Day(question.Today) };
        if (question.Viewer is { } viewer) yield return Is("rights.consortium", ElasticDocument.IdOf(viewer));
    }

    private Query EndsWithin(int days) =>
        Nested("rights", All([.. Counted(), new DateRangeQuery("rights.endsOn") { Lte = ElasticDocument.Day(question.Today.AddDays(days)) }]));

    private static string NameOf(int days) => days.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static BoolQuery All(ICollection<Query> parts) => new() { Filter = parts };

    private static NestedQuery Nested(string path, Query query) => new(path, query);

    private static TermQuery Is(string field, FieldValue value) => new(field, value);

    private static TermsQuery AnyOf(string field, IReadOnlyList<string> values) => new(field, new TermsQueryField([.. values.Select(FieldValue.String)]));
}
