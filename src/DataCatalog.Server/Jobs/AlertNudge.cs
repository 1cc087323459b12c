using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Auth;
using DataCatalog.Server.Pages;

namespace DataCatalog.Server.Jobs;

/// <summary>Wakes the expiry sweep after a write that can have moved a watched date, so that an alert that is due comes at once.</summary>
public sealed class AlertNudge(RequestDelegate next, AlertSignal signal)
{
    private static readonly string[] Sets = ["Agreements", "Datasets", "Entitlements", "Programmes", "Consortia"];

    /// <summary>Runs the request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (HttpMethods.IsGet(context.Request.Method) || context.Response.StatusCode >= 400 || !Concerns(context.Request.Path)) return;
        // Who may change nothing wakes nothing.
        if (context.RequestServices.GetRequiredService<Caller>().Actor.Roles != Roles.None) signal.Raise();
    }

    private static bool Concerns(PathString path) =>
        PagePaths.IsPage(path) || path.StartsWithSegments("/import", StringComparison.OrdinalIgnoreCase)
        || Sets.Any(set => path.Value!.StartsWith("/odata/" + set, StringComparison.OrdinalIgnoreCase));
}
