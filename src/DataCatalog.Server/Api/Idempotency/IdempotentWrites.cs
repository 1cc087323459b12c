using System.Collections.Concurrent;
using DataCatalog.Core.Common;
using DataCatalog.Server.Api.Batch;
using DataCatalog.Server.Hosting.Errors;
using DataCatalog.Storage;
using DataCatalog.Storage.Idempotency;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Primitives;

namespace DataCatalog.Server.Api.Idempotency;

/// <summary>
/// Honours <c>Idempotency-Key</c>: the write and the note that it was made with that key are one transaction, and whoever sends it again gets
/// the answer that was given. A refusal changes nothing, so it is not kept and the key stays free. A batch takes no key: its parts are many requests.
/// </summary>
public sealed class IdempotentWrites(RequestDelegate next, IDataProtectionProvider protection)
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 255;
    private readonly ConcurrentDictionary<(Guid Owner, string Key), byte> running = new();
    // Answers can hold secrets that are told once, as a new API key's.
    private readonly IDataProtector protector = protection.CreateProtector("DataCatalog.IdempotencyKeys.v1");

    /// <summary>Runs the request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (KeyOf(context) is not { } key)
        {
            await next(context);
            return;
        }

        RegistryDb db = context.RequestServices.GetRequiredService<RegistryDb>();
        if (!running.TryAdd((db.Actor.Id, key), 0)) throw new DomainException(ApiErrors.IdempotencyInProgress, Header);
        try
        {
            await AnswerAsync(context, db, key);
        }
        finally
        {
            running.TryRemove((db.Actor.Id, key), out _);
        }
    }

    private async Task AnswerAsync(HttpContext context, RegistryDb db, string key)
    {
        string sha256 = await Replies.FingerprintAsync(context.Request);
        KeptAnswers kept = context.RequestServices.GetRequiredService<KeptAnswers>();
        Stream wire = context.Response.Body;
        using var body = new MemoryStream();
        KeptAnswer? earlier = null;
        try
        {
            earlier = await db.WriteAsync(
                async token =>
                {
                    if (await kept.ClaimAsync(key, sha256, token) is { } known) return known.Sha256 == sha256 ? known : throw new DomainException(ApiErrors.IdempotencyKeyReused, Header);
                    context.Response.Body = body;
                    await next(context);
                    if (context.Response.StatusCode >= 400) throw new RefusedException();
                    await kept.KeepAsync(key, context.Response.StatusCode, Replies.Headers(context.Response), protector.Protect(body.ToArray()), token);
                    return null;
                },
                context.RequestAborted);
        }
        catch (RefusedException)
        {
            // The answer that is written below says why.
        }
        finally
        {
            context.Response.Body = wire;
        }

        if (earlier is null) await Replies.WriteAsync(context.Response, body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted);
        else await Replies.ReplayAsync(context.Response, earlier, protector.Unprotect(earlier.Body!), context.RequestAborted);
    }

    private static string? KeyOf(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (!request.Headers.TryGetValue(Header, out StringValues values) || !Takes(request) || context.Features.Get<BatchPlan>() is not null) return null;
        string key = values.ToString();
        return values.Count == 1 && key.Length is > 0 and <= LongestKey && key.All(c => c is > ' ' and <= '~')
            ? key
            : throw new DomainException(ApiErrors.BadHeader, Header, Header, $"send one key of at most {LongestKey} visible ASCII characters, as in a UUID.");
    }

    private static bool Takes(HttpRequest request) =>
        (HttpMethods.IsPost(request.Method) || HttpMethods.IsPatch(request.Method))
        && request.Path.StartsWithSegments("/odata", StringComparison.OrdinalIgnoreCase)
        && !request.Path.Value!.EndsWith("/$query", StringComparison.OrdinalIgnoreCase) && !request.Path.Value.EndsWith("/$batch", StringComparison.OrdinalIgnoreCase);

    private sealed class RefusedException : Exception;
}
