using DataCatalog.Core.Search;
using Microsoft.Extensions.Logging;

namespace DataCatalog.Search.Indexing;

/// <summary>Keeps the index up to date for as long as the service runs: woken by writes, and rebuilding an index that needs it.</summary>
/// <param name="index">The index.</param>
/// <param name="indexer">Does the tasks.</param>
/// <param name="rebuild">Builds the index anew.</param>
/// <param name="signal">Raised after each write that left tasks.</param>
/// <param name="log">Where failures are told.</param>
public sealed class IndexingLoop(ISearchIndex index, OutboxIndexer indexer, RebuildIndex rebuild, IIndexSignal signal, ILogger<IndexingLoop> log)
{
    // Tasks put off after a failure, and those that another process wrote, raise no signal here.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan RebuildPause = TimeSpan.FromSeconds(10);

    private Task rebuilding = Task.CompletedTask;

    /// <summary>Runs until cancelled; no failure ends it.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            await TurnAsync(cancellation);
        }

        await rebuilding;
    }

    private async Task TurnAsync(CancellationToken cancellation)
    {
        try
        {
            SearchHealth health = await index.HealthAsync(cancellation);
            if (health.State == SearchState.NeedsRebuild && rebuilding.IsCompleted) rebuilding = RebuildAsync(health.Detail, cancellation);
            while (await indexer.RunBatchAsync(cancellation) > 0) log.LogDebug("A batch of index tasks is done.");
            await signal.WaitAsync(Pause, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            log.LogDebug("Indexing stops.");
        }
        catch (Exception exception)
        {
            log.LogWarning(exception, "Index tasks could not be done; they stay and are tried again.");
            await RestAsync(cancellation);
        }
    }

    private async Task RebuildAsync(string? reason, CancellationToken cancellation)
    {
        log.LogInformation("The search index is being built anew: {Reason}", reason);
        try
        {
            await rebuild.RunAsync(cancellation);
            log.LogInformation("The search index has been built.");
        }
        catch (Exception exception)
        {
            log.LogWarning(exception, "The search index could not be built; it is tried again in {Seconds} seconds.", RebuildPause.TotalSeconds);
            await Task.Delay(RebuildPause, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RestAsync(CancellationToken cancellation) => await signal.WaitAsync(Pause, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
