using Npgsql;

namespace DataCatalog.Storage.Postgres;

/// <summary>A name that one session of the server holds; its connection is its own, so that the end of the process lets go of it.</summary>
internal sealed class PostgresHold : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;

    private PostgresHold(NpgsqlConnection connection) => this.connection = connection;

    /// <summary>Takes the name, waiting for it or not; null where another has it.</summary>
    public static async Task<IAsyncDisposable?> TakeAsync(string connectionString, string name, bool wait, CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            string take = wait ? "pg_advisory_lock" : "pg_try_advisory_lock";
            await using var command = new NpgsqlCommand($"SELECT {take}(hashtextextended($1, 17505))", connection) { Parameters = { new() { Value = name } }, CommandTimeout = 0 };
            if (await command.ExecuteScalarAsync(cancellation) is not false) return new PostgresHold(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
