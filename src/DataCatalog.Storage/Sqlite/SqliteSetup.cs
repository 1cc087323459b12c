using System.Globalization;
using DataCatalog.Core.Common;
using DataCatalog.Storage.Copies;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage.Sqlite;

/// <summary>How a SQLite registry is opened and prepared.</summary>
internal static class SqliteSetup
{
    private const string Full = "2";

    /// <summary>The options of its contexts.</summary>
    public static DbContextOptions<SqliteRegistryDb> Options(StorageOptions options, Action<DbContextOptionsBuilder>? configure)
    {
        var builder = new DbContextOptionsBuilder<SqliteRegistryDb>();
        // A list is one parameter, as on PostgreSQL: one statement for lists of every length, and no limit on it.
        builder.UseSqlite(ConnectionString(options), sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery).UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).UseSnakeCaseNamingConvention().AddInterceptors(new SqlitePragmas());
        configure?.Invoke(builder);
        return builder.Options;
    }

    /// <summary>Migrates, turns write-ahead logging on and reads back the settings that durability rests on.</summary>
    public static async Task MigrateAsync(Func<Actor, RegistryDb> open, StorageOptions options, Func<RegistryDb, CancellationToken, Task> apply, CancellationToken cancellation)
    {
        string file = new SqliteConnectionStringBuilder(ConnectionString(options)).DataSource;
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
        {
            PrivateFolder.Create(folder);
            // SQLite gives its log the mode of the database.
            PrivateFile.Ensure(file);
        }

        await using RegistryDb db = open(Actor.Registry);
        await apply(db, cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        await RequireAsync(db, "PRAGMA journal_mode=WAL", "wal", cancellation);
        await RequireAsync(db, "PRAGMA synchronous", Full, cancellation);
        await RequireAsync(db, "PRAGMA foreign_keys", "1", cancellation);
    }

    /// <summary>How the file is opened.</summary>
    public static string ConnectionString(StorageOptions options)
    {
        var connection = new SqliteConnectionStringBuilder(options.ConnectionString ?? $"Data Source={Path.Combine(options.DataFolder, "registry.db")}")
        {
            ForeignKeys = true,
            Pooling = true,
            DefaultTimeout = (int)WriteTurns.Patience.TotalSeconds,
        };
        return connection.ConnectionString;
    }

    private static async Task RequireAsync(RegistryDb db, string pragma, string expected, CancellationToken cancellation)
    {
        await using System.Data.Common.DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = pragma;
        string? actual = Convert.ToString(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
        if (actual != expected) throw new InvalidOperationException($"SQLite answers '{actual}' to '{pragma}', but the registry needs '{expected}'.");
    }
}
