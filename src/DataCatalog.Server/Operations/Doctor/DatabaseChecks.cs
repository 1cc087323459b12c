using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Storage;
using DataCatalog.Storage.Copies;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Operations.Doctor;

/// <summary>Looks at what is so on both databases: reachable, of this release, an audit log that follows, a clock that fits.</summary>
internal sealed class DatabaseChecks(RegistryDbFactory registry, KnownCheckpoint known, TimeProvider clock)
{
    private static readonly TimeSpan Uncovered = TimeSpan.FromDays(7);

    /// <summary>Whether the database answers.</summary>
    public Check Reachable => new("database", async cancellation =>
    {
        await using RegistryDb db = registry.Create(Actor.Registry);
        return await db.Database.CanConnectAsync(cancellation)
            ? Answer.Ok("answers")
            : Answer.Fail("does not answer", "Start it, or mend DataCatalog:ConnectionString (host, port, user, password, database); 'Database away' in docs/runbook.md.");
    });

    /// <summary>What can be asked only of a database that answers.</summary>
    public IEnumerable<Check> Inner => [new("migrations", MigrationsAsync), new("audit chain", ChainAsync), new("clock", ClockAsync)];

    private async Task<Answer?> MigrationsAsync(CancellationToken cancellation)
    {
        await using RegistryDb db = registry.Create(Actor.Registry);
        string[] applied = [.. await db.Database.GetAppliedMigrationsAsync(cancellation)];
        string[] own = [.. db.Database.GetMigrations()];
        if (applied.Except(own).LastOrDefault() is { } later) return Answer.Fail($"the database is of a later release ({later})", "Install that release or a newer one; a database never goes back.");
        int pending = own.Except(applied).Count();
        return pending == 0 ? Answer.Ok($"up to date ({own.Length})") : Answer.Warn($"{pending} of {own.Length} are not applied", "Take a backup, then run 'migrate', or start the service, which does so too.");
    }

    private async Task<Answer?> ChainAsync(CancellationToken cancellation)
    {
        await using RegistryDb db = registry.Create(Actor.Registry);
        Checkpoint? checkpoint = known.Read();
        ChainVerdict verdict;
        try
        {
            verdict = await HashChain.VerifyAsync(db.AuditEvents.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable(), checkpoint, cancellation);
        }
        catch (OperationCanceledException)
        {
            return Answer.Warn("too long to follow in five seconds", "Run 'audit verify', which takes its time.");
        }

        if (verdict.Intact) return await CoveredAsync(db, verdict.Count, checkpoint?.Count ?? 0, cancellation);
        return Answer.Fail($"broken at event {verdict.BrokenAt}: {verdict.Why}",
            "If an older backup was put back on purpose, run 'audit checkpoint --accept'. If not, keep the database as evidence and restore the newest backup whose 'audit verify' succeeds.");
    }

    // A day or two without a checkpoint is how every registry begins; an event that none covers for so long is one that can be cut off unseen.
    private async Task<Answer> CoveredAsync(RegistryDb db, long events, long covered, CancellationToken cancellation)
    {
        string what = covered == 0 ? $"intact, {events} events, no checkpoint yet" : $"intact, {events} events, past checkpoint {covered}";
        DateTime? since = await db.AuditEvents.Where(e => e.Sequence > covered).OrderBy(e => e.Sequence).Select(e => (DateTime?)e.At).FirstOrDefaultAsync(cancellation);
        return since < clock.GetUtcNow().UtcDateTime - Uncovered
            ? Answer.Warn($"{what}, the next event is of {since:yyyy-MM-dd}", "Run 'audit checkpoint' daily and copy it off the machine: a tail that no checkpoint covers can be cut off unseen.")
            : Answer.Ok(covered == 0 ? $"{what} ('audit checkpoint' takes one; so does 'backup')" : what);
    }

    private async Task<Answer?> ClockAsync(CancellationToken cancellation)
    {
        const string mend = "Set the clock and keep it with NTP (chrony, systemd-timesyncd); 'Clock wrong' in docs/runbook.md.";
        await using RegistryDb db = registry.Create(Actor.Registry);
        DateTime now = clock.GetUtcNow().UtcDateTime;
        DateTime? last = await db.AuditEvents.OrderByDescending(e => e.Sequence).Select(e => (DateTime?)e.At).FirstOrDefaultAsync(cancellation);
        if (last > now.AddSeconds(5)) return Answer.Fail($"it is {now:u} here, but the last audit event is of {last:u}", mend);
        if (!db.Database.IsNpgsql()) return Answer.Ok($"it is {now:u}");
        DateTime theirs = await db.Database.SqlQueryRaw<DateTime>("SELECT clock_timestamp() AS \"Value\"").SingleAsync(cancellation);
        double apart = Math.Abs((theirs - clock.GetUtcNow().UtcDateTime).TotalSeconds);
        return apart <= 5 ? Answer.Ok($"it is {now:u}, as on PostgreSQL's machine") : Answer.Warn($"{apart:N0} seconds apart from PostgreSQL's", mend);
    }
}
