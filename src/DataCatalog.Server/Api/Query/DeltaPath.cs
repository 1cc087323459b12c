using System.Globalization;
using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Errors;
using DataCatalog.Server.Hosting.Options;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OData.Deltas;
using Microsoft.AspNetCore.OData.Extensions;
using Microsoft.AspNetCore.OData.Query;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace DataCatalog.Server.Api.Query;

/// <summary>
/// Lets a caller follow the changes of a set (OData 4.01 Protocol, section 11.3): a list that was asked for with
/// <c>Prefer: odata.track-changes</c> ends with a delta link, which answers the rows that changed since and those that are no longer among them.
/// </summary>
public sealed class DeltaPath(ReadPath reads, ChangeFeed feed, PageTokens tokens, Actor actor, IOptions<CatalogOptions> options)
{
    private const string Preference = "odata.track-changes";

    /// <summary>Answers a list, or what changed in it.</summary>
    /// <exception cref="DomainException">As for a list; <c>bad-deltatoken</c>.</exception>
    public async Task<IActionResult> ListAsync<TEntity, TModel>(HttpRequest request, IQueryable<TEntity> rows, CancellationToken cancellation)
        where TEntity : Entity
        where TModel : class, IRowModel
    {
        bool asked = Preferences.Value(request, Preference) is not null || Preferences.Value(request, "track-changes") is not null;
        if (!asked && !request.Query.ContainsKey("$deltatoken")) return await reads.ListAsync<TEntity, TModel>(request, rows, cancellation);
        ODataQueryOptions<TModel> query = reads.Parse<TModel>(request);
        string? token = query.RawValues.DeltaToken;
        if (token is not null && query.SkipToken is null) return await QueryFaults.AskAsync(request, () => ChangedAsync(request, query, rows, cancellation));
        if (!IsTrackable(request, query)) return await reads.ListAsync<TEntity, TModel>(request, rows, cancellation);
        long since = token is null ? await feed.NowAsync(cancellation) : Open(token, query.RawValues);
        IActionResult page = await reads.ListAsync<TEntity, TModel>(request, rows, cancellation);
        request.HttpContext.Response.Headers["Preference-Applied"] = Preference;
        Link(request, query.RawValues, since);
        return page;
    }

    // The first walk over the pages carries the point at which it began, so that nothing changed meanwhile is missed.
    private void Link(HttpRequest request, ODataRawQueryOptions query, long since)
    {
        string token = Seal(since, query);
        if (request.ODataFeature().NextLink is not { } next) request.ODataFeature().DeltaLink = Links.Delta(request, options.Value.PublicUrl, token);
        else if (query.DeltaToken is null) request.ODataFeature().NextLink = new Uri($"{next}&$deltatoken={Uri.EscapeDataString(token)}");
    }

    private async Task<IActionResult> ChangedAsync<TEntity, TModel>(HttpRequest request, ODataQueryOptions<TModel> query, IQueryable<TEntity> rows, CancellationToken cancellation)
        where TEntity : Entity
        where TModel : class, IRowModel
    {
        if (!IsTrackable(request, query) || query.Count is not null) throw new DomainException(ApiErrors.BadQuery, "$deltatoken", "$deltatoken goes with the $filter and $select of its link only.");
        IEdmEntitySet set = ((EntitySetSegment)request.ODataFeature().Path.FirstSegment).EntitySet;
        Changes changes = await feed.SinceAsync(set.Name, Open(query.RawValues.DeltaToken, query.RawValues), reads.PageSize(request), cancellation);
        IReadOnlyList<Guid> ids = changes.Ids;
        IQueryable<TEntity> touched = rows.Where(r => ids.Contains(r.Id));
        List<TModel> now = await reads.Narrow(query, touched, ReadPath.RulesOf(request)).Models.OrderBy(m => m.Id).ToListAsync(cancellation);
        HashSet<Guid> seen = [.. await touched.Select(r => r.Id).ToListAsync(cancellation)];
        IEnumerable<Guid> gone = ids.Except(now.Select(m => m.Id)).Where(id => seen.Contains(id) || changes.Shown.Contains(id));
        Uri link = Links.Delta(request, options.Value.PublicUrl, Seal(changes.Reached, query.RawValues));
        if (changes.More) request.ODataFeature().NextLink = link;
        else request.ODataFeature().DeltaLink = link;
        string root = $"{Links.Root(request, options.Value.PublicUrl)}/odata/{set.Name}";
        return new OkObjectResult(Set(Names(set.EntityType, query.SelectExpand?.SelectExpandClause), now, gone.Order(), root));
    }

    // The key is always among them: without it nobody could tell which row changed.
    private static string[] Names(IEdmEntityType type, SelectExpandClause? select)
    {
        IEnumerable<string> all = type.StructuralProperties().Select(p => p.Name);
        if (select is null or { AllSelected: true }) return [.. all];
        HashSet<string> wanted = [nameof(IRowModel.Id), nameof(IRowModel.RowVersion), .. select.SelectedItems.OfType<PathSelectItem>().Select(s => s.SelectedPath.FirstSegment.Identifier)];
        return [.. all.Where(wanted.Contains)];
    }

    private static DeltaSet<TModel> Set<TModel>(string[] names, List<TModel> now, IEnumerable<Guid> gone, string root)
        where TModel : class
    {
        var set = new DeltaSet<TModel>();
        foreach (TModel row in now)
        {
            var change = new Delta<TModel>();
            foreach (string name in names) change.TrySetPropertyValue(name, typeof(TModel).GetProperty(name)!.GetValue(row));
            set.Add(change);
        }

        foreach (Guid id in gone)
        {
            var removed = new DeltaDeletedResource<TModel> { Id = new Uri($"{root}({id})"), Reason = DeltaDeletedEntryReason.Changed };
            removed.TrySetPropertyValue(nameof(IRowModel.Id), id);
            set.Add(removed);
        }

        return set;
    }

    private static bool IsTrackable<TModel>(HttpRequest request, ODataQueryOptions<TModel> query) =>
        request.ODataFeature().Path.Count == 1 && query.OrderBy is null && query.Top is null && query.Skip is null && query.Apply is null && query.Compute is null && query.RawValues.Expand is null;

    private string Seal(long point, ODataRawQueryOptions query) => tokens.Seal(point.ToString(CultureInfo.InvariantCulture), Mark(query));

    private long Open(string token, ODataRawQueryOptions query)
    {
        try
        {
            return long.Parse(tokens.Open(token, Mark(query)), NumberStyles.None, CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is DomainException or FormatException or OverflowException)
        {
            throw new DomainException(ApiErrors.BadDeltaToken, "$deltatoken");
        }
    }

    // What a caller sees belongs to the question: a link is of no use to one who sees other rows.
    private string Mark(ODataRawQueryOptions query) => $"delta|{query.Filter}|{query.Select}|{actor.SeesEverything}|{actor.ConsortiumId}";
}
