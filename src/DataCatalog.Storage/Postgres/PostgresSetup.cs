using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataCatalog.Storage.Postgres;

/// <summary>How a PostgreSQL registry is opened and prepared.</summary>
internal static class PostgresSetup
{
    // Longer than any wait for a lock, so that the wait is told as busy and not as a broken connection.
    private const int CommandSeconds = 10;

    /// <summary>The options of its contexts.</summary>
    public static DbContextOptions<PostgresRegistryDb> Options(StorageOptions options, Action<DbContextOptionsBuilder>? configure)
    {
        if (string.IsNullOrWhiteSpace(options.ConnectionString)) throw new InvalidOperationException("Storage:ConnectionString is needed for PostgreSQL.");
        var connection = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        connection.Options = $"{connection.Options} -c lock_timeout={(int)WriteTurns.Patience.TotalMilliseconds}".TrimStart();
        var builder = new DbContextOptionsBuilder<PostgresRegistryDb>();
        builder.UseNpgsql(connection.ConnectionString, npgsql => npgsql.CommandTimeout(CommandSeconds).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).UseSnakeCaseNamingConvention();
        configure?.Invoke(builder);
        return builder.Options;
    }

    /// <summary>Migrates while no other process does.</summary>
    public static async Task MigrateAsync(Func<Actor, RegistryDb> open, CancellationToken cancellation)
    {
        await using RegistryDb db = open(Actor.Registry);
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        await db.Database.OpenConnectionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SET lock_timeout = 0", cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({PostgresRegistryDb.MigrationLock})", cancellation);
        try
        {
            await db.Database.MigrateAsync(cancellation);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({PostgresRegistryDb.MigrationLock})", CancellationToken.None);
        }
    }
}
