using DataCatalog.Core.Common;
using DataCatalog.Server.Api.Query;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OData.Routing.Attributes;
using Microsoft.AspNetCore.OData.Routing.Controllers;

namespace DataCatalog.Server.Api;

/// <summary>What the controllers of the OData service share: they bind, call one use case, and answer through the read path.</summary>
[Route("odata")]
[ODataAttributeRouting]
public abstract class RegistryController : ODataController
{
    /// <summary>The read path of this request.</summary>
    protected ReadPath Reads => HttpContext.RequestServices.GetRequiredService<ReadPath>();

    /// <summary>The state that the caller read.</summary>
    protected long IfMatch => RowETag.Required(Request);

    /// <summary>Answers rows.</summary>
    protected Task<IActionResult> RowsAsync<TEntity, TModel>(IQueryable<TEntity> rows)
        where TEntity : class
        where TModel : class =>
        Reads.ListAsync<TEntity, TModel>(Request, rows, HttpContext.RequestAborted);

    /// <summary>Answers rows, or what changed in them since they were read.</summary>
    protected Task<IActionResult> TrackedAsync<TEntity, TModel>(IQueryable<TEntity> rows)
        where TEntity : Entity
        where TModel : class, IRowModel =>
        HttpContext.RequestServices.GetRequiredService<DeltaPath>().ListAsync<TEntity, TModel>(Request, rows, HttpContext.RequestAborted);

    /// <summary>Answers the row of that id.</summary>
    protected Task<IActionResult> RowAsync<TEntity, TModel>(IQueryable<TEntity> rows, Guid id)
        where TEntity : Entity
        where TModel : class =>
        Reads.SingleAsync<TEntity, TModel>(Request, rows.Where(r => r.Id == id), StatusCodes.Status200OK, HttpContext.RequestAborted);

    /// <summary>Answers a write: the row as the caller now sees it, or nothing where the caller prefers that.</summary>
    /// <param name="rows">The rows it is in.</param>
    /// <param name="id">The row.</param>
    /// <param name="version">Its state now.</param>
    /// <param name="address">Its address under the service's root where it was made; null where it was changed.</param>
    protected async Task<IActionResult> WrittenAsync<TEntity, TModel>(IQueryable<TEntity> rows, Guid id, long version, string? address = null)
        where TEntity : Entity
        where TModel : class
    {
        if (address is not null) Response.Headers.Location = Location(address);
        Response.Headers.ETag = RowETag.Of(version);
        if (!Preferences.Minimal(Request))
        {
            return await Reads.SingleAsync<TEntity, TModel>(Request, rows.Where(r => r.Id == id), address is null ? StatusCodes.Status200OK : StatusCodes.Status201Created, HttpContext.RequestAborted);
        }

        Response.Headers["Preference-Applied"] = "return=minimal";
        if (address is not null) Response.Headers["OData-EntityId"] = Location(address);
        return NoContent();
    }

    private string Location(string address) => $"{Links.Root(Request, HttpContext.RequestServices.GetRequiredService<Microsoft.Extensions.Options.IOptions<Hosting.Options.CatalogOptions>>().Value.PublicUrl)}/odata/{address}";
}
