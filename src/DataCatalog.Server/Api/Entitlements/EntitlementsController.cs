using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Server.Api.Query;
using Microsoft.AspNetCore.Mvc;

namespace DataCatalog.Server.Api.Entitlements;

/// <summary>Entitlements over the API.</summary>
public sealed class EntitlementsController(IRegistryDb db) : RegistryController
{
    /// <summary>Lists them.</summary>
    [HttpGet("Entitlements")]
    [HttpGet("Entitlements/$count")]
    public Task<IActionResult> List() => TrackedAsync<Entitlement, EntitlementModel>(db.Entitlements);

    /// <summary>Reads one.</summary>
    [HttpGet("Entitlements({key})")]
    public Task<IActionResult> One(Guid key) => RowAsync<Entitlement, EntitlementModel>(db.Entitlements, key);

    /// <summary>Grants one.</summary>
    [HttpPost("Entitlements")]
    public async Task<IActionResult> Grant([FromServices] GrantEntitlement useCase, CancellationToken cancellation)
    {
        Entitlement made = await useCase.HandleAsync(await JsonBody.ReadAsync<EntitlementInput>(Request, cancellation), cancellation);
        return await WrittenAsync<Entitlement, EntitlementModel>(db.Entitlements, made.Id, made.RowVersion, $"Entitlements({made.Id})");
    }

    /// <summary>Takes one back.</summary>
    [HttpPost("Entitlements({key})/Revoke")]
    public async Task<IActionResult> Revoke(Guid key, [FromServices] RevokeEntitlement useCase, CancellationToken cancellation)
    {
        RevokeParameters body = await JsonBody.ReadAsync<RevokeParameters>(Request, cancellation);
        Entitlement changed = await useCase.HandleAsync(key, RowETag.Optional(Request), body.Reason, body.LastDay, cancellation);
        return await WrittenAsync<Entitlement, EntitlementModel>(db.Entitlements, key, changed.RowVersion);
    }

    /// <summary>Grants datasets under an agreement to every consortium of a programme that does not hold them yet, all at once.</summary>
    [HttpPost("Entitlements/GrantToAll")]
    public async Task<IActionResult> GrantToAll([FromServices] GrantToAll useCase, CancellationToken cancellation) =>
        Ok(await useCase.HandleAsync(await JsonBody.ReadAsync<GrantToAllParameters>(Request, cancellation), cancellation));

    /// <summary>The conditions that its agreement sets, with the hash by which they are accepted.</summary>
    [HttpGet("Entitlements({key})/Conditions()")]
    public async Task<IActionResult> Conditions(Guid key, [FromServices] AcceptConditions useCase, CancellationToken cancellation) => Ok(await useCase.TellAsync(key, cancellation));

    /// <summary>Accepts its conditions for the consortium.</summary>
    [HttpPost("Entitlements({key})/Accept")]
    public async Task<IActionResult> Accept(Guid key, [FromServices] AcceptConditions useCase, CancellationToken cancellation)
    {
        AcceptParameters body = await JsonBody.ReadAsync<AcceptParameters>(Request, cancellation);
        Entitlement changed = await useCase.AcceptAsync(key, RowETag.Optional(Request), body.Sha256, cancellation);
        return await WrittenAsync<Entitlement, EntitlementModel>(db.Entitlements, key, changed.RowVersion);
    }

    private sealed record AcceptParameters(string? Sha256 = null);

    private sealed record RevokeParameters(string? Reason = null, DateOnly? LastDay = null);
}
