using System.Security.Cryptography;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Feeds;
using DataCatalog.Core.Compliance.UseCases;
using DataCatalog.Server.Hosting.Errors;
using Microsoft.Net.Http.Headers;

namespace DataCatalog.Server.Api.Feeds;

/// <summary><c>/feeds/{token}/expiries.ics</c>: watched dates for calendars, which cannot sign in.</summary>
public static class FeedsEndpoint
{
    /// <summary>Maps the address.</summary>
    public static IEndpointConventionBuilder MapFeeds(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/feeds/{token}/expiries.ics", ReadAsync).AllowAnonymous();

    private static async Task<IResult> ReadAsync(HttpContext context, ReadFeed feeds)
    {
        if (HiddenFeedTokens.Of(context) is not { Length: 64 } token || await feeds.HandleAsync(token, context.RequestAborted) is not { } content) throw new DomainException(ApiErrors.NoSuchAddress);
        byte[] text = FeedWriter.Write(content);
        context.Response.Headers.CacheControl = "private, max-age=3600";
        return Results.Bytes(text, "text/calendar; charset=utf-8", "expiries.ics", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(text))}\""));
    }
}
