using DataCatalog.Storage;
using DataCatalog.Storage.Postgres;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Npgsql;

namespace DataCatalog.Server.Jobs;

/// <summary>
/// Where the scheduler keeps its jobs: in PostgreSQL where instances share it, in memory beside SQLite. What is due stands in the registry's
/// own rows either way; the scheduler only ticks, so it may forget everything, and run anything twice.
/// </summary>
internal static class JobStore
{
    private const string Schema = "hangfire";
    private const string InstallLock = "SELECT pg_advisory_xact_lock(4919131752989212676)";

    /// <summary>Makes its tables where they are kept in the database; several instances may do so at once.</summary>
    public static void Prepare(StorageOptions options)
    {
        if (options.Provider == StorageOptions.Postgres) Install(PostgresSetup.ForJobs(options));
    }

    /// <summary>Opens it; nothing is asked of the database yet.</summary>
    public static JobStorage Open(StorageOptions options) => options.Provider == StorageOptions.Postgres
        ? OpenPostgres(PostgresSetup.ForJobs(options))
        : new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(3) });

    private static PostgreSqlStorage OpenPostgres(string connectionString)
    {
        var options = new PostgreSqlStorageOptions
        {
            SchemaName = Schema,
            PrepareSchemaIfNecessary = false,
            // A job is its worker's for as long as it shows life, and free soon after a crash.
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = TimeSpan.FromMinutes(5),
            QueuePollInterval = TimeSpan.FromSeconds(2),
            // The connection that listens would not come back after a cut.
            EnableLongPolling = false,
            // A lock is a row that anyone deletes after this time. Nothing of ours rests on it; a crashed holder stops the schedule no longer than this.
            DistributedLockTimeout = TimeSpan.FromMinutes(1),
        };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(connectionString, options), options);
    }

    private static void Install(string connectionString)
    {
        using var guard = new NpgsqlConnection(connectionString);
        guard.Open();
        using NpgsqlTransaction transaction = guard.BeginTransaction();
        using (var wait = new NpgsqlCommand(InstallLock, guard, transaction)) wait.ExecuteNonQuery();
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        PostgreSqlObjectsInstaller.Install(connection, Schema);
        transaction.Commit();
    }
}
