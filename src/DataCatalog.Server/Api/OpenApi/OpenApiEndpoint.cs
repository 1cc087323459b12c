using System.Text;
using DataCatalog.Core.Common;

namespace DataCatalog.Server.Api.OpenApi;

/// <summary>Answers <c>GET /openapi</c> and <c>GET /openapi.json</c>.</summary>
public static class OpenApiEndpoint
{
    /// <summary>Maps both addresses; they ask for a key, as what they describe does.</summary>
    public static void MapOpenApiDocument(this IEndpointRouteBuilder endpoints)
    {
        // Written at the first request: by then every endpoint is mapped.
        var staff = new Lazy<byte[]>(() => Write(endpoints, staff: true));
        var member = new Lazy<byte[]>(() => Write(endpoints, staff: false));
        IResult Answer(Actor actor) => Results.Bytes((actor.SeesEverything ? staff : member).Value, "application/json; charset=utf-8");
        endpoints.MapGet("/openapi", Answer);
        endpoints.MapGet("/openapi.json", Answer);
    }

    private static byte[] Write(IEndpointRouteBuilder endpoints, bool staff) =>
        Encoding.UTF8.GetBytes(OpenApiDocument.Write(endpoints.DataSources.SelectMany(s => s.Endpoints), staff));
}
