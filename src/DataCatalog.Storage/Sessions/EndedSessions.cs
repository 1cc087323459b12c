using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage.Sessions;

/// <summary>Remembers, for all instances, which sessions were signed out of, so that a cookie that somebody copied opens nothing either.</summary>
public sealed class EndedSessions(RegistryDbFactory registry, TimeProvider clock)
{
    /// <summary>Whether a session was signed out of.</summary>
    public async Task<bool> HasAsync(Guid session, CancellationToken cancellation)
    {
        await using RegistryDb db = registry.Create(Actor.Registry);
        return await db.Set<EndedSession>().AnyAsync(s => s.Id == session, cancellation);
    }

    /// <summary>Ends one, and forgets those that have run out; a second time changes nothing.</summary>
    public async Task AddAsync(Guid session, DateTimeOffset runsOut, CancellationToken cancellation)
    {
        DateTime now = clock.Instant();
        await using RegistryDb db = registry.Create(Actor.Registry);
        await db.Database.ExecuteSqlAsync($"INSERT INTO ended_sessions (id, runs_out_at) VALUES ({session}, {runsOut.UtcDateTime}) ON CONFLICT (id) DO NOTHING", cancellation);
        await db.Database.ExecuteSqlAsync($"DELETE FROM ended_sessions WHERE runs_out_at < {now}", cancellation);
    }
}
