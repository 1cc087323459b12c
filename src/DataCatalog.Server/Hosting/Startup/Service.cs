using DataCatalog.Core;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Search;
using DataCatalog.Server.Api;
using DataCatalog.Server.Api.Documents;
using DataCatalog.Server.Api.Export;
using DataCatalog.Server.Api.Feeds;
using DataCatalog.Server.Api.Idempotency;
using DataCatalog.Server.Api.Import;
using DataCatalog.Server.Api.OpenApi;
using DataCatalog.Server.Hosting.Auth;
using DataCatalog.Server.Hosting.Errors;
using DataCatalog.Server.Hosting.Health;
using DataCatalog.Server.Hosting.Instances;
using DataCatalog.Server.Hosting.Options;
using DataCatalog.Server.Jobs;
using DataCatalog.Server.Messaging;
using DataCatalog.Server.Pages;
using DataCatalog.Server.Signing;
using DataCatalog.Server.Telemetry;
using DataCatalog.Storage;
using DataCatalog.Storage.Copies;
using DataCatalog.Storage.Documents;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.OData;

namespace DataCatalog.Server.Hosting.Startup;

/// <summary>Puts the service together.</summary>
public static class Service
{
    /// <summary>Builds the service, ready to start.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is not valid; the message says which and what is allowed.</exception>
    public static WebApplication Build(string[] arguments, Action<WebApplicationBuilder>? configure = null)
    {
        WebApplicationBuilder builder = Begin(arguments);
        configure?.Invoke(builder);
        CatalogOptions options = CatalogSettings.Read(builder.Configuration);
        AddHosting(builder, options);
        builder.AddTelemetry(options);
        builder.Services.AddCore();
        builder.Services.AddSingleton<IClearanceKeys>(new ClearanceKeyFolder(options.ClearanceKeyFolder));
        builder.Services.AddSingleton<IDocumentStore>(_ => new DocumentFolder(options.DocumentFolder, options.Limits.DocumentBytes));
        builder.Services.AddStorage(options.Storage(), provider => provider.GetRequiredService<Actor>());
        // Before the index makes it; with both engines elsewhere there may be nothing to keep here.
        if (options.SearchIndex().Elasticsearch is null) PrivateFolder.Create(options.Data);
        builder.Services.AddSearch(options.SearchIndex());
        builder.Services.AddInstances(options);
        builder.Services.AddHostedService<IndexingService>();
        builder.Services.AddMessaging(builder.Configuration);
        builder.Services.AddJobs();
        builder.Services.AddImport();
        builder.Services.AddApi(options);
        builder.Services.AddPages();
        WebApplication app = builder.Build();
        Map(app);
        return app;
    }

    /// <summary>The settings alone, from every place that they come from.</summary>
    public static IConfiguration Settings(string[] arguments) => Begin(arguments).Configuration;

    // Secrets as files (one a setting, named like its environment variable) stand above the environment and below the command line.
    private static WebApplicationBuilder Begin(string[] arguments)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = arguments, ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(Service).Assembly.GetName().Name });
        builder.Configuration.AddKeyPerFile(Path.GetFullPath(builder.Configuration["DATACATALOG_SECRETS"] ?? "/run/secrets"), optional: true);
        builder.Configuration.AddCommandLine(arguments);
        return builder;
    }

    private static void AddHosting(WebApplicationBuilder builder, CatalogOptions options)
    {
        builder.Services.AddSingleton(Microsoft.Extensions.Options.Options.Create(options));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(provider => new Calendar(provider.GetRequiredService<TimeProvider>(), TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone)));
        // It writes down whole addresses, and the address of a calendar feed is its key.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<Welcome>();
        builder.Services.AddSignIn(options.SignIn);
        builder.Services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy { Timeout = TimeSpan.FromSeconds(options.Limits.RequestSeconds) });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.Limits.BodyBytes;
            kestrel.Limits.MaxRequestLineSize = options.Limits.UrlBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
    }

    private static void Map(WebApplication app)
    {
        app.UseMiddleware<HiddenFeedTokens>();
        app.UseDrain();
        app.UseMiddleware<SafeHeaders>();
        app.UseAssets();
        app.UseMiddleware<ErrorMiddleware>();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseODataBatching();
        app.UseMiddleware<ErrorMiddleware>();
        app.UseMiddleware<KeySegments>();
        app.UseRouting();
        app.UseRequestTimeouts();
        app.UseAuthorization();
        app.UseMiddleware<Pages.Uploads.UploadedDocuments>();
        app.UseAntiforgery();
        app.UseMiddleware<CallerModel>();
        app.UseMiddleware<AlertNudge>();
        app.UseMiddleware<IdempotentWrites>();
        app.MapControllers();
        app.MapImport();
        app.MapExport();
        app.MapClearances();
        app.MapDocuments();
        app.MapFeeds();
        app.MapOpenApiDocument();
        app.MapJobs().RequireAuthorization(AuthSetup.Administrators);
        app.MapHealth();
        app.MapPages();
    }
}
