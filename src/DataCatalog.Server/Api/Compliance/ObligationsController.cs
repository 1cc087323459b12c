using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Impact;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Compliance.UseCases.Obligations;
using DataCatalog.Server.Api.Query;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Api.Compliance;

/// <summary>Obligations over the API, and the reports of what actions touched.</summary>
public sealed class ObligationsController(IRegistryDb db) : RegistryController
{
    /// <summary>Lists obligations.</summary>
    [HttpGet("Obligations")]
    [HttpGet("Obligations/$count")]
    public Task<IActionResult> List() => RowsAsync<Obligation, ObligationModel>(db.Obligations);

    /// <summary>Reads one.</summary>
    [HttpGet("Obligations({key})")]
    public Task<IActionResult> One(Guid key) => RowAsync<Obligation, ObligationModel>(db.Obligations, key);

    /// <summary>Lists its evidence.</summary>
    [HttpGet("Obligations({key})/Evidence")]
    [HttpGet("Obligations({key})/Evidence/$count")]
    public async Task<IActionResult> Evidence(Guid key)
    {
        IQueryable<Obligation> one = db.Obligations.Where(o => o.Id == key);
        if (!await one.AnyAsync(HttpContext.RequestAborted)) throw new DomainException(CommonErrors.NotFound, null, nameof(Obligation), key);
        return await RowsAsync<ObligationEvidence, ObligationEvidenceModel>(one.SelectMany(o => o.Evidence));
    }

    /// <summary>Shows that one is fulfilled.</summary>
    [HttpPost("Obligations({key})/Fulfil")]
    public async Task<IActionResult> Fulfil(Guid key, [FromServices] SettleObligation useCase, CancellationToken cancellation) =>
        await ChangedAsync(await useCase.FulfilAsync(key, RowETag.Optional(Request), await JsonBody.ReadAsync<EvidenceInput>(Request, cancellation), cancellation));

    /// <summary>Accepts the evidence.</summary>
    [HttpPost("Obligations({key})/Accept")]
    public async Task<IActionResult> Accept(Guid key, [FromServices] SettleObligation useCase, CancellationToken cancellation) =>
        await ChangedAsync(await useCase.AcceptAsync(key, RowETag.Optional(Request), cancellation));

    /// <summary>Sends the evidence back.</summary>
    [HttpPost("Obligations({key})/SendBack")]
    public async Task<IActionResult> SendBack(Guid key, [FromServices] SettleObligation useCase, CancellationToken cancellation) =>
        await ChangedAsync(await useCase.SendBackAsync(key, RowETag.Optional(Request), (await JsonBody.ReadAsync<ReasonParameter>(Request, cancellation)).Reason, cancellation));

    /// <summary>Waives one.</summary>
    [HttpPost("Obligations({key})/Waive")]
    public async Task<IActionResult> Waive(Guid key, [FromServices] SettleObligation useCase, CancellationToken cancellation) =>
        await ChangedAsync(await useCase.WaiveAsync(key, RowETag.Optional(Request), (await JsonBody.ReadAsync<ReasonParameter>(Request, cancellation)).Reason, cancellation));

    /// <summary>Lists reports of what actions were expected to touch.</summary>
    [HttpGet("ImpactReports")]
    [HttpGet("ImpactReports/$count")]
    public Task<IActionResult> ImpactReports() => RowsAsync<ImpactReport, ImpactReportModel>(db.ImpactReports);

    /// <summary>Reads one report.</summary>
    [HttpGet("ImpactReports({key})")]
    public Task<IActionResult> ImpactReport(Guid key) => RowAsync<ImpactReport, ImpactReportModel>(db.ImpactReports, key);

    private Task<IActionResult> ChangedAsync(Obligation changed) => WrittenAsync<Obligation, ObligationModel>(db.Obligations, changed.Id, changed.RowVersion);
}
