using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using DataCatalog.Core.Search.UseCases;
using DataCatalog.Server.Api.Query;
using Microsoft.AspNetCore.Mvc;

namespace DataCatalog.Server.Api.Catalogue;

/// <summary>Saved searches over the API; each caller's own.</summary>
public sealed class SavedSearchesController(IRegistryDb db) : RegistryController
{
    /// <summary>Lists them.</summary>
    [HttpGet("SavedSearches")]
    [HttpGet("SavedSearches/$count")]
    public Task<IActionResult> List() => RowsAsync<SavedSearch, SavedSearchModel>(db.SavedSearches);

    /// <summary>Reads one.</summary>
    [HttpGet("SavedSearches({key})")]
    public Task<IActionResult> One(Guid key) => RowAsync<SavedSearch, SavedSearchModel>(db.SavedSearches, key);

    /// <summary>Saves one.</summary>
    [HttpPost("SavedSearches")]
    public async Task<IActionResult> Save([FromServices] SaveSearch useCase, CancellationToken cancellation)
    {
        SavedSearch saved = await useCase.HandleAsync(await JsonBody.ReadAsync<SavedSearchInput>(Request, cancellation), cancellation);
        return await WrittenAsync<SavedSearch, SavedSearchModel>(db.SavedSearches, saved.Id, saved.RowVersion, $"SavedSearches({saved.Id})");
    }

    /// <summary>Forgets one.</summary>
    [HttpDelete("SavedSearches({key})")]
    public async Task<IActionResult> Forget(Guid key, [FromServices] SaveSearch useCase, CancellationToken cancellation)
    {
        await useCase.ForgetAsync(key, IfMatch, cancellation);
        return NoContent();
    }
}
