using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.ResponseCompression;

namespace DataCatalog.Server.Pages;

/// <summary>Adds and maps the pages: drawn by the server, whole without script.</summary>
public static class PagesSetup
{
    /// <summary>What a page may load: its own sheet, its own script, nothing inline and nothing from elsewhere.</summary>
    public const string ContentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    private const string AssetRoot = "/assets";
    private static readonly Dictionary<string, string> Marks = typeof(PagesSetup).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("assets/", StringComparison.Ordinal)).ToDictionary(n => n["assets/".Length..], MarkOf);

    /// <summary>Adds them.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddScoped<Viewer>().AddScoped<Agreements.EndActs>();
        services.AddScoped<Register.SaveDataset>().AddScoped<Register.TermsTrial>().AddSingleton<Register.ImportRuns>();
        // Korean stays Korean; what could end a text or an attribute is escaped as ever.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = "antiforgery";
            forgery.Cookie.SameSite = SameSiteMode.Strict;
            forgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forgery.SuppressXFrameOptionsHeader = true;
        });
        // Tokens of forms are masked anew in each answer, so that compressed pages tell nothing of them; the service's own roads stay as they are.
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"];
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        return services;
    }

    /// <summary>Serves what pages load; before sign-in, since it is the same for all.</summary>
    public static void UseAssets(this IApplicationBuilder app)
    {
        app.UseWhen(context => PagePaths.IsPage(context.Request.Path), pages => pages.UseResponseCompression());
        app.Map(AssetRoot, assets => assets.Run(SendAsync));
    }

    /// <summary>Maps them.</summary>
    public static void MapPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRazorComponents<App>();
        endpoints.MapPreferences();
        Register.ImportOutcomesFile.MapImportOutcomes(endpoints);
        SignIn.ProviderDoor.MapProviderDoor(endpoints);
        endpoints.MapPost("/sign-out", SignOutAsync).AllowAnonymous();
    }

    /// <summary>Address of an asset; changes with its content.</summary>
    public static string Asset(string name) => $"{AssetRoot}/{name}?v={Marks[name]}";

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery forgery)
    {
        if (!await forgery.IsRequestValidAsync(context)) return Results.LocalRedirect("/");
        await context.SignOutAsync(Hosting.Auth.Session.Scheme);
        return Results.LocalRedirect("/sign-in");
    }

    private static async Task SendAsync(HttpContext context)
    {
        string name = context.Request.Path.Value?.TrimStart('/') ?? "";
        if (!Marks.TryGetValue(name, out string? mark) || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = Path.GetExtension(name) switch { ".css" => "text/css; charset=utf-8", ".js" => "text/javascript; charset=utf-8", ".svg" => "image/svg+xml", _ => "application/octet-stream" };
        context.Response.Headers.CacheControl = context.Request.Query["v"] == mark ? "public, max-age=31536000, immutable" : "no-cache";
        if (HttpMethods.IsHead(context.Request.Method)) return;
        await using Stream content = Open(name);
        await content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static Stream Open(string name) => typeof(PagesSetup).Assembly.GetManifestResourceStream("assets/" + name)!;

    private static string MarkOf(string resource)
    {
        using Stream content = typeof(PagesSetup).Assembly.GetManifestResourceStream(resource)!;
        return Convert.ToHexStringLower(SHA256.HashData(content))[..12];
    }
}
