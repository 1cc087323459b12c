using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using DataCatalog.Server.Hosting.Errors;
using DataCatalog.Server.Hosting.Options;
using DataCatalog.Storage;
using DataCatalog.Storage.Copies;
using Microsoft.Extensions.Options;

namespace DataCatalog.Server.Hosting.Instances;

/// <summary>
/// Keeps a second instance from starting where the search index is a folder of the first: each task of the outbox goes to one instance, so
/// that each would find only a part of the datasets.
/// </summary>
internal sealed class IndexOwner(RegistryDbFactory registry, ISearchIndex index, IOptions<CatalogOptions> options, TimeProvider clock) : IHostedService, IAsyncDisposable
{
    /// <summary>Name of the file in the data folder that the instance holds.</summary>
    public const string FileName = "instance";

    // An instance that is being replaced may still be draining.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private IAsyncDisposable? hold;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (index.IsShared || options.Value.AllowSplitSearch) return;
        bool shared = options.Value.Provider == StorageOptions.Postgres;
        long start = clock.GetTimestamp();
        while ((hold = shared ? await registry.TryHoldAsync("search-index", cancellationToken) : TryHoldFolder()) is null)
        {
            if (clock.GetElapsedTime(start) > Patience) throw new DomainException(ApiErrors.IndexNotShared);
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    // A name held in SQLite is held in this process alone; the system lets go of a file when its process ends, however that happens.
    private FileStream? TryHoldFolder()
    {
        string file = Path.Combine(options.Value.Data, FileName);
        PrivateFile.Ensure(file);
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
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
