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
    private const string Ready = "ready";

    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>; both open to all, and say nothing of the content; programme administrators are told what is wrong.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Json(new { status = "live" })).AllowAnonymous();
        endpoints.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
    }

    // Search that is away degrades the service; only the database is needed to serve.
    private static async Task<IResult> ReadyAsync(RegistryDbFactory registry, ISearchIndex index, Drain drain, JobWatch jobs, Actor caller, CancellationToken cancellation)
    {
        if (drain.Running) return Results.Json(new { status = "stopping" }, Style, statusCode: StatusCodes.Status503ServiceUnavailable);
        (string database, string? fault) = await DatabaseAsync(registry, cancellation);
        bool told = caller.Roles.HasFlag(Roles.ProgrammeAdmin);
        if (database != Ready) return Results.Json(new { status = "not-ready", database, detail = told ? fault : null }, Style, statusCode: StatusCodes.Status503ServiceUnavailable);
        SearchHealth search = await index.HealthAsync(cancellation);
        IReadOnlyList<string> late = jobs.Late();
        return Results.Json(
            new
            {
                status = search.State == SearchState.Ready && late.Count == 0 ? Ready : "degraded",
                database,
                search = JsonNamingPolicy.KebabCaseLower.ConvertName(search.State.ToString()),
                jobs = late.Count == 0 ? Ready : "late: " + string.Join(", ", late),
                detail = told ? search.Detail : null,
                documents = told ? search.Documents : (long?)null,
            },
            Style);
    }

    private static JsonSerializerOptions Style { get; } = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    // A database that lacks this release's migrations cannot be served from; one that has later ones can, as during a rolling upgrade.
    private static async Task<(string State, string? Fault)> DatabaseAsync(RegistryDbFactory registry, CancellationToken cancellation)
    {
        try
        {
            await using RegistryDb db = registry.Create(Actor.Registry);
            int pending = (await db.Database.GetPendingMigrationsAsync(cancellation)).Count();
            return pending == 0 ? (Ready, null) : ("migrations-pending", $"{pending} migrations are not applied; run 'migrate'.");
        }
        catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException)
        {
            return ("unavailable", $"{e.GetType().Name}: {e.Message}");
        }
    }
}
