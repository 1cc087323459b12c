using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataCatalog.Storage.Postgres;

/// <summary>A registry in PostgreSQL, which several instances may share.</summary>
internal sealed class PostgresDatabase(StorageOptions options, StorageParts parts, Action<DbContextOptionsBuilder>? configure) : Database
{
    private readonly DbContextOptions<PostgresRegistryDb> contexts = PostgresSetup.Options(options, configure);
    private readonly string own = PostgresSetup.OwnSession(options);

    public override RegistryDb Open(Actor actor) => new PostgresRegistryDb(contexts, actor, parts);

    /// <summary>Migrates while no other process does.</summary>
    public override async Task MigrateAsync(CancellationToken cancellation)
    {
        await using RegistryDb db = Open(Actor.Registry);
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        await db.Database.OpenConnectionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SET lock_timeout = 0", cancellation);
        await db.Database.ExecuteSqlAsync($"SET statement_timeout = 0", cancellation);
        await db.Database.ExecuteSqlAsync($"SET idle_in_transaction_session_timeout = 0", cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({PostgresRegistryDb.MigrationLock})", cancellation);
        try
        {
            await ApplyAsync(db, cancellation);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({PostgresRegistryDb.MigrationLock})", CancellationToken.None);
        }
    }

    public override Task<IAsyncDisposable?> HoldAsync(string name, bool wait, CancellationToken cancellation) => PostgresHold.TakeAsync(own, name, wait, cancellation);

    public override Task ListenAsync(Action<RegistryNews> heard, CancellationToken cancellation) => PostgresNews.ListenAsync(own, heard, cancellation);
}
