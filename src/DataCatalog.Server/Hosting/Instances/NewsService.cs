using DataCatalog.Core.Search;
using DataCatalog.Server.Hosting.Auth;
using DataCatalog.Storage;

namespace DataCatalog.Server.Hosting.Instances;

/// <summary>Brings what other instances committed to what this one remembers: keys are forgotten, the indexer is woken.</summary>
internal sealed class NewsService(RegistryDbFactory registry, KeyDoor door, IIndexSignal signal) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => registry.ListenAsync(Hear, stoppingToken);

    private void Hear(RegistryNews news)
    {
        if (news.HasFlag(RegistryNews.Keys)) door.Forget();
        if (news.HasFlag(RegistryNews.Index)) signal.Raise();
    }
}
