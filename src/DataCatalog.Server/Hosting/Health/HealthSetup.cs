using System.Text.Json;
using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using DataCatalog.Server.Hosting.Instances;
using DataCatalog.Server.Jobs;
using DataCatalog.Storage;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Hosting.Health;

/// <summary>Tells probes whether the service lives and whether it can serve.</summary>
public static class HealthSetup
{
    /// <summary>What the probes' addresses begin with.</summary>
    public const string Path = "/health";

    private const string Ready = "ready";

    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>; both open to all, and say nothing of the content; programme administrators are told what is wrong with search.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path + "/live", () => Results.Json(new { status = "live" })).AllowAnonymous();
        endpoints.MapGet(Path + "/ready", ReadyAsync).AllowAnonymous();
    }

    // Search that is away degrades the service; only the database is needed to serve.
    private static async Task<IResult> ReadyAsync(RegistryDbFactory registry, ISearchIndex index, Drain drain, JobWatch jobs, Actor caller, CancellationToken cancellation)
    {
        if (drain.Running) return Results.Json(new { status = "stopping" }, Style, statusCode: StatusCodes.Status503ServiceUnavailable);
        if (!await ServesAsync(registry, cancellation)) return Results.Json(new { status = "not-ready", database = "unavailable" }, Style, statusCode: StatusCodes.Status503ServiceUnavailable);
        bool told = caller.Roles.HasFlag(Roles.ProgrammeAdmin);
        SearchHealth search = await index.HealthAsync(cancellation);
        IReadOnlyList<string> late = jobs.Late();
        return Results.Json(
            new
            {
                status = search.State == SearchState.Ready && late.Count == 0 ? Ready : "degraded",
                database = Ready,
                search = JsonNamingPolicy.KebabCaseLower.ConvertName(search.State.ToString()),
                jobs = late.Count == 0 ? Ready : "late: " + string.Join(", ", late),
                detail = told ? search.Detail : null,
                documents = told ? search.Documents : (long?)null,
            },
            Style);
    }

    private static JsonSerializerOptions Style { get; } = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    // Migrations are applied before the first request, and while the service runs only a later release adds any, which a rolling upgrade needs to
    // be served beside. So a probe asks what every request needs: that a key can be looked up. A database that was emptied holds none.
    private static async Task<bool> ServesAsync(RegistryDbFactory registry, CancellationToken cancellation)
    {
        try
        {
            await using RegistryDb db = registry.Create(Actor.Registry);
            return await db.ApiKeys.AnyAsync(cancellation);
        }
        catch (Exception away) when (away is System.Data.Common.DbException or InvalidOperationException or DomainException)
        {
            return false;
        }
    }
}
