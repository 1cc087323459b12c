using System.Security.Cryptography;
using System.Text;
using DataCatalog.Server.Hosting.Errors;

namespace DataCatalog.Server.Pages;

/// <summary>The page at <c>/</c>: what this is, and where everything is; in the reader's language, without a key.</summary>
public static class StartPage
{
    private static readonly string Style = Resource("start.css");
    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    /// <summary>Maps it.</summary>
    public static void MapStartPage(this IEndpointRouteBuilder endpoints)
    {
        string[] languages = ["en", "ko"];
        Dictionary<string, string> pages = languages.ToDictionary(l => l, l => Resource($"start-{l}.html").Replace("/*style*/", Style, StringComparison.Ordinal));
        endpoints.MapGet("/", (HttpContext context, string? lang) =>
        {
            string language = lang is "en" or "ko" ? lang : Language.Of(context.Request).TwoLetterISOLanguageName;
            context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'sha256-{StyleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
            context.Response.Headers.Vary = "Accept-Language";
            context.Response.Headers.ContentLanguage = language;
            return Results.Content(pages[language], "text/html; charset=utf-8");
        }).AllowAnonymous();
    }

    private static string Resource(string name)
    {
        using Stream stream = typeof(StartPage).Assembly.GetManifestResourceStream("DataCatalog.Server.Pages." + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
