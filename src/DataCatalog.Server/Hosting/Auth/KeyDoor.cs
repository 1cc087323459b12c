using System.Collections.Concurrent;
using DataCatalog.Core.Access;
using DataCatalog.Core.Access.UseCases;
using DataCatalog.Core.Common;

namespace DataCatalog.Server.Hosting.Auth;

/// <summary>Opens for keys, remembering for a moment which did, so that not every request asks the database.</summary>
public sealed class KeyDoor(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Longest time that a revoked key still opens.</summary>
    public static readonly TimeSpan Remember = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (Actor Actor, long At)> known = new(StringComparer.Ordinal);

    // Counts what was forgotten: an answer that was asked for before is not remembered after.
    private int forgotten;

    /// <summary>Who holds the key; null where it does not open.</summary>
    public async Task<Actor?> OpenAsync(string secret, CancellationToken cancellation)
    {
        if (secret.Length is < 32 or > ApiKey.LongestSecret) return null;
        return await RememberedAsync(ApiKey.HashOf(secret), signIn => signIn.HandleAsync(secret, requestId: null, cancellation));
    }

    /// <summary>Who holds the key of a session that was opened with it; null where it no longer opens.</summary>
    public Task<Actor?> ReopenAsync(Guid key, CancellationToken cancellation) => RememberedAsync(key.ToString(), signIn => signIn.AgainAsync(key, cancellation));

    private async Task<Actor?> RememberedAsync(string name, Func<SignIn, Task<Actor?>> ask)
    {
        if (known.TryGetValue(name, out (Actor Actor, long At) entry) && clock.GetElapsedTime(entry.At) < Remember) return entry.Actor;
        int asked = Volatile.Read(ref forgotten);
        await using AsyncServiceScope scope = scopes.CreateScope(Actor.Registry);
        Actor? actor = await ask(scope.ServiceProvider.GetRequiredService<SignIn>());
        if (known.Count > 10_000) known.Clear();
        if (actor is null || asked != Volatile.Read(ref forgotten)) known.TryRemove(name, out _);
        else known[name] = (actor, clock.GetTimestamp());
        return actor;
    }

    /// <summary>Forgets all, as after a key was revoked, here or in another instance.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref forgotten);
        known.Clear();
    }
}
