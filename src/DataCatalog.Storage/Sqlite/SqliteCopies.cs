using DataCatalog.Core.Audit;
using DataCatalog.Storage.Copies;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage.Sqlite;

/// <summary>Copies of a SQLite registry: <c>VACUUM INTO</c>, which reads one moment while others write.</summary>
internal sealed class SqliteCopies(StorageOptions options, TimeProvider clock) : DatabaseCopies(options, clock)
{
    private const int Busy = 5;
    private const int Locked = 6;
    private static readonly string[] Beside = ["-wal", "-shm", "-journal"];

    public override string FileName => "registry.db";

    private string Present => Path.GetFullPath(new SqliteConnectionStringBuilder(SqliteSetup.ConnectionString(Options)).DataSource);

    private string Prepared => Present + ".restoring";

    public override async Task<CopyFacts> TakeAsync(string folder, CancellationToken cancellation)
    {
        if (!File.Exists(Present)) throw new CopyException($"There is no database at {Present}; name the data folder with --data.");
        string copy = Path.Combine(folder, FileName);
        PrivateFile.Create(copy).Dispose();
        await ExecuteAsync(Present, "VACUUM INTO @copy", cancellation, ("@copy", copy));
        PrivateFile.Sync(copy);
        return await ReadAsync(copy, CopyFacts.ReadAsync, cancellation);
    }

    public override Task<bool> IsThereAsync(CancellationToken cancellation) => Task.FromResult(File.Exists(Present));

    public override async Task<Checkpoint?> ReachedAsync(CancellationToken cancellation)
    {
        if (!File.Exists(Present)) return null;
        try
        {
            return (await ReadAsync(Present, CopyFacts.ReadAsync, cancellation)).Audit;
        }
        catch (SqliteException)
        {
            // A damaged database is a reason to restore, not one to refuse.
            return null;
        }
    }

    // Leaving write-ahead logging needs the file for oneself alone, and takes the log into the file.
    public override async Task RequireStillAsync(CancellationToken cancellation)
    {
        if (!File.Exists(Present)) return;
        try
        {
            await ExecuteAsync(Present, "PRAGMA journal_mode=DELETE", cancellation);
        }
        catch (SqliteException used) when (used.SqliteErrorCode is Busy or Locked)
        {
            throw new CopyException("A service uses the database; stop it and restore again.", used);
        }
        catch (SqliteException)
        {
            return;
        }
    }

    public override async Task<CopyFacts> PrepareAsync(string folder, CancellationToken cancellation)
    {
        await DiscardAsync();
        PrivateFolder.Create(Path.GetDirectoryName(Present)!);
        PrivateFile.Copy(Path.Combine(folder, FileName), Prepared);
        return await ReadAsync(Prepared, ProveAsync, cancellation);
    }

    public override Task<string?> SwapAsync(CancellationToken cancellation)
    {
        string? kept = File.Exists(Present) ? $"{Present}.before-{Stamp()}" : null;
        if (kept is not null) PrivateFile.Copy(Present, kept);
        // A log that stayed behind would be taken for the new file's own.
        foreach (string part in Beside.Where(p => File.Exists(Present + p)))
        {
            PrivateFile.Copy(Present + part, kept + part);
            File.Delete(Present + part);
        }

        File.Move(Prepared, Present, overwrite: true);
        return Task.FromResult(kept);
    }

    public override Task DiscardAsync()
    {
        if (!Directory.Exists(Path.GetDirectoryName(Prepared))) return Task.CompletedTask;
        File.Delete(Prepared);
        foreach (string part in Beside) File.Delete(Prepared + part);
        return Task.CompletedTask;
    }

    private static async Task<CopyFacts> ProveAsync(RegistryDb db, CancellationToken cancellation)
    {
        string answer = await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check LIMIT 1").SingleAsync(cancellation);
        if (answer != "ok") throw new CopyException($"The database of the backup is damaged: {answer}. Restore another backup.");
        return await CopyFacts.ProveAsync(db, cancellation);
    }

    private async Task<CopyFacts> ReadAsync(string file, Func<RegistryDb, CancellationToken, Task<CopyFacts>> read, CancellationToken cancellation)
    {
        await using RegistryDb db = Open($"Data Source={file}");
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        try
        {
            return await read(db, cancellation);
        }
        finally
        {
            // A pooled connection would keep the file open.
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        }
    }

    private static async Task ExecuteAsync(string file, string sql, CancellationToken cancellation, params (string Name, string Value)[] values)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = sql.StartsWith("VACUUM", StringComparison.Ordinal) ? 0 : 2;
        foreach ((string name, string value) in values) command.Parameters.AddWithValue(name, value);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
