using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

[assembly: AssemblyFixture(typeof(DataCatalog.TestSupport.PostgresServer))]

namespace DataCatalog.TestSupport;

/// <summary>
/// A PostgreSQL server for one test run: the one that DATACATALOG_TEST_POSTGRES names, or one of the machine's own binaries in a
/// temporary folder that goes when the run ends. Where there is neither, tests skip, or fail where REQUIRE_SERVICES is 1.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly SemaphoreSlim once = new(1, 1);
    private string? folder;
    private string? binaries;
    private string? connection;
    private string? missing;
    private int databases;

    /// <summary>A connection string to a new, empty database; or to a copy of <paramref name="template"/>.</summary>
    public async Task<string> NewDatabaseAsync(CancellationToken cancellation, string? template = null)
    {
        string server = await RequireAsync(cancellation);
        string name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}";
        await ExecuteAsync(server, $"CREATE DATABASE {name} TEMPLATE {template ?? "template0"} ENCODING 'UTF8' LOCALE 'C.UTF-8'", cancellation);
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    /// <summary>Drops a database made by <see cref="NewDatabaseAsync"/>.</summary>
    public async Task DropAsync(string database, CancellationToken cancellation) =>
        await ExecuteAsync(connection!, $"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(database).Database} WITH (FORCE)", cancellation);

    /// <summary>Breaks the server down without warning and starts it again; skips where it is not this run's own.</summary>
    public async Task CrashAsync(CancellationToken cancellation)
    {
        if (folder is null) Assert.Skip("A server that others use is not broken down.");
        await RunAsync(Path.Combine(binaries!, "pg_ctl"), ["-D", Path.Combine(folder!, "data"), "-m", "immediate", "-w", "-l", Path.Combine(folder!, "log"), "restart"], cancellation);
    }

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        once.Dispose();
        if (folder is null) return;
        NpgsqlConnection.ClearAllPools();
        await RunAsync(Path.Combine(binaries!, "pg_ctl"), ["-D", Path.Combine(folder, "data"), "-m", "immediate", "-w", "stop"], CancellationToken.None);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task ExecuteAsync(string server, string sql, CancellationToken cancellation)
    {
        await using var open = new NpgsqlConnection(server);
        await open.OpenAsync(cancellation);
        await using NpgsqlCommand command = open.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<string> RequireAsync(CancellationToken cancellation)
    {
        await once.WaitAsync(cancellation);
        try
        {
            if (connection is null && missing is null) await FindAsync(cancellation);
        }
        finally
        {
            once.Release();
        }

        if (connection is not null) return connection;
        if (Environment.GetEnvironmentVariable("REQUIRE_SERVICES") == "1") Assert.Fail(missing!);
        Assert.Skip(missing!);
        return "";
    }

    private async Task FindAsync(CancellationToken cancellation)
    {
        connection = Environment.GetEnvironmentVariable("DATACATALOG_TEST_POSTGRES");
        if (connection is not null) return;
        binaries = Folders().FirstOrDefault(f => File.Exists(Path.Combine(f, "initdb")) && File.Exists(Path.Combine(f, "pg_ctl")));
        if (binaries is null) missing = "PostgreSQL is not installed; install it, or name a server in DATACATALOG_TEST_POSTGRES.";
        else await StartAsync(cancellation);
    }

    private async Task StartAsync(CancellationToken cancellation)
    {
        folder = Directory.CreateTempSubdirectory("datacatalog-pg-").FullName;
        // PostgreSQL refuses to run as root.
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", ["postgres", folder], cancellation);
        string data = Path.Combine(folder, "data");
        int port = FreePort();
        await RunAsync(Path.Combine(binaries!, "initdb"), ["-D", data, "-U", "registry", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"], cancellation);
        await RunAsync(Path.Combine(binaries!, "pg_ctl"), ["-D", data, "-w", "-l", Path.Combine(folder, "log"),
            "-o", $"-p {port} -k {folder} -c listen_addresses='' -c fsync=off -c max_connections=200", "start"], cancellation);
        connection = $"Host={folder};Port={port};Username=registry;Database=postgres;Include Error Detail=true";
    }

    private async Task RunAsync(string program, string[] arguments, CancellationToken cancellation)
    {
        bool asPostgres = Environment.IsPrivilegedProcess && program != "chown";
        var start = new ProcessStartInfo(asPostgres ? "runuser" : program) { WorkingDirectory = Path.GetTempPath(), RedirectStandardOutput = true };
        foreach (string argument in asPostgres ? ["-u", "postgres", "--", program, .. arguments] : arguments) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        // The server keeps its parent's output open, so waiting for the end of the output would wait for the server.
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}; see {folder}.");
    }

    private static IEnumerable<string> Folders()
    {
        IEnumerable<string> debian = Directory.Exists("/usr/lib/postgresql") ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderDescending().Select(d => Path.Combine(d, "bin")) : [];
        return debian.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
