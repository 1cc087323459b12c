using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.UseCases.Ends;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Server.Api.Query;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Api.Entitlements;

/// <summary>Consortia over the API.</summary>
public sealed class ConsortiaController(IRegistryDb db) : RegistryController
{
    /// <summary>Lists them.</summary>
    [HttpGet("Consortia")]
    [HttpGet("Consortia/$count")]
    public Task<IActionResult> List() => RowsAsync<Consortium, ConsortiumModel>(db.Consortia);

    /// <summary>Reads one.</summary>
    [HttpGet("Consortia({key})")]
    public Task<IActionResult> One(Guid key) => RowAsync<Consortium, ConsortiumModel>(db.Consortia, key);

    /// <summary>Makes one.</summary>
    [HttpPost("Consortia")]
    public async Task<IActionResult> Register([FromServices] RegisterConsortium useCase, CancellationToken cancellation)
    {
        Consortium made = await useCase.HandleAsync(await JsonBody.ReadAsync<ConsortiumInput>(Request, cancellation), cancellation);
        return await WrittenAsync<Consortium, ConsortiumModel>(db.Consortia, made.Id, made.RowVersion, $"Consortia({made.Id})");
    }

    /// <summary>Changes one.</summary>
    [HttpPatch("Consortia({key})")]
    public async Task<IActionResult> Change(Guid key, [FromServices] ChangeConsortium useCase, CancellationToken cancellation)
    {
        long expected = IfMatch;
        Consortium current = await db.Consortia.AsNoTracking().Include(c => c.Members).GetAsync(key, expected, cancellation);
        ConsortiumInput input = await JsonBody.OverlayAsync(Request, current.ToInput(), [nameof(ConsortiumInput.Key)], cancellation);
        Consortium changed = await useCase.HandleAsync(key, expected, input, cancellation);
        return await WrittenAsync<Consortium, ConsortiumModel>(db.Consortia, key, changed.RowVersion);
    }

    /// <summary>Has one leave the programme; with <c>DryRun</c> nothing is written and the answer says what would be touched.</summary>
    [HttpPost("Consortia({key})/End")]
    public async Task<IActionResult> End(Guid key, [FromServices] EndConsortium useCase, CancellationToken cancellation)
    {
        EndParameters body = await JsonBody.ReadAsync<EndParameters>(Request, cancellation);
        return Ok(await useCase.HandleAsync(key, RowETag.Optional(Request), body.LastDay, body.Reason, body.DryRun, cancellation));
    }

    /// <summary>Takes its leaving back, as a recorded correction.</summary>
    [HttpPost("Consortia({key})/Reinstate")]
    public async Task<IActionResult> Reinstate(Guid key, [FromServices] ReinstateConsortium useCase, CancellationToken cancellation)
    {
        ReasonParameter body = await JsonBody.ReadAsync<ReasonParameter>(Request, cancellation);
        Consortium changed = await useCase.HandleAsync(key, RowETag.Optional(Request), body.Reason, cancellation);
        return await WrittenAsync<Consortium, ConsortiumModel>(db.Consortia, key, changed.RowVersion);
    }

    private sealed record EndParameters(DateOnly? LastDay = null, string? Reason = null, bool DryRun = false);
}
