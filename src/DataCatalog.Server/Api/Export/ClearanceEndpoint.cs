using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Api.Export;

/// <summary><c>GET /export/clearances/{id}.json</c>: the signed envelope of a clearance as a file, byte for byte as it was issued.</summary>
public static class ClearanceEndpoint
{
    /// <summary>Maps the address.</summary>
    public static IEndpointConventionBuilder MapClearances(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/export/clearances/{id}.json", HandleAsync);

    private static async Task<IResult> HandleAsync(Guid id, IRegistryDb db, CancellationToken cancellation)
    {
        string envelope = await db.Clearances.AsNoTracking().Where(c => c.Id == id).Select(c => c.Envelope).FirstOrDefaultAsync(cancellation) ?? throw new DomainException(CommonErrors.NotFound, null, nameof(Clearance), id);
        return Results.File(System.Text.Encoding.UTF8.GetBytes(envelope), "application/json", $"clearance-{id}.json");
    }
}
