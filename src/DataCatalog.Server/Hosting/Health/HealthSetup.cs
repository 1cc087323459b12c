using System.Text.Json;
using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using DataCatalog.Server.Hosting.Instances;
using DataCatalog.Server.Jobs;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Hosting.Health;

/// <summary>Tells probes whether the service lives and whether it can serve.</summary>
public static class HealthSetup
{
    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>; both open to all, and say nothing of the content.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Json(new { status = "live" })).AllowAnonymous();
        endpoints.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
    }

    // Search that is away degrades the service; only the database is needed to serve.
    private static async Task<IResult> ReadyAsync(IRegistryDbFactory registry, ISearchIndex index, Drain drain, JobWatch jobs, CancellationToken cancellation)
    {
        if (drain.Running) return Results.Json(new { status = "stopping" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        try
        {
            await registry.UseAsync(db => db.Programmes.AnyAsync(cancellation));
        }
        catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException)
        {
            return Results.Json(new { status = "not-ready", database = "unavailable" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        SearchHealth search = await index.HealthAsync(cancellation);
        IReadOnlyList<string> late = jobs.Late();
        return Results.Json(new
        {
            status = search.State == SearchState.Ready && late.Count == 0 ? "ready" : "degraded",
            database = "ready",
            search = JsonNamingPolicy.KebabCaseLower.ConvertName(search.State.ToString()),
            jobs = late.Count == 0 ? "ready" : "late: " + string.Join(", ", late),
        });
    }
}
