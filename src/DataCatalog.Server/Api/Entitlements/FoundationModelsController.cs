using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Entitlements.UseCases.Ledger;
using DataCatalog.Server.Api.Query;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Api.Entitlements;

/// <summary>Models over the API.</summary>
public sealed class FoundationModelsController(IRegistryDb db) : RegistryController
{
    /// <summary>Lists them.</summary>
    [HttpGet("FoundationModels")]
    [HttpGet("FoundationModels/$count")]
    public Task<IActionResult> List() => RowsAsync<FoundationModel, FoundationModelModel>(db.FoundationModels);

    /// <summary>Reads one.</summary>
    [HttpGet("FoundationModels({key})")]
    public Task<IActionResult> One(Guid key) => RowAsync<FoundationModel, FoundationModelModel>(db.FoundationModels, key);

    /// <summary>Makes one.</summary>
    [HttpPost("FoundationModels")]
    public async Task<IActionResult> Register([FromServices] RegisterFoundationModel useCase, CancellationToken cancellation)
    {
        FoundationModel made = await useCase.HandleAsync(await JsonBody.ReadAsync<FoundationModelInput>(Request, cancellation), cancellation);
        return await WrittenAsync<FoundationModel, FoundationModelModel>(db.FoundationModels, made.Id, made.RowVersion, $"FoundationModels({made.Id})");
    }

    /// <summary>Changes one.</summary>
    [HttpPatch("FoundationModels({key})")]
    public async Task<IActionResult> Change(Guid key, [FromServices] ChangeFoundationModel useCase, CancellationToken cancellation)
    {
        long expected = IfMatch;
        FoundationModel current = await db.FoundationModels.AsNoTracking().GetAsync(key, expected, cancellation);
        FoundationModelInput input = await JsonBody.OverlayAsync(Request, current.ToInput(), [nameof(FoundationModelInput.Key)], cancellation);
        FoundationModel changed = await useCase.HandleAsync(key, expected, input, cancellation);
        return await WrittenAsync<FoundationModel, FoundationModelModel>(db.FoundationModels, key, changed.RowVersion);
    }

    /// <summary>What went into it, under which terms, and what follows for its release and its weights.</summary>
    [HttpGet("FoundationModels({key})/Ledger()")]
    public async Task<IActionResult> Ledger(Guid key, [FromServices] ModelLedger useCase, CancellationToken cancellation) => Ok(await useCase.HandleAsync(key, cancellation));
}
