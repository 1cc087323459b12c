using Microsoft.AspNetCore.Mvc;

namespace DataCatalog.Server.Api.Catalogue;

/// <summary>Temporary</summary>
public sealed class DatasetSearch
{
    /// <summary>Finds.</summary>
    public Task<IActionResult> FindAsync(HttpRequest request, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Facets.</summary>
    public Task<IActionResult> FacetsAsync(HttpRequest request, CancellationToken cancellation) => throw new NotSupportedException();
}
