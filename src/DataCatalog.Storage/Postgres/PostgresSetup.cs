using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataCatalog.Storage.Postgres;

/// <summary>How PostgreSQL is connected to.</summary>
public static class PostgresSetup
{
    // Between the client's giving up and the server's, the order to cancel has its time.
    private const int BackstopSeconds = 5;

    private const int KeepAliveSeconds = 5;

    /// <summary>The options of the registry's contexts.</summary>
    internal static DbContextOptions<PostgresRegistryDb> Options(StorageOptions options, Action<DbContextOptionsBuilder>? configure)
    {
        var builder = new DbContextOptionsBuilder<PostgresRegistryDb>();
        builder.UseNpgsql(ForRequests(options), npgsql => npgsql.CommandTimeout(options.Connections.CommandSeconds)
            .ExecutionStrategy(dependencies => new ReadAgain(dependencies)).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).UseSnakeCaseNamingConvention();
        configure?.Invoke(builder);
        return builder.Options;
    }

    /// <summary>The connection string of the scheduler, whose pool is its own: a rush of requests does not stop the jobs.</summary>
    public static string ForJobs(StorageOptions options) => Common(options, "datacatalog-jobs", options.Connections.JobsPoolSize).ConnectionString;

    /// <summary>A session apart from the pools, which lasts as long as what it is for.</summary>
    internal static string OwnSession(StorageOptions options)
    {
        NpgsqlConnectionStringBuilder connection = Common(options, "datacatalog-session", options.Connections.PoolSize);
        connection.Pooling = false;
        connection.KeepAlive = KeepAliveSeconds;
        return connection.ConnectionString;
    }

    // A wait for a lock ends before the command's time, so that it is told as busy and not as a broken connection.
    private static string ForRequests(StorageOptions options)
    {
        NpgsqlConnectionStringBuilder connection = Common(options, "datacatalog", options.Connections.PoolSize);
        int backstop = (options.Connections.CommandSeconds + BackstopSeconds) * 1000;
        connection.Options = $"{connection.Options} -c lock_timeout={(int)WriteTurns.Patience.TotalMilliseconds} -c statement_timeout={backstop} -c idle_in_transaction_session_timeout=60000".TrimStart();
        return connection.ConnectionString;
    }

    private static NpgsqlConnectionStringBuilder Common(StorageOptions options, string name, int poolSize)
    {
        if (string.IsNullOrWhiteSpace(options.ConnectionString)) throw new InvalidOperationException("Storage:ConnectionString is needed for PostgreSQL.");
        return new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            ApplicationName = name, MaxPoolSize = poolSize, Timeout = options.Connections.ConnectSeconds, CommandTimeout = options.Connections.CommandSeconds,
        };
    }
}
