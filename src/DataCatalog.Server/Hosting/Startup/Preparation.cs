using DataCatalog.Core.Access.UseCases;
using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Auth;
using DataCatalog.Storage;

namespace DataCatalog.Server.Hosting.Startup;

/// <summary>What must be so before the service takes its first request: the schema of this release, an administrator.</summary>
internal static class Preparation
{
    /// <summary>Name of the setting that gives the administrator's key.</summary>
    public const string AdminKey = "DATACATALOG_ADMIN_KEY";

    /// <summary>Prepares the registry.</summary>
    public static async Task RunAsync(WebApplication app)
    {
        await app.Services.GetRequiredService<RegistryDbFactory>().MigrateAsync(CancellationToken.None);
        await using AsyncServiceScope scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateScope(Actor.Registry);
        string? secret = await scope.ServiceProvider.GetRequiredService<EnsureAdministrator>().HandleAsync(app.Configuration[AdminKey], CancellationToken.None);
        if (secret is not null) app.Services.GetRequiredService<Welcome>().Tell("programme-admin", secret);
    }
}
