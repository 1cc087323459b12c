using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using DataCatalog.Storage.Postgres;
using DataCatalog.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage;

/// <summary>Opens the registry for an actor, and prepares its database. One for each database of a process.</summary>
public sealed class RegistryDbFactory : IRegistryDbFactory
{
    private readonly StorageParts parts;
    private readonly Func<Actor, RegistryDb> open;
    private readonly Func<CancellationToken, Task> migrate;

    /// <summary>Reads the options; nothing is opened yet.</summary>
    /// <exception cref="InvalidOperationException">The options name no known provider, or PostgreSQL without a connection string.</exception>
    public RegistryDbFactory(StorageOptions options, TimeProvider clock, IIndexSignal signal, Action<DbContextOptionsBuilder>? configure = null)
    {
        parts = new StorageParts(clock, signal, new WriteTurns());
        switch (options.Provider)
        {
            case StorageOptions.Sqlite:
                DbContextOptions<SqliteRegistryDb> sqlite = SqliteSetup.Options(options, configure);
                open = actor => new SqliteRegistryDb(sqlite, actor, parts);
                migrate = async cancellation => await SqliteSetup.MigrateAsync(open, options, cancellation);
                break;
            case StorageOptions.Postgres:
                DbContextOptions<PostgresRegistryDb> postgres = PostgresSetup.Options(options, configure);
                open = actor => new PostgresRegistryDb(postgres, actor, parts);
                migrate = async cancellation => await PostgresSetup.MigrateAsync(open, cancellation);
                break;
            default:
                throw new InvalidOperationException($"Storage:Provider is '{options.Provider}'; use '{StorageOptions.Sqlite}' or '{StorageOptions.Postgres}'.");
        }
    }

    /// <summary>Opens the registry as the actor sees it; the caller disposes it.</summary>
    public RegistryDb Create(Actor actor) => open(actor);

    IRegistryDb IRegistryDbFactory.Create(Actor actor) => open(actor);

    /// <summary>Brings the database to this release's schema and checks that it keeps what it acknowledges; safe to call from several processes at once.</summary>
    /// <exception cref="InvalidOperationException">The database does not take a setting that the registry relies on.</exception>
    public Task MigrateAsync(CancellationToken cancellation) => migrate(cancellation);
}
