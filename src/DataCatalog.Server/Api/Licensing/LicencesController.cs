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

    /// <summary>Lists how officers read it.</summary>
    [HttpGet("Licences({key})/Readings")]
    [HttpGet("Licences({key})/Readings/$count")]
    public async Task<IActionResult> Readings(Guid key)
    {
        IQueryable<Licence> one = db.Licences.Where(l => l.Id == key);
        if (!await one.AnyAsync(HttpContext.RequestAborted)) throw new DomainException(CommonErrors.NotFound, null, nameof(Licence), key);
        return await RowsAsync<OfficerReading, OfficerReadingModel>(one.SelectMany(l => l.Readings));
    }

    /// <summary>Records how an officer reads one of its features.</summary>
    [HttpPost("Licences({key})/Read")]
    public async Task<IActionResult> Read(Guid key, [FromServices] ReadLicence useCase, CancellationToken cancellation)
    {
        Licence changed = await useCase.HandleAsync(key, RowETag.Optional(Request), await JsonBody.ReadAsync<OfficerReadingInput>(Request, cancellation), cancellation);
        return await WrittenAsync<Licence, LicenceModel>(db.Licences, key, changed.RowVersion);
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
