using DataCatalog.Server.Hosting.Options;
using DataCatalog.Storage;
using DataCatalog.Storage.Copies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace DataCatalog.Server.Hosting.Instances;

/// <summary>Adds what lets an instance run beside others, take over from one and give way to the next.</summary>
public static class InstancesSetup
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddInstances(this IServiceCollection services, CatalogOptions options)
    {
        services.AddSingleton<Drain>();
        services.AddHostedService(provider => provider.GetRequiredService<Drain>());
        services.AddHostedService<IndexOwner>();
        services.AddHostedService<NewsService>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Draining() + TimeSpan.FromSeconds(options.ShutdownSeconds));
        return services.AddLinkKeys(options);
    }

    /// <summary>Has callers leave their connections while the instance stops.</summary>
    public static void UseDrain(this IApplicationBuilder app)
    {
        Drain drain = app.ApplicationServices.GetRequiredService<Drain>();
        app.Use((context, next) =>
        {
            if (drain.Running) context.Response.Headers.Connection = "close";
            return next(context);
        });
    }

    private static IServiceCollection AddLinkKeys(this IServiceCollection services, CatalogOptions options)
    {
        IDataProtectionBuilder protection = services.AddDataProtection().SetApplicationName("DataCatalog");
        if (options.Provider != StorageOptions.Postgres)
        {
            protection.PersistKeysToFileSystem(PrivateFolder.Create(Path.Combine(options.Data, "keys")));
            return services;
        }

        services.AddSingleton<ServiceKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<ServiceKeys>((keys, stored) => keys.XmlRepository = new SharedKeyRepository(stored));
        return services;
    }
}
