using DataCatalog.Server.Hosting.Auth;
using DataCatalog.Server.Jobs;
using DataCatalog.Server.Pages;

namespace DataCatalog.Server.Hosting.Startup;

/// <summary>Headers that every answer carries, so that browsers neither guess nor embed.</summary>
public sealed class SafeHeaders(RequestDelegate next)
{
    private const string Closed = "default-src 'none'; frame-ancestors 'none'";

    // The scheduler's dashboard is another's page, with scripts in its text; only administrators reach it.
    private const string Dashboard = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    /// <summary>Runs the request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        string policy = context.Request.Path.StartsWithSegments(JobsRegistration.DashboardPath, StringComparison.OrdinalIgnoreCase) ? Dashboard
            : PagePaths.IsPage(context.Request.Path) ? PagesSetup.ContentPolicy : Closed;
        context.Response.OnStarting(() =>
        {
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers.TryAdd("Content-Security-Policy", policy);
            // What a session opened is not left behind in a browser that others use.
            if (context.User.Identity?.AuthenticationType == Session.Scheme && headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
            headers.TryAdd("Cache-Control", "no-cache, private");
            return Task.CompletedTask;
        });
        return next(context);
    }
}
