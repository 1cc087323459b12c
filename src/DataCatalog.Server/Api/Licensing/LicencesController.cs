using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.UseCases;
using DataCatalog.Server.Api.Query;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Api.Licensing;

/// <summary>Licences over the API.</summary>
public sealed class LicencesController(IRegistryDb db) : RegistryController
{
    /// <summary>Lists them.</summary>
    [HttpGet("Licences")]
    [HttpGet("Licences/$count")]
    public Task<IActionResult> List() => RowsAsync<Licence, LicenceModel>(db.Licences);

    /// <summary>Reads one.</summary>
    [HttpGet("Licences({key})")]
    public Task<IActionResult> One(Guid key) => RowAsync<Licence, LicenceModel>(db.Licences, key);

    /// <summary>Makes one.</summary>
    [HttpPost("Licences")]
    public async Task<IActionResult> Register([FromServices] RegisterLicence useCase, CancellationToken cancellation)
    {
        Licence made = await useCase.HandleAsync(await JsonBody.ReadAsync<LicenceInput>(Request, cancellation), cancellation);
        return await WrittenAsync<Licence, LicenceModel>(db.Licences, made.Id, made.RowVersion, $"Licences({made.Id})");
    }

    /// <summary>Changes one.</summary>
    [HttpPatch("Licences({key})")]
    public async Task<IActionResult> Change(Guid key, [FromServices] ChangeLicence useCase, CancellationToken cancellation)
    {
        long expected = IfMatch;
        Licence current = await db.Licences.AsNoTracking().GetAsync(key, expected, cancellation);
        LicenceInput input = await JsonBody.OverlayAsync(Request, current.ToInput(), [nameof(LicenceInput.Key)], cancellation);
        Licence changed = await useCase.HandleAsync(key, expected, input, cancellation);
        return await WrittenAsync<Licence, LicenceModel>(db.Licences, key, changed.RowVersion);
    }
}
