using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.UseCases;
using DataCatalog.Server.Api.Query;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Api.Compliance;

/// <summary>Subscriptions over the API.</summary>
public sealed class SubscriptionsController(IRegistryDb db) : RegistryController
{
    /// <summary>Lists them.</summary>
    [HttpGet("Subscriptions")]
    [HttpGet("Subscriptions/$count")]
    public Task<IActionResult> List() => RowsAsync<Subscription, SubscriptionModel>(db.Subscriptions);

    /// <summary>Reads one.</summary>
    [HttpGet("Subscriptions({key})")]
    public Task<IActionResult> One(Guid key) => RowAsync<Subscription, SubscriptionModel>(db.Subscriptions, key);

    /// <summary>Makes one; the secret of a webhook is in this answer and nowhere else.</summary>
    [HttpPost("Subscriptions")]
    public async Task<IActionResult> Register([FromServices] Subscribe useCase, CancellationToken cancellation)
    {
        Subscription made = await useCase.HandleAsync(await JsonBody.ReadAsync<SubscriptionInput>(Request, cancellation), cancellation);
        IActionResult answer = await WrittenAsync<Subscription, SubscriptionModel>(db.Subscriptions, made.Id, made.RowVersion, $"Subscriptions({made.Id})");
        if (answer is ObjectResult { Value: SubscriptionModel model }) model.Secret = made.Secret;
        return answer;
    }

    /// <summary>Changes one.</summary>
    [HttpPatch("Subscriptions({key})")]
    public async Task<IActionResult> Change(Guid key, [FromServices] ChangeSubscription useCase, CancellationToken cancellation)
    {
        long expected = IfMatch;
        Subscription current = await db.Subscriptions.AsNoTracking().GetAsync(key, expected, cancellation);
        SubscriptionInput input = await JsonBody.OverlayAsync(Request, current.ToInput(), [], cancellation);
        Subscription changed = await useCase.HandleAsync(key, expected, input, cancellation);
        return await WrittenAsync<Subscription, SubscriptionModel>(db.Subscriptions, key, changed.RowVersion);
    }

    /// <summary>Ends one: nothing is sent to it any more.</summary>
    [HttpDelete("Subscriptions({key})")]
    public async Task<IActionResult> Unsubscribe(Guid key, [FromServices] Unsubscribe useCase, CancellationToken cancellation)
    {
        await useCase.HandleAsync(key, IfMatch, cancellation);
        return NoContent();
    }
}
