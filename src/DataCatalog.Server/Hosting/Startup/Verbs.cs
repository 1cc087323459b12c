using DataCatalog.Core.Access.UseCases;
using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Auth;
using DataCatalog.Storage;

namespace DataCatalog.Server.Hosting.Startup;

/// <summary>What the program is asked to do.</summary>
public static class Verbs
{
    /// <summary>Runs the verb.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        WebApplication app = Service.Build(arguments);
        await app.Services.GetRequiredService<RegistryDbFactory>().MigrateAsync(CancellationToken.None);
        await using (AsyncServiceScope scope = app.Services.GetRequiredService<IServiceScopeFactory>().CreateScope(Actor.Registry))
        {
            string? secret = await scope.ServiceProvider.GetRequiredService<EnsureAdministrator>().HandleAsync(app.Configuration["DATACATALOG_ADMIN_KEY"], CancellationToken.None);
            if (secret is not null) Console.WriteLine("key " + secret);
        }

        await app.RunAsync();
        return 0;
    }
}
