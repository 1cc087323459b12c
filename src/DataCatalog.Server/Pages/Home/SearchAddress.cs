using DataCatalog.Core.Search;
using DataCatalog.Server.Api.Catalogue;
using Microsoft.AspNetCore.Http.Extensions;

namespace DataCatalog.Server.Pages.Home;

/// <summary>A search as its address has it, so that it can be shared; facets and rights are named as the OData service names them.</summary>
public sealed record SearchAddress
{
    /// <summary>Hits on a page.</summary>
    public const int PageSize = 20;

    private static readonly Dictionary<string, SearchOrder> Orders = new(StringComparer.Ordinal) { ["relevance"] = SearchOrder.Relevance, ["newest"] = SearchOrder.Newest, ["key"] = SearchOrder.Key };

    /// <summary>What was typed.</summary>
    public string Words { get; init; } = "";

    /// <summary>Values that facets are narrowed to.</summary>
    public IReadOnlyDictionary<SearchFacet, IReadOnlyList<string>> Filters { get; init; } = new Dictionary<SearchFacet, IReadOnlyList<string>>();

    /// <summary>Actions that must be permitted.</summary>
    public IReadOnlyList<string> May { get; init; } = [];

    /// <summary>On which day, or null for today.</summary>
    public string? On { get; init; }

    /// <summary>To which consortium; null for the viewer's own.</summary>
    public string? Consortium { get; init; }

    /// <summary>The order chosen, or null.</summary>
    public SearchOrder? Chosen { get; init; }

    /// <summary>Which page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The order: the one chosen, else the best first where there are words.</summary>
    public SearchOrder Order => Chosen ?? (Words.Length > 0 ? SearchOrder.Relevance : SearchOrder.Newest);

    /// <summary>Whether anything narrows it beside the words.</summary>
    public bool IsNarrowed => Filters.Count > 0 || May.Count > 0;

    /// <summary>The address.</summary>
    public string Href => "/" + Query(forPages: true).ToQueryString();

    /// <summary>The same question put to the OData service.</summary>
    public string OData => "/odata/Datasets" + Query(forPages: false).ToQueryString();

    /// <summary>The words alone, whatever else the request holds.</summary>
    public static SearchAddress WordsOf(HttpRequest request) => new() { Words = request.Query["q"].ToString().Trim() };

    /// <summary>What a request asks for.</summary>
    /// <exception cref="Core.Common.DomainException">A facet's value cannot be.</exception>
    public static SearchAddress Of(HttpRequest request) => WordsOf(request) with
    {
        Filters = FacetQuery.Of(request).Where(f => f.Value.Count > 0).ToDictionary(),
        May = [.. request.Query["may"].OfType<string>().SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)],
        On = Given(request, "on"),
        Consortium = Given(request, "consortium"),
        Chosen = Orders.TryGetValue(request.Query["sort"].ToString(), out SearchOrder order) ? order : null,
        Page = int.TryParse(request.Query["page"], out int page) && page is > 0 and <= 500 ? page : 1,
    };

    /// <summary>Name of an order in an address.</summary>
    public static string NameOf(SearchOrder order) => Orders.First(o => o.Value == order).Key;

    /// <summary>Whether a facet is narrowed to a value.</summary>
    public bool Has(SearchFacet facet, string value) => facet == SearchFacet.May ? May.Contains(value) : Filters.TryGetValue(facet, out IReadOnlyList<string>? values) && values.Contains(value);

    /// <summary>The same without a value of a facet, from its first page.</summary>
    public SearchAddress Without(SearchFacet facet, string value) => facet == SearchFacet.May
        ? this with { Page = 1, May = [.. May.Where(m => m != value)] }
        : this with { Page = 1, Filters = Filters.Select(f => f.Key == facet ? KeyValuePair.Create(f.Key, (IReadOnlyList<string>)[.. f.Value.Where(v => v != value)]) : f).Where(f => f.Value.Count > 0).ToDictionary() };

    /// <summary>The same with nothing that narrows it.</summary>
    public SearchAddress Widened() => new() { Words = Words, Consortium = Consortium, Chosen = Chosen };

    private static string? Given(HttpRequest request, string name) => request.Query[name].ToString().Trim() is { Length: > 0 } value ? value : null;

    private QueryBuilder Query(bool forPages)
    {
        var query = new QueryBuilder();
        if (Words.Length > 0) query.Add(forPages ? "q" : "$search", Words);
        foreach ((SearchFacet facet, IReadOnlyList<string> values) in Filters.OrderBy(f => f.Key)) query.Add(facet.ToString(), values);
        if (May.Count > 0) query.Add("may", forPages ? May : [string.Join(',', May)]);
        if (On is not null && (forPages || May.Count > 0)) query.Add("on", On);
        if (Consortium is not null && (forPages || May.Count > 0)) query.Add("consortium", Consortium);
        if (forPages && Chosen is { } order) query.Add("sort", NameOf(order));
        if (forPages && Page > 1) query.Add("page", Page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return query;
    }
}
