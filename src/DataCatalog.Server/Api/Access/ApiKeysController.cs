using DataCatalog.Core.Access;
using DataCatalog.Core.Access.UseCases;
using DataCatalog.Core.Common;
using DataCatalog.Server.Api.Query;
using DataCatalog.Server.Hosting.Auth;
using Microsoft.AspNetCore.Mvc;

namespace DataCatalog.Server.Api.Access;

/// <summary>API keys over the API.</summary>
public sealed class ApiKeysController(IRegistryDb db) : RegistryController
{
    /// <summary>Lists them, without their secrets.</summary>
    [HttpGet("ApiKeys")]
    [HttpGet("ApiKeys/$count")]
    public Task<IActionResult> List() => RowsAsync<ApiKey, ApiKeyModel>(db.ApiKeys);

    /// <summary>Reads one, without its secret.</summary>
    [HttpGet("ApiKeys({key})")]
    public Task<IActionResult> One(Guid key) => RowAsync<ApiKey, ApiKeyModel>(db.ApiKeys, key);

    /// <summary>Issues one; its secret is in this answer and nowhere else.</summary>
    [HttpPost("ApiKeys")]
    public async Task<IActionResult> Issue([FromServices] IssueKey useCase, CancellationToken cancellation)
    {
        IssuedKey issued = await useCase.HandleAsync(await JsonBody.ReadAsync<ApiKeyInput>(Request, cancellation), cancellation);
        IActionResult answer = await WrittenAsync<ApiKey, ApiKeyModel>(db.ApiKeys, issued.Key.Id, issued.Key.RowVersion, $"ApiKeys({issued.Key.Id})");
        if (answer is ObjectResult { Value: ApiKeyModel model }) model.Secret = issued.Secret;
        Response.Headers.CacheControl = "no-store";
        return answer;
    }

    /// <summary>Takes one back at once.</summary>
    [HttpPost("ApiKeys({key})/Revoke")]
    public async Task<IActionResult> Revoke(Guid key, [FromServices] RevokeKey useCase, [FromServices] KeyDoor door, CancellationToken cancellation)
    {
        ApiKey changed = await useCase.HandleAsync(key, RowETag.Optional(Request), cancellation);
        door.Forget();
        return await WrittenAsync<ApiKey, ApiKeyModel>(db.ApiKeys, key, changed.RowVersion);
    }
}
