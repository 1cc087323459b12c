using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Compliance.UseCases;
using DataCatalog.Server.Api.Query;
using Microsoft.AspNetCore.Mvc;

namespace DataCatalog.Server.Api.Compliance;

/// <summary>Copies of data over the API.</summary>
public sealed class DataCopiesController(IRegistryDb db) : RegistryController
{
    /// <summary>Lists them.</summary>
    [HttpGet("DataCopies")]
    [HttpGet("DataCopies/$count")]
    public Task<IActionResult> List() => RowsAsync<DataCopy, DataCopyModel>(db.DataCopies);

    /// <summary>Reads one.</summary>
    [HttpGet("DataCopies({key})")]
    public Task<IActionResult> One(Guid key) => RowAsync<DataCopy, DataCopyModel>(db.DataCopies, key);

    /// <summary>Records one.</summary>
    [HttpPost("DataCopies")]
    public async Task<IActionResult> Register([FromServices] RecordDataCopy useCase, CancellationToken cancellation)
    {
        DataCopy made = await useCase.HandleAsync(await JsonBody.ReadAsync<DataCopyInput>(Request, cancellation), cancellation);
        return await WrittenAsync<DataCopy, DataCopyModel>(db.DataCopies, made.Id, made.RowVersion, $"DataCopies({made.Id})");
    }

    /// <summary>Records that one was deleted.</summary>
    [HttpPost("DataCopies({key})/Delete")]
    public async Task<IActionResult> Delete(Guid key, [FromServices] RecordCopyDeletion useCase, CancellationToken cancellation)
    {
        DeletionParameters body = await JsonBody.ReadAsync<DeletionParameters>(Request, cancellation);
        DataCopy changed = await useCase.HandleAsync(key, RowETag.Optional(Request), body.On, body.How, body.CertificateSha256, cancellation);
        return await WrittenAsync<DataCopy, DataCopyModel>(db.DataCopies, key, changed.RowVersion);
    }

    private sealed record DeletionParameters(DateOnly? On = null, string? How = null, string? CertificateSha256 = null);
}
