using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Search.Indexing;

/// <summary>
/// Brings the index up to date with the tasks that writes left behind. A task is taken because it is there and due, not because
/// it follows another, and goes only when its document is safe in the index.
/// </summary>
/// <param name="registry">Opens the registry's rows.</param>
/// <param name="index">The index.</param>
/// <param name="builder">Makes documents.</param>
/// <param name="calendar">Says which tasks are due.</param>
public sealed class OutboxIndexer(IRegistryDbFactory registry, ISearchIndex index, DocumentBuilder builder, Calendar calendar)
{
    /// <summary>How long a batch is one instance's own; many times what a batch takes.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private const int BatchSize = 500;

    /// <summary>Does one batch of due tasks that nobody else has; 0 where there is none.</summary>
    /// <exception cref="SearchUnavailableException">The index takes nothing now; the tasks stay.</exception>
    public async Task<int> RunBatchAsync(CancellationToken cancellation)
    {
        IRegistryDb db = registry.Create(Actor.Registry);
        await using var closing = db as IAsyncDisposable;
        DateTime now = calendar.Now;
        IReadOnlyList<IndexTask> due = await db.ClaimIndexTasksAsync(BatchSize, now, now + Lease, cancellation);
        if (due.Count == 0) return 0;
        // Whoever lets its lease run out stops: another may have read newer rows by then.
        using var lease = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        lease.CancelAfter(Lease);
        try
        {
            await RunAsync(db, due, lease.Token);
        }
        catch
        {
            await ReleaseAsync(db, due);
            throw;
        }

        return due.Count;
    }

    private async Task RunAsync(IRegistryDb db, IReadOnlyList<IndexTask> due, CancellationToken cancellation)
    {
        if (await TryAsync(db, due, cancellation) is null)
        {
            await FinishAsync(db, due, cancellation);
            return;
        }

        // Something in the batch cannot be indexed; alone, it holds up nothing else.
        foreach (IGrouping<Guid, IndexTask> dataset in due.GroupBy(t => t.DatasetId)) await RunAloneAsync(db, [.. dataset], cancellation);
    }

    private async Task RunAloneAsync(IRegistryDb db, List<IndexTask> tasks, CancellationToken cancellation)
    {
        if (await TryAsync(db, tasks, cancellation) is { } failure) await PutOffAsync(db, tasks, failure, cancellation);
        else await FinishAsync(db, tasks, cancellation);
    }

    private async Task<Exception?> TryAsync(IRegistryDb db, IReadOnlyList<IndexTask> tasks, CancellationToken cancellation)
    {
        try
        {
            IReadOnlyList<DatasetDocument> documents = await builder.BuildAsync(db, [.. tasks.Select(t => t.DatasetId).Distinct()], cancellation);
            await index.ApplyAsync(documents, cancellation);
            return null;
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or SearchUnavailableException))
        {
            return exception;
        }
    }

    private static async Task FinishAsync(IRegistryDb db, IReadOnlyList<IndexTask> tasks, CancellationToken cancellation) =>
        await db.WriteAsync(c => Ours(db, tasks).ExecuteDeleteAsync(c), cancellation);

    // Best effort: where even this fails, the lease brings the tasks back.
    private static async Task ReleaseAsync(IRegistryDb db, IReadOnlyList<IndexTask> tasks)
    {
        Task release = db.WriteAsync(c => Ours(db, tasks).ExecuteUpdateAsync(set => set.SetProperty(t => t.ClaimedUntil, (DateTime?)null), c), CancellationToken.None);
        await release.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // A lease that ran out may be another's by now.
    private static IQueryable<IndexTask> Ours(IRegistryDb db, IReadOnlyList<IndexTask> tasks)
    {
        List<long> ids = [.. tasks.Select(t => t.Id)];
        DateTime? until = tasks[0].ClaimedUntil;
        return db.IndexTasks.Where(t => ids.Contains(t.Id) && t.ClaimedUntil == until);
    }

    private async Task PutOffAsync(IRegistryDb db, List<IndexTask> tasks, Exception failure, CancellationToken cancellation)
    {
        DateTime now = calendar.Now;
        foreach (IndexTask task in tasks) task.Failed($"{failure.GetType().Name}: {failure.Message}", now);
        await db.WriteAsync(async c =>
        {
            foreach (IndexTask task in tasks) await KeepAsync(db, task, c);
            return true;
        }, cancellation);
    }

    private static Task<int> KeepAsync(IRegistryDb db, IndexTask task, CancellationToken cancellation) =>
        Ours(db, [task]).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.ClaimedUntil, (DateTime?)null).SetProperty(t => t.Attempts, task.Attempts).SetProperty(t => t.LastError, task.LastError).SetProperty(t => t.DueAt, task.DueAt),
            cancellation);
}
