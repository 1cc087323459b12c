using System.Globalization;
using System.Security.Claims;
using DataCatalog.Core.Common;
using DataCatalog.Server.Pages;
using DataCatalog.Storage.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace DataCatalog.Server.Hosting.Auth;

/// <summary>
/// A browser's session: an encrypted cookie that says which key or person signed in. What they may do is asked anew with each request, so
/// that a key that was revoked, or a consortium that left, shows at once.
/// </summary>
public static class Session
{
    /// <summary>Name of the scheme.</summary>
    public const string Scheme = "Session";

    /// <summary>Longest time without a request.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(10);

    /// <summary>Longest time altogether: after that one signs in again, however busy.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private const string KeyId = "key", SessionId = "session", Since = "since";

    /// <summary>
    /// Whether a request is its browser's: a page, or a look at what programs use. A cookie never changes anything outside the pages, whose
    /// forms carry a token of their own.
    /// </summary>
    public static bool Concerns(HttpRequest request)
    {
        if (request.Headers.ContainsKey("X-Api-Key") || request.Headers.ContainsKey("Authorization")) return false;
        if (PagePaths.IsPage(request.Path)) return true;
        bool looks = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        // The scheduler's pages ask by POST how it goes, with a token against forgery.
        return (looks || request.Path.StartsWithSegments(Jobs.JobsRegistration.DashboardPath, StringComparison.OrdinalIgnoreCase)) && request.Cookies.ContainsKey(CookieName);
    }

    /// <summary>Name of the cookie.</summary>
    public const string CookieName = "session";

    /// <summary>The session of a key's holder.</summary>
    public static ClaimsPrincipal Of(Actor holder) => new(new ClaimsIdentity([new Claim(KeyId, holder.Id.ToString()), new Claim(ClaimTypes.Name, holder.Name)], Scheme));

    /// <summary>Sets the cookie up.</summary>
    public static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = CookieName;
        cookie.Cookie.HttpOnly = true;
        // A link in a message opens the page that it names; forms are guarded by their tokens.
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = Idle;
        cookie.SlidingExpiration = true;
        cookie.Events.OnSigningIn = Begin;
        cookie.Events.OnSigningOut = EndAsync;
        cookie.Events.OnValidatePrincipal = OpenAsync;
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
        cookie.Events.OnRedirectToLogin = context =>
        {
            HttpRequest request = context.Request;
            if (!HttpMethods.IsGet(request.Method) || !PagePaths.ReadsPages(request)) return context.HttpContext.ChallengeAsync(ApiKeyAuthentication.SchemeName);
            context.Response.Redirect("/sign-in?back=" + Uri.EscapeDataString(request.Path + request.QueryString));
            return Task.CompletedTask;
        };
    }

    private static Task Begin(CookieSigningInContext context)
    {
        TimeProvider clock = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        string since = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        ((ClaimsIdentity)context.Principal!.Identity!).AddClaims([new Claim(SessionId, Ids.New(clock).ToString()), new Claim(Since, since)]);
        return Task.CompletedTask;
    }

    private static async Task EndAsync(CookieSigningOutContext context)
    {
        if (Lasting(context.HttpContext.User) is not var (id, runsOut)) return;
        await context.HttpContext.RequestServices.GetRequiredService<EndedSessions>().AddAsync(id, runsOut, context.HttpContext.RequestAborted);
    }

    // The session's id, and when it runs out at the latest; null where the cookie is of a time before sessions had one.
    private static (Guid Id, DateTimeOffset RunsOut)? Lasting(ClaimsPrincipal? session) =>
        Guid.TryParse(session?.FindFirstValue(SessionId), out Guid id) && long.TryParse(session!.FindFirstValue(Since), CultureInfo.InvariantCulture, out long since)
            ? (id, DateTimeOffset.FromUnixTimeSeconds(since) + Longest) : null;

    private static async Task OpenAsync(CookieValidatePrincipalContext context)
    {
        IServiceProvider services = context.HttpContext.RequestServices;
        DateTimeOffset now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (Lasting(context.Principal) is not var (id, runsOut) || runsOut <= now || await services.GetRequiredService<EndedSessions>().HasAsync(id, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            return;
        }

        Actor? actor = Guid.TryParse(context.Principal?.FindFirstValue(KeyId), CultureInfo.InvariantCulture, out Guid key)
            ? await services.GetRequiredService<KeyDoor>().ReopenAsync(key, context.HttpContext.RequestAborted)
            : await services.GetRequiredService<People>().ActorAsync(context.Principal!, context.HttpContext.RequestAborted);
        if (actor is null)
        {
            context.RejectPrincipal();
            return;
        }

        services.GetRequiredService<Caller>().Actor = actor with { RequestId = context.HttpContext.TraceIdentifier };
        var identity = new ClaimsIdentity(context.Principal!.Claims.Where(c => c.Type != ClaimTypes.Role), Scheme);
        identity.AddClaims(RoleNames.Of(actor.Roles).Select(r => new Claim(ClaimTypes.Role, r)));
        context.ReplacePrincipal(new ClaimsPrincipal(identity));
    }
}
