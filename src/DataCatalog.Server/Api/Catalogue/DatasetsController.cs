using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Catalogue.UseCases;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.UseCases.Ends;
using DataCatalog.Core.Compliance.UseCases.Impact;
using DataCatalog.Server.Api.Query;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Api.Catalogue;

/// <summary>Datasets over the API.</summary>
public sealed class DatasetsController(IRegistryDb db, DatasetSearch search) : RegistryController
{
    /// <summary>Lists them; with <c>$search</c>, finds them.</summary>
    [HttpGet("Datasets")]
    [HttpGet("Datasets/$count")]
    public Task<IActionResult> List() => DatasetSearch.Concerns(Request)
        ? search.FindAsync(Request, HttpContext.RequestAborted)
        : TrackedAsync<Dataset, DatasetModel>(db.Datasets);

    /// <summary>Counts the datasets found by their facets.</summary>
    [HttpGet("Datasets/Facets()")]
    public Task<IActionResult> CountFacets() => search.FacetsAsync(Request, HttpContext.RequestAborted);

    /// <summary>Reads one.</summary>
    [HttpGet("Datasets({key})")]
    public Task<IActionResult> One(Guid key) => RowAsync<Dataset, DatasetModel>(db.Datasets, key);

    /// <summary>Registers one, with its first version where <c>Version</c> gives it.</summary>
    [HttpPost("Datasets")]
    public async Task<IActionResult> Register([FromServices] RegisterDataset useCase, CancellationToken cancellation)
    {
        (DatasetInput input, DatasetVersionInput? version) = await JsonBody.ReadAsync<DatasetInput, DatasetVersionInput>(Request, "Version", cancellation);
        Dataset made = await useCase.HandleAsync(input, version, cancellation);
        return await WrittenAsync<Dataset, DatasetModel>(db.Datasets, made.Id, made.RowVersion, $"Datasets({made.Id})");
    }

    /// <summary>Changes one.</summary>
    [HttpPatch("Datasets({key})")]
    public async Task<IActionResult> Change(Guid key, [FromServices] ChangeDataset useCase, CancellationToken cancellation)
    {
        long expected = IfMatch;
        Dataset current = await db.Datasets.AsNoTracking().Include(d => d.Licences).GetAsync(key, expected, cancellation);
        DatasetInput input = await JsonBody.OverlayAsync(Request, current.ToInput(), [nameof(DatasetInput.Key)], cancellation);
        Dataset changed = await useCase.HandleAsync(key, expected, input, cancellation);
        return await WrittenAsync<Dataset, DatasetModel>(db.Datasets, key, changed.RowVersion);
    }

    /// <summary>Makes one available, publishing the version that <c>Version</c> names.</summary>
    [HttpPost("Datasets({key})/Publish")]
    public async Task<IActionResult> Publish(Guid key, [FromServices] PublishDataset useCase, CancellationToken cancellation)
    {
        VersionParameter body = await JsonBody.ReadAsync<VersionParameter>(Request, cancellation);
        return await AnsweredAsync(await useCase.HandleAsync(key, RowETag.Optional(Request), body.Version, cancellation));
    }

    /// <summary>Whom and what it would touch to halt its use.</summary>
    [HttpGet("Datasets({key})/Impact()")]
    public async Task<IActionResult> Impact(Guid key, [FromServices] ReadImpact useCase, [FromServices] Core.Common.Calendar calendar, CancellationToken cancellation) =>
        Ok(await useCase.OfDatasetAsync(key, calendar.Today, cancellation));

    /// <summary>Halts its use.</summary>
    [HttpPost("Datasets({key})/Suspend")]
    public async Task<IActionResult> Suspend(Guid key, [FromServices] HaltDataset useCase, CancellationToken cancellation)
    {
        ReasonParameter body = await JsonBody.ReadAsync<ReasonParameter>(Request, cancellation);
        return await AnsweredAsync(await useCase.SuspendAsync(key, RowETag.Optional(Request), body.Reason, cancellation));
    }

    /// <summary>Ends it for good.</summary>
    [HttpPost("Datasets({key})/Withdraw")]
    public async Task<IActionResult> Withdraw(Guid key, [FromServices] HaltDataset useCase, CancellationToken cancellation)
    {
        ReasonParameter body = await JsonBody.ReadAsync<ReasonParameter>(Request, cancellation);
        return await AnsweredAsync(await useCase.WithdrawAsync(key, RowETag.Optional(Request), body.Reason, cancellation));
    }

    private Task<IActionResult> AnsweredAsync(Dataset dataset) => WrittenAsync<Dataset, DatasetModel>(db.Datasets, dataset.Id, dataset.RowVersion);

    private sealed record VersionParameter(string? Version = null);
}
