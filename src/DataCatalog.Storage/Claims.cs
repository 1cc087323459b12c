using System.Runtime.CompilerServices;
using DataCatalog.Core.Search;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage;

/// <summary>How work is claimed: so many rows that are due now, until then.</summary>
internal sealed record Claim(int Most, DateTime Now, DateTime Until, string SkipLocked);

/// <summary>
/// The one place where instances share out work. Rows are taken by their state, never by their position, and a lease brings back those of
/// an instance that died. The selection stands in a materialised table: a plan that ran it twice would lock more than it takes.
/// </summary>
internal static class Claims
{
    /// <summary>Takes deliveries by moving their due time, as every failed attempt does too.</summary>
    public static async Task<IReadOnlyList<Guid>> DeliveriesAsync(RegistryDb db, Claim claim, CancellationToken cancellation)
    {
        if (!await db.Deliveries.AnyAsync(d => d.State == Core.Compliance.DeliveryState.Pending && d.DueAt <= claim.Now, cancellation)) return [];
        FormattableString sql = FormattableStringFactory.Create(
            $$"""
            WITH due AS MATERIALIZED (SELECT id FROM deliveries WHERE state = 'Pending' AND due_at <= {1} ORDER BY due_at LIMIT {2} {{claim.SkipLocked}})
            UPDATE deliveries SET due_at = {0} WHERE id IN (SELECT id FROM due) RETURNING id AS "Value"
            """, claim.Until, claim.Now, claim.Most);
        return await db.WriteAsync(c => db.Database.SqlQuery<Guid>(sql).ToListAsync(c), cancellation);
    }

    /// <summary>Takes index tasks of datasets of which nobody holds one. Claimers take turns, or two could each take one of the same dataset at the same moment.</summary>
    public static async Task<IReadOnlyList<IndexTask>> IndexTasksAsync(RegistryDb db, Claim claim, CancellationToken cancellation)
    {
        if (!await db.IndexTasks.AnyAsync(t => t.DueAt <= claim.Now && (t.ClaimedUntil == null || t.ClaimedUntil <= claim.Now), cancellation)) return [];
        FormattableString sql = FormattableStringFactory.Create(
            $$"""
            WITH due AS MATERIALIZED (
                SELECT id FROM index_tasks WHERE due_at <= {1} AND dataset_id NOT IN (SELECT dataset_id FROM index_tasks WHERE claimed_until > {1})
                ORDER BY due_at, id LIMIT {2} {{claim.SkipLocked}})
            UPDATE index_tasks SET claimed_until = {0} WHERE id IN (SELECT id FROM due)
            RETURNING id, dataset_id, created_at, due_at, claimed_until, attempts, last_error
            """, claim.Until, claim.Now, claim.Most);
        return await db.WriteAsync(async c =>
        {
            await db.LockClaimsAsync(c);
            return await db.IndexTasks.FromSql(sql).IgnoreQueryFilters().AsNoTracking().ToListAsync(c);
        }, cancellation);
    }
}
