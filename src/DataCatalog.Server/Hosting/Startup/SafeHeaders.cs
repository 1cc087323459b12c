namespace DataCatalog.Server.Hosting.Startup;

/// <summary>Headers that every answer carries, so that browsers neither guess nor embed.</summary>
public sealed class SafeHeaders(RequestDelegate next)
{
    /// <summary>Runs the request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        context.Response.OnStarting(() =>
        {
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers.TryAdd("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            headers.TryAdd("Cache-Control", "no-cache, private");
            return Task.CompletedTask;
        });
        return next(context);
    }
}
