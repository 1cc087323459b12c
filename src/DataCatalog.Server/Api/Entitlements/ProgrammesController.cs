using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Server.Api.Query;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Api.Entitlements;

/// <summary>Programmes over the API.</summary>
public sealed class ProgrammesController(IRegistryDb db) : RegistryController
{
    /// <summary>Lists them.</summary>
    [HttpGet("Programmes")]
    [HttpGet("Programmes/$count")]
    public Task<IActionResult> List() => RowsAsync<Programme, ProgrammeModel>(db.Programmes);

    /// <summary>Reads one.</summary>
    [HttpGet("Programmes({key})")]
    public Task<IActionResult> One(Guid key) => RowAsync<Programme, ProgrammeModel>(db.Programmes, key);

    /// <summary>Makes one.</summary>
    [HttpPost("Programmes")]
    public async Task<IActionResult> Register([FromServices] RegisterProgramme useCase, CancellationToken cancellation)
    {
        Programme made = await useCase.HandleAsync(await JsonBody.ReadAsync<ProgrammeInput>(Request, cancellation), cancellation);
        return await WrittenAsync<Programme, ProgrammeModel>(db.Programmes, made.Id, made.RowVersion, $"Programmes({made.Id})");
    }

    /// <summary>Changes one.</summary>
    [HttpPatch("Programmes({key})")]
    public async Task<IActionResult> Change(Guid key, [FromServices] ChangeProgramme useCase, CancellationToken cancellation)
    {
        long expected = IfMatch;
        Programme current = await db.Programmes.AsNoTracking().GetAsync(key, expected, cancellation);
        ProgrammeInput input = await JsonBody.OverlayAsync(Request, current.ToInput(), [nameof(ProgrammeInput.Key)], cancellation);
        Programme changed = await useCase.HandleAsync(key, expected, input, cancellation);
        return await WrittenAsync<Programme, ProgrammeModel>(db.Programmes, key, changed.RowVersion);
    }
}
