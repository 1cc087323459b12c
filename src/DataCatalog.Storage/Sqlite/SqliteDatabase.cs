using System.Collections.Concurrent;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage.Sqlite;

/// <summary>A registry in SQLite, which one process has to itself: what it holds and hears stays inside.</summary>
internal sealed class SqliteDatabase(StorageOptions options, StorageParts parts, Action<DbContextOptionsBuilder>? configure) : Database
{
    private readonly DbContextOptions<SqliteRegistryDb> contexts = SqliteSetup.Options(options, configure);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> names = new(StringComparer.Ordinal);

    public override RegistryDb Open(Actor actor) => new SqliteRegistryDb(contexts, actor, parts);

    public override Task MigrateAsync(CancellationToken cancellation) => SqliteSetup.MigrateAsync(Open, options, ApplyAsync, cancellation);

    public override async Task<IAsyncDisposable?> HoldAsync(string name, bool wait, CancellationToken cancellation)
    {
        SemaphoreSlim turn = names.GetOrAdd(name, _ => new SemaphoreSlim(1, 1));
        return await turn.WaitAsync(wait ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellation) ? new Hold(turn) : null;
    }

    public override Task ListenAsync(Action<RegistryNews> heard, CancellationToken cancellation) => Task.CompletedTask;

    private sealed class Hold(SemaphoreSlim turn) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            turn.Release();
            return ValueTask.CompletedTask;
        }
    }
}
