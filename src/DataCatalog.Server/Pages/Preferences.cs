using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace DataCatalog.Server.Pages;

/// <summary>What a browser keeps for its reader: language, light or dark, and a notice for the next page. Works without script.</summary>
public static class Preferences
{
    /// <summary>Cookie of the language.</summary>
    public const string LanguageCookie = "language";

    /// <summary>Cookie of light or dark.</summary>
    public const string ThemeCookie = "theme";

    private const string NoticeCookie = "notice";

    /// <summary>Maps <c>/language/{ko|en}</c> and <c>/theme/{light|dark|auto}</c>; <c>back</c> says where to go on.</summary>
    public static void MapPreferences(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/language/{value:regex(^(ko|en)$)}", (HttpContext context, string value, string? back) => Keep(context, LanguageCookie, value, back)).AllowAnonymous();
        endpoints.MapGet("/theme/{value:regex(^(light|dark|auto)$)}", (HttpContext context, string value, string? back) => Keep(context, ThemeCookie, value, back)).AllowAnonymous();
    }

    /// <summary>An address of this site, never of another; the home page where it is none.</summary>
    public static string Local(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) && Uri.IsWellFormedUriString(address, UriKind.Relative) ? address : "/";

    /// <summary>Says something on the next page.</summary>
    public static void Say(HttpContext context, string notice) =>
        context.Response.Cookies.Append(NoticeCookie, WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(notice[..Math.Min(notice.Length, 500)])), Of(context, TimeSpan.FromMinutes(1)));

    /// <summary>What is to be said on this page, once; null where nothing is.</summary>
    public static string? Heard(HttpContext context)
    {
        if (context.Request.Cookies[NoticeCookie] is not { Length: > 0 and < 4000 } cookie) return null;
        if (!context.Response.HasStarted) context.Response.Cookies.Delete(NoticeCookie);
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(cookie));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static IResult Keep(HttpContext context, string cookie, string value, string? back)
    {
        context.Response.Cookies.Append(cookie, value, Of(context, TimeSpan.FromDays(365)));
        return Results.LocalRedirect(Local(back));
    }

    private static CookieOptions Of(HttpContext context, TimeSpan age) => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = age, Path = "/" };
}
