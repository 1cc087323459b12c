using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using DataCatalog.Storage.Copies;
using Npgsql;

namespace DataCatalog.Storage.Postgres;

/// <summary>PostgreSQL's own programs. They are told where the server is through their environment, so that no password is seen in a list of processes.</summary>
/// <param name="connection">How to reach the database.</param>
/// <param name="folder">Where the programs are; null to look along PATH.</param>
internal sealed class PostgresTools(string connection, string? folder)
{
    /// <summary>Runs one and waits for its end.</summary>
    /// <exception cref="CopyException">It is not there, or it failed.</exception>
    public async Task RunAsync(string program, string? database, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(folder is null ? program : Path.Combine(folder, program), arguments) { RedirectStandardError = true };
        foreach ((string name, string value) in Environment(new NpgsqlConnectionStringBuilder(connection), database)) start.Environment[name] = value;
        using Process process = Start(start, program);
        string said = await process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0) throw new CopyException($"{program} ended with {process.ExitCode}: {said.Trim()}");
    }

    private static Process Start(ProcessStartInfo start, string program)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new CopyException(
                $"{program} cannot be started: {missing.Message}. Install PostgreSQL's client programs of the server's version or a later one (Debian: postgresql-client), or name their folder in DataCatalog:PostgresTools.", missing);
        }
    }

    private static Dictionary<string, string> Environment(NpgsqlConnectionStringBuilder to, string? database)
    {
        var variables = new Dictionary<string, string?>
        {
            ["PGHOST"] = to.Host,
            ["PGPORT"] = to.Port.ToString(CultureInfo.InvariantCulture),
            ["PGUSER"] = to.Username,
            ["PGPASSWORD"] = to.Password,
            ["PGPASSFILE"] = to.Passfile,
            ["PGDATABASE"] = database ?? to.Database ?? to.Username,
            ["PGSSLMODE"] = to.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => mode.ToString().ToLowerInvariant() },
            ["PGSSLROOTCERT"] = to.RootCertificate,
            ["PGSSLCERT"] = to.SslCertificate,
            ["PGSSLKEY"] = to.SslKey,
            ["PGAPPNAME"] = "datacatalog",
        };
        return variables.Where(v => !string.IsNullOrEmpty(v.Value)).ToDictionary(v => v.Key, v => v.Value!);
    }
}
