using System.Globalization;
using System.Runtime.CompilerServices;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Errors;
using DataCatalog.Server.Hosting.Options;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OData.Extensions;
using Microsoft.AspNetCore.OData.Query;
using Microsoft.AspNetCore.OData.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.OData.UriParser;

namespace DataCatalog.Server.Api.Query;

/// <summary>
/// The one way in which rows are read for the API: the rows the caller may see, shown as API models, narrowed, ordered and paged
/// within the limits, and wholly in memory before the first byte of the answer.
/// </summary>
public sealed class ReadPath(IMapper mapper, PageTokens tokens, Core.Common.Calendar calendar, IOptions<CatalogOptions> options)
{
    private readonly LimitOptions limits = options.Value.Limits;

    /// <summary>What the API's queries are bound with.</summary>
    public static ODataQuerySettings Settings { get; } = new() { HandleNullPropagation = HandleNullPropagationOption.False, TimeZone = TimeZoneInfo.Utc, EnsureStableOrdering = false };

    /// <summary>What nested options are applied with to rows in memory.</summary>
    public static ODataQuerySettings InMemory { get; } = new() { HandleNullPropagation = HandleNullPropagationOption.True, TimeZone = TimeZoneInfo.Utc };

    /// <summary>Answers a list.</summary>
    /// <param name="request">The request, with its query options.</param>
    /// <param name="rows">The rows to list, as the database shows them to this caller.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">The query is malformed, not offered or over a limit.</exception>
    public Task<IActionResult> ListAsync<TEntity, TModel>(HttpRequest request, IQueryable<TEntity> rows, CancellationToken cancellation)
        where TEntity : class
        where TModel : class =>
        QueryFaults.AskAsync(request, () => AnswerAsync<TEntity, TModel>(request, rows, cancellation));

    private async Task<IActionResult> AnswerAsync<TEntity, TModel>(HttpRequest request, IQueryable<TEntity> rows, CancellationToken cancellation)
        where TEntity : class
        where TModel : class
    {
        ODataQueryOptions<TModel> query = Parse<TModel>(request);
        SetRules rules = RulesOf(request);
        if (query.Search is not null) throw new DomainException(ApiErrors.BadQuery, "$search", "this set cannot be searched.");
        if (request.ODataFeature().Path.LastSegment is CountSegment) return await CountAsync(query, rows, rules, cancellation);
        if (query.Apply is not null || query.Compute is not null) return await ShapedAsync(request, query, rows, rules, cancellation);
        (IQueryable<TModel> models, Expansion expansion) = Narrow(query, rows, rules);
        if (query.Count?.Value == true) request.ODataFeature().TotalCount = await models.LongCountAsync(cancellation);
        List<TModel> page = await PageAsync(request, query, models, cancellation);
        expansion.Shape(page, request.GetModel(), InMemory);
        request.ODataFeature().SelectExpandClause = query.SelectExpand?.SelectExpandClause;
        return new OkObjectResult(page);
    }

    /// <summary>Answers one row, with its ETag.</summary>
    /// <exception cref="DomainException"><c>not-found</c>, or the query is malformed.</exception>
    public async Task<IActionResult> SingleAsync<TEntity, TModel>(HttpRequest request, IQueryable<TEntity> rows, int status, CancellationToken cancellation)
        where TEntity : class
        where TModel : class
    {
        ODataQueryOptions<TModel> query = Parse<TModel>(request);
        if (query.Filter is not null || query.OrderBy is not null || query.Top is not null || query.Skip is not null || query.Apply is not null || query.Compute is not null || query.Search is not null || query.Count is not null)
        {
            throw new DomainException(ApiErrors.BadQuery, null, "one row takes $select and $expand only.");
        }

        var expansion = Expansion.Of(query.SelectExpand?.SelectExpandClause, RulesOf(request), limits);
        TModel model = await Project<TEntity, TModel>(rows, expansion.Members).FirstOrDefaultAsync(cancellation)
            ?? throw new DomainException(ApiErrors.NoSuchAddress);
        await QueryFaults.AskAsync(request, () =>
        {
            expansion.Shape(new[] { model }, request.GetModel(), InMemory);
            return Task.FromResult(model);
        });
        request.ODataFeature().SelectExpandClause = query.SelectExpand?.SelectExpandClause;
        if (model is IRowModel row) request.HttpContext.Response.Headers.ETag = RowETag.Of(row.RowVersion);
        return new ObjectResult(model) { StatusCode = status };
    }

    /// <summary>Reads and checks the query options.</summary>
    public ODataQueryOptions<TModel> Parse<TModel>(HttpRequest request)
    {
        RawQuery.Check(request.Query, limits);
        var query = new ODataQueryOptions<TModel>(new ODataQueryContext(request.GetModel(), typeof(TModel), SetPath(request)), request);
        if (query.RawValues.DeltaToken is not null && !RulesOf(request).Tracks) throw new DomainException(ApiErrors.BadQuery, "$deltatoken", "changes are told of Datasets, Agreements and Entitlements.");
        if (query.Skip?.Value > limits.MaxSkip) throw new DomainException(ApiErrors.QueryTooComplex, "$skip", $"$skip is over {limits.MaxSkip}; follow the next links instead");
        return query;
    }

    // An operation or count bound to a set is asked with the set's own options.
    private static ODataPath SetPath(HttpRequest request) =>
        new(request.ODataFeature().Path.Where(s => s is not (OperationSegment or CountSegment)));

    /// <summary>The rules of the set that a request addresses.</summary>
    public static SetRules RulesOf(HttpRequest request) => SetRules.Of(SetOf(request));

    private static string SetOf(HttpRequest request) =>
        request.ODataFeature().Path.LastOrDefault(s => s is EntitySetSegment or NavigationPropertySegment) switch
        {
            EntitySetSegment set => set.EntitySet.Name,
            NavigationPropertySegment navigation => navigation.NavigationProperty.Name,
            _ => "",
        };

    /// <summary>The rows that the filter leaves, as models with the parts that are expanded.</summary>
    public (IQueryable<TModel> Models, Expansion Expansion) Narrow<TEntity, TModel>(ODataQueryOptions<TModel> query, IQueryable<TEntity> rows, SetRules rules)
        where TEntity : class
        where TModel : class
    {
        var expansion = Expansion.Of(query.SelectExpand?.SelectExpandClause, rules, limits);
        if (query.Filter is null) return (Project<TEntity, TModel>(rows, expansion.Members), expansion);
        var check = new ClauseLimits(limits, rules, "$filter");
        check.Check(query.Filter.FilterClause.Expression);
        if (check.Reached.Count > 0) return (Project<TEntity, TModel>(Matching(query, rows, [.. check.Reached]), expansion.Members), expansion);
        return ((IQueryable<TModel>)query.Filter.ApplyTo(Project<TEntity, TModel>(rows, expansion.Members), Binding(rows)), expansion);
    }

    /// <summary>One page of models in the order asked for; sets the next link.</summary>
    public async Task<List<TModel>> PageAsync<TModel>(HttpRequest request, ODataQueryOptions<TModel> query, IQueryable<TModel> models, CancellationToken cancellation)
        where TModel : class
    {
        var order = new RowOrder<TModel>(query.OrderBy?.OrderByClause, typeof(TModel).GetProperty("Id") is null ? "Sequence" : "Id", RulesOf(request), limits.OrderByKeys);
        string mark = $"{request.Path}?{query.RawValues.Filter}|{query.RawValues.Search}|{order.Text}";
        if (query.SkipToken?.RawValue is { } token) models = order.After(models, tokens.Open(token, mark));
        models = order.Apply(models, nullsSortFirst: options.Value.Provider == "sqlite" || InMemoryRows.Are(models));
        if (query.SkipToken is null && query.Skip is { Value: > 0 } skip) models = models.Skip(skip.Value);
        int size = PageSize(request);
        int wanted = Math.Min(query.Top?.Value ?? int.MaxValue, size);
        bool more = query.Top is null || query.Top.Value > size;
        List<TModel> page = await models.Take(more ? wanted + 1 : wanted).ToListAsync(cancellation);
        if (page.Count <= wanted) return page;
        page.RemoveAt(wanted);
        request.ODataFeature().NextLink = Links.Next(request, options.Value.PublicUrl, tokens.Seal(order.PlaceOf(page[^1]), mark), query.Top?.Value - wanted);
        return page;
    }

    /// <summary>All rows that the query's filter leaves, page by page in the order of their keys; rows that come or go meanwhile disturb no other.</summary>
    public async IAsyncEnumerable<IReadOnlyList<TModel>> PagesAsync<TEntity, TModel>(HttpRequest request, IQueryable<TEntity> rows, [EnumeratorCancellation] CancellationToken cancellation)
        where TEntity : class
        where TModel : class
    {
        SetRules rules = RulesOf(request);
        IQueryable<TModel> models = Narrow(Parse<TModel>(request), rows, rules).Models;
        var order = new RowOrder<TModel>(null, "Id", rules, limits.OrderByKeys);
        TModel? last = null;
        while (true)
        {
            List<TModel> page = await order.Apply(last is null ? models : order.After(models, order.PlaceOf(last)), nullsSortFirst: true).Take(limits.MaxPageSize).ToListAsync(cancellation);
            yield return page;
            if (page.Count < limits.MaxPageSize) yield break;
            last = page[^1];
        }
    }

    /// <summary>Answers <c>$count</c>.</summary>
    public static ContentResult Number(long count) => new() { Content = count.ToString(CultureInfo.InvariantCulture), ContentType = "text/plain" };

    /// <summary>How many rows a page has: what <c>Prefer: maxpagesize</c> says within the limit, else the default.</summary>
    public int PageSize(HttpRequest request) => Preferences.MaxPageSize(request) is { } asked ? Math.Min(asked, limits.MaxPageSize) : limits.PageSize;

    private static ODataQuerySettings Binding(IQueryable rows) => InMemoryRows.Are(rows) ? InMemory : Settings;

    private IQueryable<TEntity> Matching<TEntity, TModel>(ODataQueryOptions<TModel> query, IQueryable<TEntity> rows, string[] reached)
        where TEntity : class
        where TModel : class
    {
        var narrowed = (IQueryable<TModel>)query.Filter.ApplyTo(Project<TEntity, TModel>(rows, reached), Settings);
        IQueryable<Guid> ids = narrowed.Select(m => EF.Property<Guid>(m, "Id"));
        return rows.Where(r => ids.Contains(EF.Property<Guid>(r, "Id")));
    }

    private IQueryable<TModel> Project<TEntity, TModel>(IQueryable<TEntity> rows, string[] members)
        where TEntity : class =>
        rows.AsNoTracking().ProjectTo<TModel>(mapper.ConfigurationProvider, new Dictionary<string, object> { ["today"] = calendar.Today }, members);

    private async Task<IActionResult> CountAsync<TEntity, TModel>(ODataQueryOptions<TModel> query, IQueryable<TEntity> rows, SetRules rules, CancellationToken cancellation)
        where TEntity : class
        where TModel : class
    {
        return Number(await Narrow(query, rows, rules).Models.LongCountAsync(cancellation));
    }

    // Groups and computed columns have no place to page from; they are cut at a limit instead.
    private async Task<IActionResult> ShapedAsync<TEntity, TModel>(HttpRequest request, ODataQueryOptions<TModel> query, IQueryable<TEntity> rows, SetRules rules, CancellationToken cancellation)
        where TEntity : class
        where TModel : class
    {
        if (query.RawValues.Expand is not null || query.SkipToken is not null) throw new DomainException(ApiErrors.BadQuery, null, "$expand and $skiptoken do not go with $apply and $compute.");
        if (query.Apply is not null) Aggregation.Check(query.Apply.ApplyClause, rules, limits);
        var check = new ClauseLimits(limits, rules, query.Apply is null ? "$compute" : "$apply");
        foreach (ComputeExpression part in query.Compute?.ComputeClause.ComputedItems ?? []) check.Check(part.Expression);
        if (query.Filter is not null) check.Check(query.Filter.FilterClause.Expression);
        for (OrderByClause? order = query.OrderBy?.OrderByClause; order is not null; order = order.ThenBy) check.Check(order.Expression);
        int most = query.Apply is null ? PageSize(request) : limits.Groups;
        IQueryable shaped = query.ApplyTo(Project<TEntity, TModel>(rows, [.. check.Reached]), Binding(rows));
        List<object> result = await ToListAsync(shaped, most + 1, cancellation);
        if (result.Count > most && query.Apply is not null) throw new DomainException(ApiErrors.QueryTooComplex, "$apply", $"$apply makes more than {most} groups");
        if (result.Count > most) result.RemoveAt(most);
        return new ShapedRows(SetOf(request), result);
    }

    private static async Task<List<object>> ToListAsync(IQueryable rows, int most, CancellationToken cancellation)
    {
        List<object> result = [];
        await foreach (object item in ((IAsyncEnumerable<object>)rows).WithCancellation(cancellation))
        {
            result.Add(item);
            if (result.Count == most) break;
        }

        return result;
    }
}
