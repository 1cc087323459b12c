using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Compliance.UseCases;
using DataCatalog.Server.Hosting.Errors;
using DataCatalog.Server.Hosting.Options;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace DataCatalog.Server.Api.Documents;

/// <summary><c>/documents</c>: files by their content, in and out as streams.</summary>
public static class DocumentsEndpoint
{
    /// <summary>Maps the addresses.</summary>
    public static void MapDocuments(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/documents", KeepAsync).WithMetadata(new DisableRequestSizeLimitAttribute()).DisableRequestTimeout().DisableAntiforgery();
        endpoints.MapGet("/documents/{sha256}", GiveAsync).DisableRequestTimeout();
    }

    private static async Task<IResult> KeepAsync(HttpContext context, KeepDocument useCase, IOptions<CatalogOptions> options)
    {
        long most = options.Value.Limits.DocumentBytes;
        if (context.Request.ContentLength > most) throw new DomainException(ComplianceErrors.DocumentTooLarge, null, most);
        StoredDocument kept = await useCase.HandleAsync(context.Request.Body, context.RequestAborted);
        return Results.Json(kept, Query.JsonBody.Options, statusCode: StatusCodes.Status201Created);
    }

    // To be saved, never shown: it is anybody's content.
    private static async Task<IResult> GiveAsync(HttpContext context, string sha256, KeepDocument useCase, IDocumentStore documents)
    {
        if (await useCase.FindAsync(sha256, context.RequestAborted) is not { } found) throw new DomainException(ApiErrors.NoSuchAddress);
        return Results.Stream(documents.Open(sha256), "application/octet-stream", found.Name ?? sha256, entityTag: new EntityTagHeaderValue($"\"{sha256}\""), enableRangeProcessing: true);
    }
}
