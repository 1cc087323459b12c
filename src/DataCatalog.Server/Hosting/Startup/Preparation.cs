using DataCatalog.Core.Access.UseCases;
using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using DataCatalog.Server.Hosting.Auth;
using DataCatalog.Server.Hosting.Options;
using DataCatalog.Server.Jobs;
using DataCatalog.Server.Sample;
using DataCatalog.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DataCatalog.Server.Hosting.Startup;

/// <summary>What must be so before the service takes its first request: the schema of this release, an administrator.</summary>
internal static class Preparation
{
    /// <summary>Name of the setting that gives the administrator's key.</summary>
    public const string AdminKey = "DATACATALOG_ADMIN_KEY";

    /// <summary>Prepares the registry.</summary>
    public static async Task RunAsync(WebApplication app)
    {
        RegistryDbFactory registry = app.Services.GetRequiredService<RegistryDbFactory>();
        // One instance after the other: two on an empty database would each make an administrator, a sample and a key for links.
        await using IAsyncDisposable alone = await registry.HoldAsync("start", CancellationToken.None);
        await registry.MigrateAsync(CancellationToken.None);
        JobStore.Prepare(app.Services.GetRequiredService<StorageOptions>());
        app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("start").Protect(Array.Empty<byte>());
        await using AsyncServiceScope scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateScope(Actor.Registry);
        string? secret = await scope.ServiceProvider.GetRequiredService<EnsureAdministrator>().HandleAsync(app.Configuration[AdminKey], CancellationToken.None);
        Welcome welcome = app.Services.GetRequiredService<Welcome>();
        if (secret is not null) welcome.Tell("programme-admin, data-officer", secret);
        if (!app.Services.GetRequiredService<IOptions<CatalogOptions>>().Value.Empty) await LoadSampleAsync(scope.ServiceProvider, welcome);
    }

    /// <summary>Waits until search answers, at most so long: a small index is built before anyone is told that the service is ready.</summary>
    public static async Task AwaitSearchAsync(IServiceProvider services, TimeSpan atMost)
    {
        ISearchIndex index = services.GetRequiredService<ISearchIndex>();
        TimeProvider clock = services.GetRequiredService<TimeProvider>();
        long start = clock.GetTimestamp();
        while ((await index.HealthAsync(CancellationToken.None)).State != SearchState.Ready && clock.GetElapsedTime(start) < atMost)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), clock);
        }
    }

    private static async Task LoadSampleAsync(IServiceProvider services, Welcome welcome)
    {
        IRegistryDb db = services.GetRequiredService<IRegistryDb>();
        if (await SampleCatalogue.LoadAsync(db, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<Calendar>(), CancellationToken.None) is null) return;
        foreach (string role in (string[])["data-officer", "compliance", "auditor"]) welcome.Tell(role, await KeyVerbs.MakeAsync(services, role, [role], null));
        foreach (string consortium in await db.Consortia.OrderBy(c => c.Key).Select(c => c.Key).ToListAsync())
        {
            welcome.Tell($"consortium-member {consortium}", await KeyVerbs.MakeAsync(services, consortium, ["consortium-member"], consortium));
        }
    }
}
