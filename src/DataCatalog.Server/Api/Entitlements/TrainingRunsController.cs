using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Runs;
using DataCatalog.Core.Entitlements.UseCases.Runs;
using DataCatalog.Server.Api.Query;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Api.Entitlements;

/// <summary>Training runs over the API.</summary>
public sealed class TrainingRunsController(IRegistryDb db) : RegistryController
{
    // Ten thousand keys of a hundred characters with their versions and quotes.
    private const int MostBytes = 4 * 1024 * 1024;

    // A pipeline waits rather than sends ten thousand versions again.
    private const int MostMilliseconds = 60_000;

    /// <summary>Lists them.</summary>
    [HttpGet("TrainingRuns")]
    [HttpGet("TrainingRuns/$count")]
    public Task<IActionResult> List() => RowsAsync<TrainingRun, TrainingRunModel>(db.TrainingRuns);

    /// <summary>Reads one.</summary>
    [HttpGet("TrainingRuns({key})")]
    public Task<IActionResult> One(Guid key) => RowAsync<TrainingRun, TrainingRunModel>(db.TrainingRuns, key);

    /// <summary>Lists what it consumed.</summary>
    [HttpGet("TrainingRuns({key})/Usages")]
    [HttpGet("TrainingRuns({key})/Usages/$count")]
    public async Task<IActionResult> Usages(Guid key)
    {
        IQueryable<TrainingRun> one = db.TrainingRuns.Where(r => r.Id == key);
        if (!await one.AnyAsync(HttpContext.RequestAborted)) throw new DomainException(CommonErrors.NotFound, null, nameof(TrainingRun), key);
        return await RowsAsync<UsageRecord, UsageRecordModel>(db.UsageRecords.Where(u => u.TrainingRunId == key));
    }

    /// <summary>Registers one with all that it consumed; the same run sent again answers the first.</summary>
    [HttpPost("TrainingRuns")]
    [RequestSizeLimit(MostBytes)]
    [RequestTimeout(MostMilliseconds)]
    public async Task<IActionResult> Register([FromServices] RegisterRun useCase, CancellationToken cancellation)
    {
        RegisteredRun made = await useCase.HandleAsync(await JsonBody.ReadAsync<TrainingRunInput>(Request, cancellation), cancellation);
        return await WrittenAsync<TrainingRun, TrainingRunModel>(db.TrainingRuns, made.Run.Id, made.Run.RowVersion, made.Known ? null : $"TrainingRuns({made.Run.Id})");
    }
}

/// <summary>What runs consumed, over the API.</summary>
public sealed class UsageRecordsController(IRegistryDb db) : RegistryController
{
    /// <summary>Lists them.</summary>
    [HttpGet("UsageRecords")]
    [HttpGet("UsageRecords/$count")]
    public Task<IActionResult> List() => RowsAsync<UsageRecord, UsageRecordModel>(db.UsageRecords);

    /// <summary>Reads one.</summary>
    [HttpGet("UsageRecords({key})")]
    public Task<IActionResult> One(Guid key) =>
        Reads.SingleAsync<UsageRecord, UsageRecordModel>(Request, db.UsageRecords.Where(u => u.Id == key), StatusCodes.Status200OK, HttpContext.RequestAborted);
}
