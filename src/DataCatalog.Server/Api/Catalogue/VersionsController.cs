using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Catalogue.UseCases;
using DataCatalog.Core.Common;
using DataCatalog.Server.Api.Query;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Api.Catalogue;

/// <summary>Versions of a dataset over the API.</summary>
public sealed class VersionsController(IRegistryDb db) : RegistryController
{
    /// <summary>Lists a dataset's versions.</summary>
    [HttpGet("Datasets({key})/Versions")]
    [HttpGet("Datasets({key})/Versions/$count")]
    public async Task<IActionResult> List(Guid key) => await RowsAsync<DatasetVersion, DatasetVersionModel>(await OfAsync(key));

    /// <summary>Reads one.</summary>
    [HttpGet("Datasets({key})/Versions({version})")]
    public async Task<IActionResult> One(Guid key, Guid version) => await RowAsync<DatasetVersion, DatasetVersionModel>(await OfAsync(key), version);

    /// <summary>Lists the forms in which one can be had.</summary>
    [HttpGet("Datasets({key})/Versions({version})/Distributions")]
    [HttpGet("Datasets({key})/Versions({version})/Distributions/$count")]
    public async Task<IActionResult> Distributions(Guid key, Guid version)
    {
        IQueryable<DatasetVersion> versions = (await OfAsync(key)).Where(v => v.Id == version);
        if (!await versions.AnyAsync(HttpContext.RequestAborted)) throw new DomainException(CommonErrors.NotFound, null, nameof(DatasetVersion), version);
        return await RowsAsync<Distribution, DistributionModel>(versions.SelectMany(v => v.Distributions));
    }

    /// <summary>Adds one that can still be changed.</summary>
    [HttpPost("Datasets({key})/Versions")]
    public async Task<IActionResult> Describe(Guid key, [FromServices] DescribeVersion useCase, CancellationToken cancellation)
    {
        DatasetVersion made = await useCase.HandleAsync(key, RowETag.Optional(Request), await JsonBody.ReadAsync<DatasetVersionInput>(Request, cancellation), cancellation);
        return await WrittenAsync<DatasetVersion, DatasetVersionModel>(db.DatasetVersions, made.Id, made.RowVersion, $"Datasets({key})/Versions({made.Id})");
    }

    /// <summary>Changes one that is not published.</summary>
    [HttpPatch("Datasets({key})/Versions({version})")]
    public async Task<IActionResult> Change(Guid key, Guid version, [FromServices] ChangeVersion useCase, CancellationToken cancellation)
    {
        long expected = IfMatch;
        DatasetVersion current = await (await OfAsync(key)).AsNoTracking().Include(v => v.Distributions).GetAsync(version, expected, cancellation);
        DatasetVersionInput input = await JsonBody.OverlayAsync(Request, current.ToInput(), [nameof(DatasetVersionInput.Number)], cancellation);
        DatasetVersion changed = await useCase.HandleAsync(version, expected, input, cancellation);
        return await WrittenAsync<DatasetVersion, DatasetVersionModel>(db.DatasetVersions, version, changed.RowVersion);
    }

    private async Task<IQueryable<DatasetVersion>> OfAsync(Guid dataset)
    {
        if (!await db.Datasets.AnyAsync(d => d.Id == dataset, HttpContext.RequestAborted)) throw new DomainException(CommonErrors.NotFound, null, nameof(Dataset), dataset);
        return db.DatasetVersions.Where(v => v.DatasetId == dataset);
    }
}
