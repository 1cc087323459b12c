using System.Data.Common;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Access.UseCases;

/// <summary>Finds out who a secret belongs to. Runs on rows opened as <see cref="Actor.Registry"/>: nobody has signed in yet.</summary>
public sealed class SignIn(IRegistryDb db, Calendar calendar, TimeProvider clock)
{
    private static readonly TimeSpan NotedEvery = TimeSpan.FromMinutes(1);

    /// <summary>The secret's holder, or null where it opens nothing now.</summary>
    /// <param name="secret">What the caller sent.</param>
    /// <param name="requestId">The request this is part of, for the audit log.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Actor?> HandleAsync(string secret, string? requestId, CancellationToken cancellation)
    {
        if (secret.Length is < ApiKey.PrefixLength or > ApiKey.LongestSecret) return null;
        string prefix = secret[..ApiKey.PrefixLength];
        DateTime now = clock.Instant();
        List<ApiKey> candidates = await db.ApiKeys.AsNoTracking().Where(k => k.Prefix == prefix).ToListAsync(cancellation);
        return candidates.Find(k => k.Opens(secret, now)) is { } key ? await ActorAsync(key, now, requestId, cancellation) : null;
    }

    /// <summary>The holder of a key that a session was opened with, or null where it no longer opens.</summary>
    /// <param name="id">The key's id.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Actor?> AgainAsync(Guid id, CancellationToken cancellation)
    {
        DateTime now = clock.Instant();
        ApiKey? key = await db.ApiKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Id == id, cancellation);
        return key?.IsLive(now) == true ? await ActorAsync(key, now, null, cancellation) : null;
    }

    private async Task<Actor> ActorAsync(ApiKey key, DateTime now, string? requestId, CancellationToken cancellation)
    {
        if (key.LastUsedAt is null || key.LastUsedAt <= now - NotedEvery) await NoteUseAsync(key.Id, now, cancellation);
        return new Actor(key.Id, key.Name, key.Roles, key.ConsortiumId, requestId) { Former = key.ConsortiumId is { } consortium && await HasLeftAsync(consortium, cancellation) };
    }

    private Task<bool> HasLeftAsync(Guid consortium, CancellationToken cancellation)
    {
        DateOnly today = calendar.Today;
        return db.Consortia.AnyAsync(c => c.Id == consortium && c.EndedOn < today, cancellation);
    }

    // Outside the audited write path on purpose: a use is no change. A database too busy to note it keeps nobody out.
    private async Task NoteUseAsync(Guid id, DateTime now, CancellationToken cancellation)
    {
        DateTime before = now - NotedEvery;
        try
        {
            await db.ApiKeys.Where(k => k.Id == id && (k.LastUsedAt == null || k.LastUsedAt <= before))
                .ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedAt, now), cancellation);
        }
        catch (DbException)
        {
            // The next sign-in notes it.
        }
    }
}
