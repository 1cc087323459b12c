using DataCatalog.Search.Indexing;

namespace DataCatalog.Server.Hosting.Startup;

/// <summary>Keeps the search index up to date while the service runs.</summary>
internal sealed class IndexingService(IndexingLoop loop) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => loop.RunAsync(stoppingToken), stoppingToken);
}
