using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using DataCatalog.Storage.Postgres;
using DataCatalog.Storage.Sqlite;

namespace DataCatalog.Storage.Copies;

/// <summary>
/// Takes a consistent copy of the registry's database while it is written to, and puts one back: beside what is there first, and in
/// its place in one step when it has been proved.
/// </summary>
/// <param name="options">Where the registry is kept.</param>
/// <param name="clock">The clock.</param>
public abstract class DatabaseCopies(StorageOptions options, TimeProvider clock)
{
    /// <summary>Where the registry is kept.</summary>
    protected StorageOptions Options { get; } = options;

    /// <summary>Name of the copy's file in its folder.</summary>
    public abstract string FileName { get; }

    /// <summary>Those of the database that the options name.</summary>
    /// <param name="options">Where the registry is kept.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="tools">Folder of <c>pg_dump</c> and <c>pg_restore</c>; null to look along PATH.</param>
    public static DatabaseCopies Of(StorageOptions options, TimeProvider clock, string? tools) =>
        options.Provider == StorageOptions.Postgres ? new PostgresCopies(options, clock, new PostgresTools(options.ConnectionString ?? "", tools)) : new SqliteCopies(options, clock);

    /// <summary>Takes a copy into a folder.</summary>
    /// <exception cref="CopyException">It cannot be taken.</exception>
    public abstract Task<CopyFacts> TakeAsync(string folder, CancellationToken cancellation);

    /// <summary>Whether a registry is there already.</summary>
    public abstract Task<bool> IsThereAsync(CancellationToken cancellation);

    /// <summary>How far the audit log of the registry that is there has come; null where there is none, or none that can be read.</summary>
    public abstract Task<Checkpoint?> ReachedAsync(CancellationToken cancellation);

    /// <summary>Makes sure that no service uses the database.</summary>
    /// <exception cref="CopyException">One does.</exception>
    public abstract Task RequireStillAsync(CancellationToken cancellation);

    /// <summary>Puts a copy beside what is there, proves it and says what it holds.</summary>
    /// <exception cref="CopyException">It is not whole.</exception>
    public abstract Task<CopyFacts> PrepareAsync(string folder, CancellationToken cancellation);

    /// <summary>Puts what was prepared in its place in one step.</summary>
    /// <returns>Where what was there is kept; null where nothing was.</returns>
    public abstract Task<string?> SwapAsync(CancellationToken cancellation);

    /// <summary>Throws away what was prepared.</summary>
    public abstract Task DiscardAsync();

    /// <summary>A name for what is kept, with the time.</summary>
    protected string Stamp() => clock.GetUtcNow().ToString("yyyyMMddHHmmss", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Opens the database under another connection string.</summary>
    protected RegistryDb Open(string connection) =>
        new RegistryDbFactory(new StorageOptions { Provider = Options.Provider, ConnectionString = connection, DataFolder = Options.DataFolder }, clock, new IndexSignal()).Create(Actor.Registry);
}
