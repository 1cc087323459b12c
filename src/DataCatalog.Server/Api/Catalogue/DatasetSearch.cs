using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Search;
using DataCatalog.Core.Search.UseCases;
using DataCatalog.Server.Api.Query;
using DataCatalog.Server.Hosting.Errors;
using DataCatalog.Server.Hosting.Options;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OData.Extensions;
using Microsoft.AspNetCore.OData.Query;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.OData.UriParser;

namespace DataCatalog.Server.Api.Catalogue;

/// <summary>
/// Answers <c>$search</c> on datasets: the engine finds and ranks, the database filters and shows. With <c>$orderby</c> the
/// database orders what the engine found, up to a number of hits; without it the best come first.
/// </summary>
public sealed class DatasetSearch(IRegistryDb db, SearchDatasets useCase, RightsAsker asker, ReadPath reads, PageTokens tokens, IOptions<CatalogOptions> options)
{
    private const int MostOrdered = 10_000;
    private const int Batch = 1000;

    /// <summary>Answers the datasets found, with score and marks as annotations <c>search.score</c> and <c>search.highlight</c>.</summary>
    /// <exception cref="DomainException">The query is malformed, not offered or over a limit.</exception>
    public Task<IActionResult> FindAsync(HttpRequest request, CancellationToken cancellation) =>
        QueryFaults.AskAsync(request, () => FoundAsync(request, cancellation));

    /// <summary>Answers the facets of the datasets found.</summary>
    /// <exception cref="DomainException">The query is malformed, not offered or over a limit.</exception>
    public Task<IActionResult> FacetsAsync(HttpRequest request, CancellationToken cancellation) =>
        QueryFaults.AskAsync(request, () => CountedAsync(request, cancellation));

    /// <summary>Whether a request asks the search engine: by words, or by a facet that only it can narrow by.</summary>
    public static bool Concerns(HttpRequest request) => request.Query.ContainsKey("$search") || MayQuery.IsIn(request) || FacetQuery.Of(request).Count > 0;

    private async Task<IActionResult> FoundAsync(HttpRequest request, CancellationToken cancellation)
    {
        ODataQueryOptions<DatasetModel> query = reads.Parse<DatasetModel>(request);
        if (query.Apply is not null || query.Compute is not null) throw new DomainException(ApiErrors.BadQuery, "$search", "$search does not go with $apply and $compute.");
        SearchDatasetsInput input = new() { RawText = query.RawValues.Search, Filters = FacetQuery.Of(request), Only = await OnlyAsync(query, cancellation), May = await MayQuery.OfAsync(request, asker, cancellation) };
        if (request.ODataFeature().Path.LastSegment is CountSegment) return ReadPath.Number((await useCase.RunAsync(input with { Take = 0 }, cancellation)).Total);
        return query.OrderBy is null ? await RankedAsync(request, query, input, cancellation) : await OrderedAsync(request, query, input, cancellation);
    }

    private async Task<IActionResult> CountedAsync(HttpRequest request, CancellationToken cancellation)
    {
        ODataQueryOptions<DatasetModel> query = reads.Parse<DatasetModel>(request);
        SearchDatasetsInput input = new()
        {
            RawText = query.RawValues.Search,
            Filters = FacetQuery.Of(request),
            Only = await OnlyAsync(query, cancellation),
            May = await MayQuery.OfAsync(request, asker, cancellation),
            Facets = Enum.GetValues<SearchFacet>(),
            Take = 0,
        };
        SearchResult found = await useCase.RunAsync(input, cancellation);
        return new OkObjectResult(found.Facets.OrderBy(f => f.Key).Select(f => new FacetModel
        {
            Name = f.Key.ToString(),
            Values = [.. f.Value.Select(v => new FacetValueModel { Value = v.Value, Count = v.Count })],
        }).ToList());
    }

    private async Task<IActionResult> RankedAsync(HttpRequest request, ODataQueryOptions<DatasetModel> query, SearchDatasetsInput input, CancellationToken cancellation)
    {
        string mark = $"{request.Path}?{query.RawValues.Filter}|{query.RawValues.Search}|{FacetQuery.Text(request)}|{MayQuery.Text(request)}|score";
        int skip = query.SkipToken is null ? query.Skip?.Value ?? 0 : int.Parse(tokens.Open(query.SkipToken.RawValue, mark), System.Globalization.CultureInfo.InvariantCulture);
        int take = Math.Min(query.Top?.Value ?? int.MaxValue, reads.PageSize(request));
        SearchResult found = await useCase.RunAsync(input with { Skip = Math.Min(skip, MostOrdered), Take = take, Highlight = true }, cancellation);
        List<Guid> ids = [.. found.Hits.Select(h => h.Id)];
        (IQueryable<DatasetModel> models, Expansion expansion) = reads.Narrow(query, db.Datasets.Where(d => ids.Contains(d.Id)), SetRules.Of("Datasets"));
        Dictionary<Guid, DatasetModel> rows = await models.ToDictionaryAsync(m => m.Id, cancellation);
        List<DatasetModel> page = [.. found.Hits.Where(h => rows.ContainsKey(h.Id)).Select(h => Annotate(rows[h.Id], h))];
        int next = skip + take;
        if (found.Total > next && (query.Top is null || query.Top.Value > take) && next <= MostOrdered)
        {
            string token = tokens.Seal(next.ToString(System.Globalization.CultureInfo.InvariantCulture), mark);
            request.ODataFeature().NextLink = Links.Next(request, options.Value.PublicUrl, token, query.Top?.Value - take);
        }

        return Answer(request, query, page, expansion, found.Total);
    }

    private async Task<IActionResult> OrderedAsync(HttpRequest request, ODataQueryOptions<DatasetModel> query, SearchDatasetsInput input, CancellationToken cancellation)
    {
        List<Guid> ids = [];
        for (int skip = 0; ; skip += Batch)
        {
            SearchResult found = await useCase.RunAsync(input with { Skip = skip, Take = Batch }, cancellation);
            if (found.Total > MostOrdered) throw new DomainException(ApiErrors.QueryTooComplex, "$orderby", $"$orderby with $search finds more than {MostOrdered} datasets");
            ids.AddRange(found.Hits.Select(h => h.Id));
            if (skip + Batch >= found.Total) break;
        }

        (IQueryable<DatasetModel> models, Expansion expansion) = reads.Narrow(query, db.Datasets.Where(d => ids.Contains(d.Id)), SetRules.Of("Datasets"));
        List<DatasetModel> page = await reads.PageAsync(request, query, models, cancellation);
        return Answer(request, query, page, expansion, ids.Count);
    }

    private static OkObjectResult Answer(HttpRequest request, ODataQueryOptions<DatasetModel> query, List<DatasetModel> page, Expansion expansion, long total)
    {
        expansion.Shape(page, request.GetModel(), ReadPath.InMemory);
        if (query.Count?.Value == true) request.ODataFeature().TotalCount = total;
        request.ODataFeature().SelectExpandClause = query.SelectExpand?.SelectExpandClause;
        return new OkObjectResult(page);
    }

    // The filter's answer goes to the engine as a set of ids, so that its counts, facets and pages are of both.
    private async Task<IReadOnlySet<Guid>?> OnlyAsync(ODataQueryOptions<DatasetModel> query, CancellationToken cancellation)
    {
        if (query.Filter is null) return null;
        IQueryable<DatasetModel> models = reads.Narrow(query, db.Datasets, SetRules.Of("Datasets")).Models;
        return (await models.Select(m => m.Id).ToListAsync(cancellation)).ToHashSet();
    }

    private static DatasetModel Annotate(DatasetModel model, SearchHit hit)
    {
        model.Hit = hit;
        return model;
    }
}
