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
    private const int BatchSize = 500;

    /// <summary>Does one batch of due tasks; 0 where none is due.</summary>
    /// <exception cref="SearchUnavailableException">The index takes nothing now; the tasks stay.</exception>
    public async Task<int> RunBatchAsync(CancellationToken cancellation)
    {
        IRegistryDb db = registry.Create(Actor.Registry);
        await using var lease = db as IAsyncDisposable;
        DateTime now = calendar.Now;
        List<IndexTask> due = await db.IndexTasks.AsNoTracking().Where(t => t.DueAt <= now).OrderBy(t => t.DueAt).ThenBy(t => t.Id).Take(BatchSize).ToListAsync(cancellation);
        if (due.Count == 0) return 0;
        if (await TryAsync(db, due, cancellation) is null)
        {
            await FinishAsync(db, due, cancellation);
            return due.Count;
        }

        // Something in the batch cannot be indexed; alone, it holds up nothing else.
        foreach (IGrouping<Guid, IndexTask> dataset in due.GroupBy(t => t.DatasetId)) await RunAloneAsync(db, [.. dataset], cancellation);
        return due.Count;
    }

    private async Task RunAloneAsync(IRegistryDb db, List<IndexTask> tasks, CancellationToken cancellation)
    {
        if (await TryAsync(db, tasks, cancellation) is { } failure) await PutOffAsync(db, tasks, failure, cancellation);
        else await FinishAsync(db, tasks, cancellation);
    }

    private async Task<Exception?> TryAsync(IRegistryDb db, List<IndexTask> tasks, CancellationToken cancellation)
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

    private static async Task FinishAsync(IRegistryDb db, List<IndexTask> tasks, CancellationToken cancellation)
    {
        List<long> ids = [.. tasks.Select(t => t.Id)];
        await db.WriteAsync(c => db.IndexTasks.Where(t => ids.Contains(t.Id)).ExecuteDeleteAsync(c), cancellation);
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
        db.IndexTasks.Where(t => t.Id == task.Id).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.Attempts, task.Attempts).SetProperty(t => t.LastError, task.LastError).SetProperty(t => t.DueAt, task.DueAt),
            cancellation);
}
