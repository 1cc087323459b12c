using System.Runtime.CompilerServices;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage.Idempotency;

/// <summary>
/// Keeps the answers to writes by the key that they were sent with. The row is claimed in the write's own transaction, so that both are made or
/// neither is, and whoever sends the same at the same time to another instance waits for that transaction and then finds the answer.
/// </summary>
public sealed class KeptAnswers(RegistryDb db, TimeProvider clock)
{
    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private const int MostForgotten = 100;

    /// <summary>Claims a key for the running write; the earlier answer where there is one.</summary>
    public async Task<KeptAnswer?> ClaimAsync(string key, string sha256, CancellationToken cancellation)
    {
        DateTime now = clock.Instant();
        await ForgetAsync(key, now - Kept, cancellation);
        (Guid id, Guid owner) = (Ids.New(clock), db.Actor.Id);
        int claimed = await db.Database.ExecuteSqlAsync(
            $"INSERT INTO idempotency_keys (id, owner_id, key, sha256, made_at, status) VALUES ({id}, {owner}, {key}, {sha256}, {now}, 0) ON CONFLICT (owner_id, key) DO NOTHING", cancellation);
        return claimed == 1 ? null : await db.Set<KeptAnswer>().AsNoTracking().FirstOrDefaultAsync(k => k.Key == key, cancellation) ?? throw new DomainException(CommonErrors.Busy);
    }

    /// <summary>Keeps the answer under the claimed key.</summary>
    public async Task KeepAsync(string key, int status, string headers, byte[] body, CancellationToken cancellation)
    {
        Guid owner = db.Actor.Id;
        await db.Database.ExecuteSqlAsync($"UPDATE idempotency_keys SET status = {status}, headers = {headers}, body = {body} WHERE owner_id = {owner} AND key = {key}", cancellation);
    }

    // A few of all that are old go with each claim; rows that another claim is at are left to it.
    private async Task ForgetAsync(string key, DateTime before, CancellationToken cancellation)
    {
        Guid owner = db.Actor.Id;
        await db.Database.ExecuteSqlAsync($"DELETE FROM idempotency_keys WHERE owner_id = {owner} AND key = {key} AND made_at < {before}", cancellation);
        await db.Database.ExecuteSqlAsync(
            FormattableStringFactory.Create($$"""DELETE FROM idempotency_keys WHERE id IN (SELECT id FROM idempotency_keys WHERE made_at < {0} LIMIT {1} {{db.SkipLocked}})""", before, MostForgotten), cancellation);
    }
}
