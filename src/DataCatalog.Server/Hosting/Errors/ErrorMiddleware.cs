using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Auth;
using DataCatalog.Server.Hosting.Options;
using DataCatalog.Server.Pages;
using DataCatalog.Storage.Postgres;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace DataCatalog.Server.Hosting.Errors;

/// <summary>The last resort of every request: turns exceptions and bare status codes into the one error shape.</summary>
public sealed class ErrorMiddleware(RequestDelegate next, IOptions<CatalogOptions> options, ILogger<ErrorMiddleware> logger)
{
    /// <summary>Runs the request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (!context.Response.HasStarted && BareStatus(context) is { } error) await ErrorWriter.WriteAsync(context, context.Response.StatusCode, error);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested && !TimedOut(context))
        {
            if (!context.Response.HasStarted) context.Response.StatusCode = 499;
        }
        catch (Exception exception)
        {
            await RefuseAsync(context, exception);
        }
    }

    private async Task RefuseAsync(HttpContext context, Exception exception)
    {
        (int status, DomainException error) = exception is OperationCanceledException || PostgresFaults.IsTooSlow(exception)
            ? (StatusCodes.Status503ServiceUnavailable, new DomainException(ApiErrors.TimedOut, null, options.Value.Limits.RequestSeconds))
            : ErrorMapper.Map(exception);
        if (status >= 500 || context.Response.HasStarted) logger.LogError(exception, "{Method} {Path} failed with {Code}", context.Request.Method, context.Request.Path, error.Error.Code);
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        await ErrorWriter.WriteAsync(context, status, error);
    }

    private static bool TimedOut(HttpContext context) =>
        context.Features.Get<Microsoft.AspNetCore.Http.Timeouts.IHttpRequestTimeoutFeature>()?.RequestTimeoutToken.IsCancellationRequested == true;

    private static DomainException? BareStatus(HttpContext context) => (context.Response.StatusCode, context.Response.ContentLength, context.Response.ContentType) switch
    {
        // What a page posted to a form that it does not hold, or without its token, is refused with nothing but a type.
        (StatusCodes.Status400BadRequest, _, _) when PagePaths.ReadsPages(context.Request) => new DomainException(ApiErrors.FormExpired),
        (_, > 0, _) or (_, _, not null) => null,
        (StatusCodes.Status401Unauthorized, _, _) => new DomainException(ApiErrors.Unauthorized),
        (StatusCodes.Status403Forbidden, _, _) => new DomainException(CommonErrors.Forbidden, null, RolesOf(context)),
        (StatusCodes.Status404NotFound, _, _) => new DomainException(ApiErrors.NoSuchAddress),
        (StatusCodes.Status405MethodNotAllowed, _, _) => new DomainException(ApiErrors.MethodNotAllowed, null, context.Request.Method),
        (StatusCodes.Status415UnsupportedMediaType, _, _) => new DomainException(ApiErrors.UnsupportedMediaType),
        (StatusCodes.Status400BadRequest, _, _) => new DomainException(ApiErrors.BadQuery, null, "the request is malformed."),
        _ => null,
    };

    // What the address itself asks for; where it names no role, any will do.
    private static string RolesOf(HttpContext context)
    {
        IReadOnlyList<IAuthorizeData> asked = context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>() ?? [];
        string[] named = [.. asked.SelectMany(a => (a.Policy == AuthSetup.Administrators ? "programme-admin" : a.Roles ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal)];
        return named.Length > 0 ? string.Join(", ", named) : RoleNames.Join(Enum.GetValues<Roles>().Aggregate((all, role) => all | role));
    }
}
