using DataCatalog.Core.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace DataCatalog.Storage.Copies;

/// <summary>What a database held at one moment.</summary>
/// <param name="Rows">Rows of each table.</param>
/// <param name="Audit">How far the audit log had come.</param>
/// <param name="Migration">The last migration it has.</param>
public sealed record CopyFacts(IReadOnlyDictionary<string, long> Rows, Checkpoint Audit, string? Migration)
{
    /// <summary>Reads them, all of one moment where a transaction runs or nobody writes.</summary>
    internal static async Task<CopyFacts> ReadAsync(RegistryDb db, CancellationToken cancellation)
    {
        ISqlGenerationHelper sql = db.GetService<ISqlGenerationHelper>();
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (ITable table in db.Model.GetRelationalModel().Tables)
        {
            // The names are the model's own.
            string count = $"SELECT count(*) AS {sql.DelimitIdentifier("Value")} FROM {sql.DelimitIdentifier(table.Name, table.Schema)}";
            rows[table.Name] = await db.Database.SqlQueryRaw<long>(count).SingleAsync(cancellation);
        }

        AuditEvent? last = await db.AuditEvents.AsNoTracking().OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancellation);
        string? migration = (await db.Database.GetAppliedMigrationsAsync(cancellation)).LastOrDefault();
        return new CopyFacts(rows, new Checkpoint(last?.Sequence ?? 0, last?.Hash ?? HashChain.Origin), migration);
    }

    /// <summary>Follows the audit log of a copy that was put beside, and reads its facts.</summary>
    /// <exception cref="CopyException">The log is broken, or the copy is of a later release.</exception>
    internal static async Task<CopyFacts> ProveAsync(RegistryDb db, CancellationToken cancellation)
    {
        if ((await db.Database.GetAppliedMigrationsAsync(cancellation)).Except(db.Database.GetMigrations()).FirstOrDefault() is { } later)
            throw new CopyException($"The backup is of a later release (migration {later}); restore it with that release or a newer one.");
        ChainVerdict verdict = await HashChain.VerifyAsync(db.AuditEvents.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable(), null, cancellation);
        return verdict.Intact
            ? await ReadAsync(db, cancellation)
            : throw new CopyException($"The audit log of the backup is broken at event {verdict.BrokenAt}: {verdict.Why}. Nothing was changed; restore another backup.");
    }
}
