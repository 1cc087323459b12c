namespace DataCatalog.Server.Pages;

/// <summary>Tells the pages' addresses from the roads of programs.</summary>
public static class PagePaths
{
    private static readonly string[] Programs = ["/odata", "/import", "/export", "/documents", "/feeds", "/openapi", "/openapi.json", "/hangfire", "/health"];

    /// <summary>Whether an address is a page's.</summary>
    public static bool IsPage(PathString path) => !Programs.Any(p => path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a request comes from who reads pages, and not from a program.</summary>
    public static bool ReadsPages(HttpRequest request) =>
        IsPage(request.Path) && request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
