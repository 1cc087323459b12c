namespace DataCatalog.Server.Api.Feeds;

/// <summary>Takes the token of a calendar feed out of the address before anything can note the address down.</summary>
public sealed class HiddenFeedTokens(RequestDelegate next)
{
    private static readonly object Token = new();

    /// <summary>Runs the request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.Value!.Split('/') is ["", var feeds, { Length: > 0 } token, var file, ..] && feeds.Equals("feeds", StringComparison.OrdinalIgnoreCase))
        {
            context.Items[Token] = token;
            context.Request.Path = $"/feeds/-/{file}";
        }

        return next(context);
    }

    /// <summary>The token that was in the address.</summary>
    public static string? Of(HttpContext context) => context.Items[Token] as string;
}
