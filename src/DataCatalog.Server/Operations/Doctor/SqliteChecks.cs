using DataCatalog.Core.Common;
using DataCatalog.Storage;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Operations.Doctor;

/// <summary>Looks at a SQLite database.</summary>
internal sealed class SqliteChecks(RegistryDbFactory registry)
{
    private const string Full = "2";

    /// <summary>The checks.</summary>
    public IEnumerable<Check> All => [new("SQLite settings", SettingsAsync), new("SQLite integrity", IntegrityAsync)];

    private async Task<Answer?> SettingsAsync(CancellationToken cancellation)
    {
        string journal = await AskAsync("SELECT journal_mode AS \"Value\" FROM pragma_journal_mode", cancellation);
        string synchronous = await AskAsync("SELECT CAST(synchronous AS TEXT) AS \"Value\" FROM pragma_synchronous", cancellation);
        if (synchronous != Full) return Answer.Fail($"synchronous is {synchronous}, not FULL: a power cut would take acknowledged writes", "Use the release's own SQLite library; report this.");
        return journal == "wal" ? Answer.Ok("WAL, synchronous=FULL") : Answer.Warn($"journal mode is {journal}, not WAL", "Run 'migrate' or start the service, which sets it; network file systems cannot do WAL.");
    }

    private async Task<Answer?> IntegrityAsync(CancellationToken cancellation)
    {
        string answer = await AskAsync("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check LIMIT 1", cancellation);
        return answer == "ok" ? Answer.Ok("integrity_check finds nothing") : Answer.Fail($"damaged: {answer}", "Stop the service and restore the newest backup.");
    }

    private async Task<string> AskAsync(string sql, CancellationToken cancellation)
    {
        await using RegistryDb db = registry.Create(Actor.Registry);
        return await db.Database.SqlQueryRaw<string>(sql).SingleAsync(cancellation);
    }
}
