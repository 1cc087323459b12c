using System.Globalization;
using DataCatalog.Core.Common;
using DataCatalog.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataCatalog.Server.Operations.Doctor;

/// <summary>Looks at a PostgreSQL server.</summary>
internal sealed class PostgresChecks(RegistryDbFactory registry, string connection)
{
    private const int Oldest = 14;

    /// <summary>The checks.</summary>
    public IEnumerable<Check> All =>
        [new("PostgreSQL version", VersionAsync), new("PostgreSQL encoding", EncodingAsync), new("PostgreSQL time zone", ZoneAsync), new("PostgreSQL role", RoleAsync), new("PostgreSQL connections", ConnectionsAsync)];

    private async Task<Answer?> VersionAsync(CancellationToken cancellation)
    {
        string version = await AskAsync("current_setting('server_version')", cancellation);
        int major = int.Parse(await AskAsync("current_setting('server_version_num')", cancellation), CultureInfo.InvariantCulture) / 10_000;
        return major >= Oldest ? Answer.Ok(version) : Answer.Fail($"{version} is older than {Oldest}", $"Move to PostgreSQL {Oldest} or later (pg_upgrade, or backup and restore).");
    }

    private async Task<Answer?> EncodingAsync(CancellationToken cancellation)
    {
        string encoding = await AskAsync("current_setting('server_encoding')", cancellation);
        return encoding == "UTF8" ? Answer.Ok(encoding) : Answer.Fail($"{encoding} cannot keep Korean", "Make a database with ENCODING 'UTF8' and TEMPLATE template0, and restore a backup into it.");
    }

    // Instants are kept with their zone, so any will do; that it is known to this machine shows that both have zone data.
    private async Task<Answer?> ZoneAsync(CancellationToken cancellation)
    {
        string zone = await AskAsync("current_setting('TimeZone')", cancellation);
        return TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? Answer.Ok($"{zone} (instants are kept in UTC)") : Answer.Warn($"'{zone}' is not known here", "ALTER DATABASE … SET timezone = 'UTC', and install tzdata.");
    }

    private async Task<Answer?> RoleAsync(CancellationToken cancellation)
    {
        string role = await AskAsync("current_user::text", cancellation);
        if (await AskAsync("has_schema_privilege(current_schema(), 'CREATE')::text", cancellation) != "true")
            return Answer.Fail($"'{role}' may not create tables, so no release can migrate", $"ALTER DATABASE … OWNER TO \"{role}\", as an administrator.");
        if (await AskAsync("rolsuper::text FROM pg_roles WHERE rolname = current_user", cancellation) == "true")
            return Answer.Warn($"'{role}' is a superuser", "Give the service a role of its own that owns its database and nothing else.");
        return Answer.Ok($"'{role}' owns what it needs and no more");
    }

    private async Task<Answer?> ConnectionsAsync(CancellationToken cancellation)
    {
        int most = int.Parse(await AskAsync("current_setting('max_connections')", cancellation), CultureInfo.InvariantCulture);
        int pool = new NpgsqlConnectionStringBuilder(connection).MaxPoolSize;
        return pool < most ? Answer.Ok($"{most} allowed, {pool} at most for each instance") : Answer.Warn($"{most} allowed, but one instance may take {pool}", "Set 'Maximum Pool Size' in the connection string so that all instances together stay below max_connections.");
    }

    private async Task<string> AskAsync(string expression, CancellationToken cancellation)
    {
        await using RegistryDb db = registry.Create(Actor.Registry);
        int from = expression.IndexOf(" FROM ", StringComparison.Ordinal);
        string sql = from < 0 ? "SELECT " + expression + " AS \"Value\"" : "SELECT " + expression[..from] + " AS \"Value\"" + expression[from..];
        return await db.Database.SqlQueryRaw<string>(sql).SingleAsync(cancellation);
    }
}
