using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using DataCatalog.Storage.Postgres;
using DataCatalog.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage;

/// <summary>Opens the registry for an actor, prepares its database, and is how instances that share one agree. One for each database of a process.</summary>
public sealed class RegistryDbFactory : IRegistryDbFactory
{
    private readonly Database database;

    /// <summary>Reads the options; nothing is opened yet.</summary>
    /// <exception cref="InvalidOperationException">The options name no known provider, or PostgreSQL without a connection string.</exception>
    public RegistryDbFactory(StorageOptions options, TimeProvider clock, IIndexSignal signal, Action<DbContextOptionsBuilder>? configure = null)
    {
        var parts = new StorageParts(clock, signal, new WriteTurns());
        database = options.Provider switch
        {
            StorageOptions.Sqlite => new SqliteDatabase(options, parts, configure),
            StorageOptions.Postgres => new PostgresDatabase(options, parts, configure),
            _ => throw new InvalidOperationException($"Storage:Provider is '{options.Provider}'; use '{StorageOptions.Sqlite}' or '{StorageOptions.Postgres}'."),
        };
    }

    /// <summary>Opens the registry as the actor sees it; the caller disposes it.</summary>
    public RegistryDb Create(Actor actor) => database.Open(actor);

    IRegistryDb IRegistryDbFactory.Create(Actor actor) => database.Open(actor);

    /// <summary>Brings the database to this release's schema and checks that it keeps what it acknowledges; safe to call from several processes at once.</summary>
    /// <exception cref="InvalidOperationException">The database does not take a setting that the registry relies on.</exception>
    /// <exception cref="DomainException"><c>database-newer</c>: a later release has been here.</exception>
    public Task MigrateAsync(CancellationToken cancellation) => database.MigrateAsync(cancellation);

    /// <summary>Takes a name that one at a time holds among all instances; disposing lets go of it, and so does the end of the process.</summary>
    /// <returns>Null where another holds it.</returns>
    public Task<IAsyncDisposable?> TryHoldAsync(string name, CancellationToken cancellation) => database.HoldAsync(name, wait: false, cancellation);

    /// <summary>Waits for a name that one at a time holds among all instances.</summary>
    public async Task<IAsyncDisposable> HoldAsync(string name, CancellationToken cancellation) => (await database.HoldAsync(name, wait: true, cancellation))!;

    /// <summary>Hears what instances committed until cancelled; ends at once where there can be but one.</summary>
    /// <param name="heard">Told what changed; of <see cref="RegistryNews.All"/> whenever something may have been missed.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task ListenAsync(Action<RegistryNews> heard, CancellationToken cancellation) => database.ListenAsync(heard, cancellation);
}
