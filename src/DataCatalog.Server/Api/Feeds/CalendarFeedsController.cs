using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Feeds;
using DataCatalog.Core.Compliance.UseCases;
using DataCatalog.Server.Api.Query;
using DataCatalog.Server.Hosting.Options;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace DataCatalog.Server.Api.Feeds;

/// <summary>Calendar feeds over the API.</summary>
public sealed class CalendarFeedsController(IRegistryDb db) : RegistryController
{
    /// <summary>Lists them.</summary>
    [HttpGet("CalendarFeeds")]
    [HttpGet("CalendarFeeds/$count")]
    public Task<IActionResult> List() => RowsAsync<CalendarFeed, CalendarFeedModel>(db.CalendarFeeds);

    /// <summary>Reads one.</summary>
    [HttpGet("CalendarFeeds({key})")]
    public Task<IActionResult> One(Guid key) => RowAsync<CalendarFeed, CalendarFeedModel>(db.CalendarFeeds, key);

    /// <summary>Makes one; its token and address are in this answer and nowhere else.</summary>
    [HttpPost("CalendarFeeds")]
    public async Task<IActionResult> Make([FromServices] MakeFeed useCase, [FromServices] IOptions<CatalogOptions> options, CancellationToken cancellation)
    {
        (CalendarFeed made, string token) = await useCase.HandleAsync(await JsonBody.ReadAsync<CalendarFeedInput>(Request, cancellation), cancellation);
        IActionResult answer = await WrittenAsync<CalendarFeed, CalendarFeedModel>(db.CalendarFeeds, made.Id, made.RowVersion, $"CalendarFeeds({made.Id})");
        if (answer is ObjectResult { Value: CalendarFeedModel model }) (model.Token, model.Address) = (token, $"{Links.Root(Request, options.Value.PublicUrl)}/feeds/{token}/expiries.ics");
        return answer;
    }

    /// <summary>Revokes one: its address answers nobody any more.</summary>
    [HttpPost("CalendarFeeds({key})/Revoke")]
    public async Task<IActionResult> Revoke(Guid key, [FromServices] MakeFeed useCase, CancellationToken cancellation)
    {
        CalendarFeed changed = await useCase.RevokeAsync(key, RowETag.Optional(Request), cancellation);
        return await WrittenAsync<CalendarFeed, CalendarFeedModel>(db.CalendarFeeds, key, changed.RowVersion);
    }
}
