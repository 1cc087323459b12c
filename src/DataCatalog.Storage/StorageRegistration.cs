using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using DataCatalog.Storage.Idempotency;
using DataCatalog.Storage.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace DataCatalog.Storage;

/// <summary>Registers the storage.</summary>
public static class StorageRegistration
{
    /// <summary>Adds <see cref="RegistryDbFactory"/> and <see cref="IIndexSignal"/> for the process, and <see cref="IRegistryDb"/> for each scope as its actor sees it.</summary>
    /// <param name="services">The services; a <see cref="TimeProvider"/> is added unless there is one.</param>
    /// <param name="options">Where the registry is kept.</param>
    /// <param name="actorOf">Who acts in a scope.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions options, Func<IServiceProvider, Actor> actorOf)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.TryAddSingleton<IIndexSignal, IndexSignal>();
        services.AddSingleton(provider => new RegistryDbFactory(
            options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IIndexSignal>(),
            builder => builder.UseLoggerFactory(provider.GetService<ILoggerFactory>())));
        services.AddSingleton<IRegistryDbFactory>(provider => provider.GetRequiredService<RegistryDbFactory>());
        services.AddScoped(provider => provider.GetRequiredService<RegistryDbFactory>().Create(actorOf(provider)));
        services.AddScoped<KeptAnswers>();
        services.AddSingleton<EndedSessions>();
        services.AddScoped<IRegistryDb>(provider => provider.GetRequiredService<RegistryDb>());
        return services;
    }
}
