using System.Data;
using DataCatalog.Core.Audit;
using DataCatalog.Storage.Copies;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataCatalog.Storage.Postgres;

/// <summary>Copies of a PostgreSQL registry: <c>pg_dump</c> and the counts see the same snapshot; a copy is put back as a database beside, then renamed.</summary>
internal sealed class PostgresCopies(StorageOptions options, TimeProvider clock, PostgresTools tools) : DatabaseCopies(options, clock)
{
    private readonly NpgsqlConnectionStringBuilder target = new(options.ConnectionString);

    public override string FileName => "registry.dump";

    private string Present => target.Database ?? target.Username ?? "";

    private string Prepared => Present + "_restoring";

    public override async Task<CopyFacts> TakeAsync(string folder, CancellationToken cancellation)
    {
        await using RegistryDb db = Patient(Options.ConnectionString!);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        string snapshot = await db.Database.SqlQueryRaw<string>("SELECT pg_export_snapshot() AS \"Value\"").SingleAsync(cancellation);
        string copy = Path.Combine(folder, FileName);
        PrivateFile.Create(copy).Dispose();
        await tools.RunAsync("pg_dump", null, ["--format=custom", "--no-password", $"--snapshot={snapshot}", $"--file={copy}"], cancellation);
        PrivateFile.Sync(copy);
        return await CopyFacts.ReadAsync(db, cancellation);
    }

    public override async Task<bool> IsThereAsync(CancellationToken cancellation) =>
        await ExistsAsync(Present, cancellation) && await ScalarAsync(Options.ConnectionString!, "SELECT to_regclass('audit_events') IS NOT NULL", cancellation) is true;

    public override async Task<Checkpoint?> ReachedAsync(CancellationToken cancellation)
    {
        if (!await IsThereAsync(cancellation)) return null;
        await using RegistryDb db = Patient(Options.ConnectionString!);
        AuditEvent? last = await db.AuditEvents.AsNoTracking().OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancellation);
        return last is null ? null : new Checkpoint(last.Sequence, last.Hash);
    }

    public override async Task RequireStillAsync(CancellationToken cancellation)
    {
        NpgsqlConnection.ClearAllPools();
        long others = (long)(await ScalarAsync(Elsewhere(), $"SELECT count(*) FROM pg_stat_activity WHERE datname = {Literal(Present)}", cancellation))!;
        if (others > 0) throw new CopyException($"{others} connections to the database '{Present}' are open; stop every instance of the service and restore again.");
    }

    public override async Task<CopyFacts> PrepareAsync(string folder, CancellationToken cancellation)
    {
        await DiscardAsync();
        try
        {
            await ExecuteAsync($"CREATE DATABASE {Name(Prepared)} TEMPLATE template0 ENCODING 'UTF8'", cancellation);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new CopyException($"The role '{target.Username}' may not create databases; run ALTER ROLE {Name(target.Username ?? "")} CREATEDB as an administrator, or restore with a role that may.", refused);
        }

        await tools.RunAsync("pg_restore", null, ["--no-owner", "--no-password", "--exit-on-error", "--single-transaction", $"--dbname={Prepared}", Path.Combine(folder, FileName)], cancellation);
        await using RegistryDb db = Patient(With(Prepared));
        return await CopyFacts.ProveAsync(db, cancellation);
    }

    // Both names change in one transaction: there is never a moment without a registry.
    public override async Task<string?> SwapAsync(CancellationToken cancellation)
    {
        NpgsqlConnection.ClearAllPools();
        string? kept = await ExistsAsync(Present, cancellation) ? $"{Present}_before_{Stamp()}" : null;
        string swap = $"ALTER DATABASE {Name(Prepared)} RENAME TO {Name(Present)}";
        await ExecuteAsync(kept is null ? swap : $"BEGIN; ALTER DATABASE {Name(Present)} RENAME TO {Name(kept)}; {swap}; COMMIT", cancellation);
        return kept;
    }

    public override async Task DiscardAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync($"DROP DATABASE IF EXISTS {Name(Prepared)}", CancellationToken.None);
    }

    private RegistryDb Patient(string connection)
    {
        RegistryDb db = Open(connection);
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        return db;
    }

    private async Task<bool> ExistsAsync(string database, CancellationToken cancellation) =>
        await ScalarAsync(Elsewhere(), $"SELECT count(*) FROM pg_database WHERE datname = {Literal(database)}", cancellation) is > 0L;

    private async Task ExecuteAsync(string sql, CancellationToken cancellation) => await ScalarAsync(Elsewhere(), sql, cancellation);

    private static async Task<object?> ScalarAsync(string connection, string sql, CancellationToken cancellation)
    {
        try
        {
            await using var source = new NpgsqlConnection(connection);
            await source.OpenAsync(cancellation);
            await using NpgsqlCommand command = source.CreateCommand();
            command.CommandText = sql;
            return await command.ExecuteScalarAsync(cancellation);
        }
        catch (NpgsqlException away) when (away is not PostgresException)
        {
            throw new CopyException($"PostgreSQL cannot be reached: {away.Message}. See './run doctor'.", away);
        }
    }

    // A database cannot be renamed from within.
    private string Elsewhere() => With("postgres");

    private string With(string database) => new NpgsqlConnectionStringBuilder(Options.ConnectionString) { Database = database, Pooling = false }.ConnectionString;

    private static string Name(string name) => new NpgsqlCommandBuilder().QuoteIdentifier(name);

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
