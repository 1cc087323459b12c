using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.UseCases;
using Microsoft.AspNetCore.Mvc;

namespace DataCatalog.Server.Api.UseChecks;

/// <summary>Recorded decisions over the API.</summary>
public sealed class RecordedDecisionsController(IRegistryDb db) : RegistryController
{
    /// <summary>Lists them.</summary>
    [HttpGet("RecordedDecisions")]
    [HttpGet("RecordedDecisions/$count")]
    public Task<IActionResult> List() => RowsAsync<RecordedDecision, RecordedDecisionModel>(db.RecordedDecisions);

    /// <summary>Reads one.</summary>
    [HttpGet("RecordedDecisions({key})")]
    public Task<IActionResult> One(Guid key) => RowAsync<RecordedDecision, RecordedDecisionModel>(db.RecordedDecisions, key);

    /// <summary>Decides one again by the terms known then, and says whether the answer is the same.</summary>
    [HttpGet("RecordedDecisions({key})/Replay()")]
    public async Task<IActionResult> Replay(Guid key, [FromServices] ReplayDecision useCase, CancellationToken cancellation) => Ok(await useCase.HandleAsync(key, cancellation));
}

/// <summary>Clearances over the API.</summary>
public sealed class ClearancesController(IRegistryDb db) : RegistryController
{
    /// <summary>Lists them.</summary>
    [HttpGet("Clearances")]
    [HttpGet("Clearances/$count")]
    public Task<IActionResult> List() => RowsAsync<Clearance, ClearanceModel>(db.Clearances);

    /// <summary>Reads one.</summary>
    [HttpGet("Clearances({key})")]
    public Task<IActionResult> One(Guid key) => RowAsync<Clearance, ClearanceModel>(db.Clearances, key);
}

/// <summary>The public keys of clearances over the API.</summary>
public sealed class ClearanceKeysController(IRegistryDb db) : RegistryController
{
    /// <summary>Lists them.</summary>
    [HttpGet("ClearanceKeys")]
    [HttpGet("ClearanceKeys/$count")]
    public Task<IActionResult> List() => RowsAsync<ClearanceKey, ClearanceKeyModel>(db.ClearanceKeys);

    /// <summary>Reads one.</summary>
    [HttpGet("ClearanceKeys({key})")]
    public Task<IActionResult> One(Guid key) => RowAsync<ClearanceKey, ClearanceKeyModel>(db.ClearanceKeys, key);

    /// <summary>Makes the key that signs from now on; those before it verify what they signed.</summary>
    [HttpPost("ClearanceKeys/Rotate")]
    public async Task<IActionResult> Rotate([FromServices] RotateClearanceKey useCase, CancellationToken cancellation)
    {
        ClearanceKey made = await useCase.HandleAsync(cancellation);
        return await WrittenAsync<ClearanceKey, ClearanceKeyModel>(db.ClearanceKeys, made.Id, made.RowVersion, $"ClearanceKeys({made.Id})");
    }
}
