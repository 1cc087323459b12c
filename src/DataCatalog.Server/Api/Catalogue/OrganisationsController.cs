using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Catalogue.UseCases;
using DataCatalog.Core.Common;
using DataCatalog.Server.Api.Query;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Api.Catalogue;

/// <summary>Organisations over the API.</summary>
public sealed class OrganisationsController(IRegistryDb db) : RegistryController
{
    /// <summary>Lists them.</summary>
    [HttpGet("Organisations")]
    [HttpGet("Organisations/$count")]
    public Task<IActionResult> List() => RowsAsync<Organisation, OrganisationModel>(db.Organisations);

    /// <summary>Reads one.</summary>
    [HttpGet("Organisations({key})")]
    public Task<IActionResult> One(Guid key) => RowAsync<Organisation, OrganisationModel>(db.Organisations, key);

    /// <summary>Makes one.</summary>
    [HttpPost("Organisations")]
    public async Task<IActionResult> Register([FromServices] RegisterOrganisation useCase, CancellationToken cancellation)
    {
        Organisation made = await useCase.HandleAsync(await JsonBody.ReadAsync<OrganisationInput>(Request, cancellation), cancellation);
        return await WrittenAsync<Organisation, OrganisationModel>(db.Organisations, made.Id, made.RowVersion, $"Organisations({made.Id})");
    }

    /// <summary>Changes one.</summary>
    [HttpPatch("Organisations({key})")]
    public async Task<IActionResult> Change(Guid key, [FromServices] ChangeOrganisation useCase, CancellationToken cancellation)
    {
        long expected = IfMatch;
        Organisation current = await db.Organisations.AsNoTracking().GetAsync(key, expected, cancellation);
        OrganisationInput input = await JsonBody.OverlayAsync(Request, current.ToInput(), [nameof(OrganisationInput.Key)], cancellation);
        Organisation changed = await useCase.HandleAsync(key, expected, input, cancellation);
        return await WrittenAsync<Organisation, OrganisationModel>(db.Organisations, key, changed.RowVersion);
    }
}
