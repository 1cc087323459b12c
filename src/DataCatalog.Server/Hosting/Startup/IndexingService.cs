using DataCatalog.Search.Indexing;
using DataCatalog.Server.Hosting.Options;
using DataCatalog.Server.Operations;
using Microsoft.Extensions.Options;

namespace DataCatalog.Server.Hosting.Startup;

/// <summary>Keeps the search index up to date while the service runs.</summary>
internal sealed class IndexingService(IndexingLoop loop, RebuildIndex rebuild, IOptions<CatalogOptions> options, TimeProvider clock, ILogger<IndexingService> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => RunAsync(stoppingToken), stoppingToken);

    private async Task RunAsync(CancellationToken stopping)
    {
        Task marked = RebuildMark.Of(options.Value).IsSet ? RebuildMarkedAsync(stopping) : Task.CompletedTask;
        await loop.RunAsync(stopping);
        await marked;
    }

    // After a restore the index holds later versions, which would win over what the database says now.
    private async Task RebuildMarkedAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await rebuild.RunAsync(stopping);
                RebuildMark.Of(options.Value).Clear();
                log.LogInformation("The search index has been built anew after a restore.");
                return;
            }
            catch (Exception failed)
            {
                log.LogWarning(failed, "The search index could not be built after a restore; it is tried again in {Seconds} seconds.", Pause.TotalSeconds);
                await Task.Delay(Pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
