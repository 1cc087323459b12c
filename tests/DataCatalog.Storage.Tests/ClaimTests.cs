using System.Collections.Concurrent;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using DataCatalog.Storage.Tests.Support;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage.Tests;

public abstract class ClaimTests(string provider, PostgresServer server) : StorageTests(provider, server)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task IndexTasks_ManyClaimAtOnce_EachRowGoesToOne()
    {
        Organisation org = Given.Organisation();
        await SaveAsync([org, .. Enumerable.Range(1, 60).Select(i => Given.Dataset(org.Id, $"d-{i}"))]);
        Task<List<IndexTask>>[] claimers = [.. Enumerable.Range(0, 6).Select(_ => Task.Run(ClaimAllAsync))];
        List<IndexTask> claimed = [.. (await Task.WhenAll(claimers)).SelectMany(t => t)];
        Assert.Equal(60, claimed.Count);
        Assert.Equal(60, claimed.Select(t => t.Id).Distinct().Count());
    }

    [Fact]
    public async Task IndexTasks_OfADatasetThatSomebodyHolds_WaitForTheLease()
    {
        Organisation org = Given.Organisation();
        Dataset dataset = Given.Dataset(org.Id, "d");
        await SaveAsync(org, dataset);
        Assert.Single(await ClaimAsync());
        await SaveAsync(IndexTask.For(dataset.Id, Now));
        Assert.Empty(await ClaimAsync());
        Clock.Advance(Lease);
        Assert.Equal(2, (await ClaimAsync()).Count);
    }

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private async Task<List<IndexTask>> ClaimAllAsync()
    {
        List<IndexTask> all = [];
        for (IReadOnlyList<IndexTask> some = await ClaimAsync(); some.Count > 0; some = await ClaimAsync()) all.AddRange(some);
        return all;
    }

    private async Task<IReadOnlyList<IndexTask>> ClaimAsync()
    {
        await using RegistryDb db = Open();
        return await db.ClaimIndexTasksAsync(7, Now, Now + Lease, Cancellation);
    }
}

public sealed class SqliteClaimTests(PostgresServer server) : ClaimTests(StorageOptions.Sqlite, server);

public sealed class PostgresClaimTests(PostgresServer server) : ClaimTests(StorageOptions.Postgres, server)
{
    private const int Rounds = 100;
    private const int Writers = 8;
    private readonly ConcurrentDictionary<Guid, long> index = [];
    private readonly ConcurrentDictionary<Guid, bool> held = [];

    /// <summary>Eight transactions at once that commit in any order, while two claim: no task is passed over, and a document never goes back to an older reading.</summary>
    [Fact]
    public async Task IndexTasks_CommittedInAnyOrder_NoneIsSkippedAndEachDatasetKeepsItsOrder()
    {
        Guid[] datasets = [.. Enumerable.Range(0, 5).Select(_ => Ids.New(Clock))];
        await ExecuteAsync("CREATE TABLE model (dataset_id uuid PRIMARY KEY, n bigint NOT NULL)");
        foreach (Guid id in datasets) await ExecuteAsync($"INSERT INTO model VALUES ('{id}', 0)");
        using var written = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task[] claimers = [.. Enumerable.Range(0, 2).Select(i => Task.Run(() => FollowAsync(new Random(i), written.Token)))];
        var random = new Random(20261124);
        for (int round = 0; round < Rounds; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => WriteAsync(datasets[random.Next(datasets.Length)], random.Next(12))));
        }

        await written.CancelAsync();
        await Task.WhenAll(claimers);
        await using RegistryDb db = Open();
        Assert.Equal(0, await db.IndexTasks.CountAsync(Cancellation));
        foreach (Guid id in datasets) Assert.Equal(await ReadAsync(db, id), index.GetValueOrDefault(id));
        Assert.Equal(Rounds * Writers, index.Values.Sum());
    }

    // The task takes its number first and commits last, so numbers and commits come in different orders.
    private async Task WriteAsync(Guid dataset, int delay)
    {
        await using RegistryDb db = Open();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
        DateTime now = Clock.GetUtcNow().UtcDateTime;
        await db.Database.ExecuteSqlAsync($"INSERT INTO index_tasks (dataset_id, created_at, due_at, attempts) VALUES ({dataset}, {now}, {now}, 0)", Cancellation);
        await Task.Delay(delay, Cancellation);
        await db.Database.ExecuteSqlAsync($"UPDATE model SET n = n + 1 WHERE dataset_id = {dataset}", Cancellation);
        await transaction.CommitAsync(Cancellation);
    }

    private async Task FollowAsync(Random random, CancellationToken written)
    {
        while (true)
        {
            bool last = written.IsCancellationRequested;
            await using RegistryDb db = Open();
            DateTime now = Clock.GetUtcNow().UtcDateTime;
            IReadOnlyList<IndexTask> tasks = await db.ClaimIndexTasksAsync(3, now, now + TimeSpan.FromHours(1), Cancellation);
            foreach (IGrouping<Guid, IndexTask> dataset in tasks.GroupBy(t => t.DatasetId)) await ApplyAsync(db, dataset.Key, random);
            foreach (Guid id in tasks.Select(t => t.DatasetId).Distinct()) held.TryRemove(id, out _);
            List<long> ids = [.. tasks.Select(t => t.Id)];
            await db.IndexTasks.Where(t => ids.Contains(t.Id)).ExecuteDeleteAsync(Cancellation);
            if (tasks.Count == 0 && last) return;
        }
    }

    private async Task ApplyAsync(RegistryDb db, Guid dataset, Random random)
    {
        Assert.True(held.TryAdd(dataset, true), "Two hold a dataset at once.");
        long n = await ReadAsync(db, dataset);
        await Task.Delay(random.Next(5), Cancellation);
        index[dataset] = n;
    }

    private static Task<long> ReadAsync(RegistryDb db, Guid dataset) =>
        db.Database.SqlQuery<long>($"SELECT n AS \"Value\" FROM model WHERE dataset_id = {dataset}").SingleAsync(Cancellation);
}
