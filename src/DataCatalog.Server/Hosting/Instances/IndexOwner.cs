using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using DataCatalog.Server.Hosting.Errors;
using DataCatalog.Server.Hosting.Options;
using DataCatalog.Storage;
using Microsoft.Extensions.Options;

namespace DataCatalog.Server.Hosting.Instances;

/// <summary>
/// Keeps a second instance from starting where the search index is a folder of the first: each task of the outbox goes to one instance, so
/// that each would find only a part of the datasets.
/// </summary>
internal sealed class IndexOwner(RegistryDbFactory registry, ISearchIndex index, IOptions<CatalogOptions> options, TimeProvider clock) : IHostedService, IAsyncDisposable
{
    // An instance that is being replaced may still be draining.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private IAsyncDisposable? hold;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (index.IsShared || options.Value.AllowSplitSearch || options.Value.Provider != StorageOptions.Postgres) return;
        long start = clock.GetTimestamp();
        while ((hold = await registry.TryHoldAsync("search-index", cancellationToken)) is null)
        {
            if (clock.GetElapsedTime(start) > Patience) throw new DomainException(ApiErrors.IndexNotShared);
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (hold is not null) await hold.DisposeAsync();
    }
}
