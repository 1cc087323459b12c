using System.Threading.RateLimiting;
using DataCatalog.Core.Common;
using DataCatalog.Server.Api.Query;
using DataCatalog.Server.Hosting.Errors;
using DataCatalog.Server.Hosting.Options;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.OData.Batch;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace DataCatalog.Server.Api.Batch;

/// <summary>Runs <c>$batch</c> within its limits: each change set in one transaction, every part for the caller of the whole.</summary>
public sealed class RegistryBatchHandler : DefaultODataBatchHandler
{
    private static readonly string[] Credentials = ["Authorization", "X-Api-Key", "Cookie"];
    private readonly LimitOptions limits;

    /// <summary>Makes the handler.</summary>
    public RegistryBatchHandler(LimitOptions limits)
    {
        this.limits = limits;
        MessageQuotas.MaxPartsPerBatch = limits.BatchOperations;
        MessageQuotas.MaxOperationsPerChangeset = limits.BatchOperations;
        MessageQuotas.MaxReceivedMessageSize = limits.BodyBytes;
        MessageQuotas.MaxNestingDepth = 32;
    }

    /// <inheritdoc/>
    public override async Task ProcessBatchAsync(HttpContext context, RequestDelegate nextHandler)
    {
        if (context.User.Identity?.IsAuthenticated != true) throw new DomainException(ApiErrors.Unauthorized);
        // The library keeps this on the handler, which all requests share; a feature goes with the request's own parts.
        context.Features.Set(new OnError(Preferences.Value(context.Request, "odata.continue-on-error") ?? Preferences.Value(context.Request, "continue-on-error")));
        context.Features.Set(await BatchPlan.ReadAsync(context.Request, context.RequestAborted));
        await base.ProcessBatchAsync(context, nextHandler);
    }

    /// <inheritdoc/>
    public override async Task<IList<ODataBatchRequestItem>> ParseBatchRequestsAsync(HttpContext context)
    {
        IList<ODataBatchRequestItem> items = await ParseAsync(context);
        HttpContext[] parts = [.. items.SelectMany(Parts)];
        if (parts.Length > limits.BatchOperations) throw Bad($"it has more than {limits.BatchOperations} operations.");
        Charge(context, parts.Length - 1);
        foreach (HttpContext part in parts)
        {
            if (part.Request.Path.Value!.Any(char.IsControl)) throw Bad("the URL of a part holds a control character.");
            if (part.Request.GetEncodedPathAndQuery().Length > limits.BatchUrl) throw Bad($"the URL of a part is longer than {limits.BatchUrl} characters.");
            if (Credentials.Any(name => part.Request.Headers[name] != context.Request.Headers[name])) throw Bad("a part carries credentials of its own; sign in on the batch itself.");
        }

        return items;
    }

    /// <inheritdoc/>
    public override async Task<IList<ODataBatchResponseItem>> ExecuteRequestMessagesAsync(IEnumerable<ODataBatchRequestItem> requests, RequestDelegate handler)
    {
        List<ODataBatchResponseItem> responses = [];
        HashSet<string> failed = new(StringComparer.Ordinal);
        foreach (ODataBatchRequestItem request in requests)
        {
            BatchPlan plan = Parts(request).First().Features.Get<BatchPlan>()!;
            string[] ids = [.. Parts(request).Select(p => p.Request.GetODataContentId()).OfType<string>()];
            ODataBatchResponseItem response = plan.Needs(ids).FirstOrDefault(failed.Contains) is { } missing
                ? await request.SendRequestAsync(part => RefuseAsync(part, missing))
                : request is ChangeSetRequestItem changes ? await RunAsync(changes, handler) : await request.SendRequestAsync(handler);
            responses.Add(plan.GroupOf(ids) is { } group && response is ChangeSetResponseItem all ? new NamedChangeSet(group, all.Contexts) : response);
            if (Succeeded(response)) continue;
            if (!Continues(request)) break;
            failed.UnionWith(plan.NamesOf(ids));
        }

        return responses;
    }

    private async Task<IList<ODataBatchRequestItem>> ParseAsync(HttpContext context)
    {
        try
        {
            return await base.ParseBatchRequestsAsync(context);
        }
        catch (Exception e) when (e is InvalidOperationException or UriFormatException or ArgumentException or NullReferenceException)
        {
            throw Bad("it is malformed, or a part's address is not within /odata.");
        }
    }

    private static async Task<ODataBatchResponseItem> RunAsync(ChangeSetRequestItem changes, RequestDelegate handler)
    {
        IRegistryDb db = changes.Contexts.First().RequestServices.GetRequiredService<IRegistryDb>();
        try
        {
            return await db.WriteAsync(
                async _ =>
                {
                    ODataBatchResponseItem response = await changes.SendRequestAsync(handler);
                    return Succeeded(response) ? response : throw new ChangeSetRefusedException(response);
                },
                changes.Contexts.First().RequestAborted);
        }
        catch (ChangeSetRefusedException refused)
        {
            return refused.Response;
        }
    }

    private static Task RefuseAsync(HttpContext part, string missing) => ErrorWriter.WriteAsync(part, new DomainException(ApiErrors.FailedDependency, null, missing));

    private static IEnumerable<HttpContext> Parts(ODataBatchRequestItem item) => item switch
    {
        OperationRequestItem operation => [operation.Context],
        ChangeSetRequestItem changes => changes.Contexts,
        _ => [],
    };

    private static bool Succeeded(ODataBatchResponseItem item) => item switch
    {
        OperationResponseItem operation => operation.Context.Response.StatusCode < 400,
        ChangeSetResponseItem changes => changes.Contexts.All(c => c.Response.StatusCode < 400),
        _ => false,
    };

    private static bool Continues(ODataBatchRequestItem item) => Parts(item).First().Features.Get<OnError>() is { Continue: "" or "true" };

    // The batch itself was charged as one request.
    private static void Charge(HttpContext context, int requests)
    {
        if (requests <= 0) return;
        PartitionedRateLimiter<HttpContext>? limiter = context.RequestServices.GetRequiredService<IOptions<RateLimiterOptions>>().Value.GlobalLimiter;
        using RateLimitLease? lease = limiter?.AttemptAcquire(context, requests);
        if (lease is { IsAcquired: false }) throw new DomainException(ApiErrors.TooManyRequests);
    }

    private static DomainException Bad(string why) => new(ApiErrors.BadBatch, null, why);

    private sealed record OnError(string? Continue);

    private sealed class ChangeSetRefusedException(ODataBatchResponseItem response) : Exception
    {
        public ODataBatchResponseItem Response { get; } = response;
    }
}
