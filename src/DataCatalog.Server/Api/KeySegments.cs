using System.Text.RegularExpressions;

namespace DataCatalog.Server.Api;

/// <summary>Lets a key stand as a segment of its own (OData 4.01 URL Conventions, section 4.3.6): <c>Datasets/{id}</c> means <c>Datasets({id})</c>.</summary>
public sealed partial class KeySegments(RequestDelegate next)
{
    /// <summary>Runs the request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        PathString path = context.Request.Path;
        if (path.StartsWithSegments("/odata", StringComparison.OrdinalIgnoreCase)) context.Request.Path = KeySegment().Replace(path.Value!, "($1)");
        return next(context);
    }

    [GeneratedRegex("/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?=/|$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeySegment();
}
