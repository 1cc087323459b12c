using System.Data.Common;
using DataCatalog.Core.Access;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Storage.Tests.Support;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace DataCatalog.Storage.Tests.Postgres;

/// <summary>What a broken or slow connection may and may not do.</summary>
public sealed class ConnectionTests(PostgresServer server) : StorageTests(StorageOptions.Postgres, server)
{
    [Fact]
    public async Task OverConnectionsThatBroke_AReadIsMadeOnceMoreAndAWriteIsRefused()
    {
        await SaveAsync(Given.Organisation());
        await using RegistryDb db = Open();
        Assert.Equal(1, await db.Organisations.CountAsync(Cancellation));
        await BreakAllAsync("datacatalog");
        Assert.Equal(1, await db.Organisations.CountAsync(Cancellation));
        await BreakAllAsync("datacatalog");
        Assert.Equal("busy", await RefusedAsync(() => SaveAsync(Given.Organisation("second"))));
        await SaveAsync(Given.Organisation("second"));
    }

    [Fact]
    public async Task Write_BrokenInItsMiddle_IsNotMadeAgain()
    {
        int runs = 0;
        await using RegistryDb db = Open();
        Assert.Equal("busy", await RefusedAsync(() => WriteAsync(db, "t", Guid.Empty, async () =>
        {
            runs++;
            db.Add(Given.Organisation());
            await BreakAllAsync("datacatalog");
            return await db.Organisations.CountAsync(Cancellation);
        })));
        Assert.Equal(1, runs);
        await using RegistryDb after = Open();
        Assert.Equal(0, await after.Organisations.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Commit_WhoseAnswerIsLost_SaysThatNobodyKnows()
    {
        RegistryDbFactory breaking = NewFactory(new BreaksAtCommit(BreakAllAsync));
        await using RegistryDb db = breaking.Create(Actor.Registry with { RequestId = "request-7" });
        DomainException told = await Assert.ThrowsAsync<DomainException>(() => WriteAsync(db, "t", Guid.Empty, () =>
        {
            db.Add(Given.Organisation());
            return Task.FromResult(0);
        }));
        Assert.Equal(("outcome-unknown", ErrorKind.Unavailable), (told.Error.Code, told.Error.Kind));
        Assert.Contains("request-7", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_OfACancelledRequest_EndsOnTheServerToo()
    {
        await using RegistryDb db = Open();
        using var request = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        request.CancelAfter(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => db.Database.ExecuteSqlAsync($"SELECT pg_sleep(30)", request.Token));
        await using RegistryDb other = Open();
        int running = 1;
        for (int i = 0; i < 50 && running > 0; i++)
        {
            running = await other.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query LIKE 'SELECT pg_sleep%'").SingleAsync(Cancellation);
            await Task.Delay(20, Cancellation);
        }

        Assert.Equal(0, running);
        Assert.Equal("15s", await other.Database.SqlQuery<string>($"SELECT current_setting('statement_timeout') AS \"Value\"").SingleAsync(Cancellation));
    }

    [Fact]
    public async Task News_ArriveWithTheCommitAndNotWithoutIt_AndAllIsNewAfterABreak()
    {
        var heard = System.Threading.Channels.Channel.CreateUnbounded<RegistryNews>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task listening = NewFactory().ListenAsync(news => heard.Writer.TryWrite(news), stop.Token);
        Assert.Equal(RegistryNews.All, await NextAsync(heard));
        await using (RegistryDb db = Open())
        {
            await Assert.ThrowsAsync<IOException>(() => WriteAsync(db, "t", Guid.Empty, async () =>
            {
                db.Add(AnyKey());
                await db.SaveChangesAsync(Cancellation);
                return await Task.FromException<int>(new IOException("taken back"));
            }));
        }

        await SaveAsync(AnyKey());
        Assert.Equal(RegistryNews.Keys, await NextAsync(heard));
        Organisation org = Given.Organisation();
        await SaveAsync(org, Given.Dataset(org.Id, "d"));
        Assert.Equal(RegistryNews.Index, await NextAsync(heard));
        await BreakAllAsync("datacatalog-session");
        Assert.Equal(RegistryNews.All, await NextAsync(heard));
        await stop.CancelAsync();
        await listening.WaitAsync(TimeSpan.FromSeconds(5), Cancellation).ContinueWith(_ => { }, Cancellation, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    [Fact]
    public async Task Hold_IsOnesAlone_AndEndsWithItsSession()
    {
        RegistryDbFactory other = NewFactory();
        await using IAsyncDisposable? mine = await Factory.TryHoldAsync("job", Cancellation);
        Assert.NotNull(mine);
        Assert.Null(await other.TryHoldAsync("job", Cancellation));
        await using IAsyncDisposable? another = await other.TryHoldAsync("other job", Cancellation);
        Assert.NotNull(another);
        Task<IAsyncDisposable> waiting = other.HoldAsync("job", Cancellation);
        await mine.DisposeAsync();
        await using IAsyncDisposable theirs = await waiting.WaitAsync(TimeSpan.FromSeconds(5), Cancellation);
    }

    private ApiKey AnyKey() => ApiKey.Issue(new ApiKeyInput { Name = "k", Roles = ["auditor"] }, Clock).Item1;

    private static async Task<RegistryNews> NextAsync(System.Threading.Channels.Channel<RegistryNews> heard) =>
        await heard.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(10), Cancellation);

    // As when the server goes away: every session of that name ends.
    private async Task BreakAllAsync(string name)
    {
        string connection;
        await using (RegistryDb db = Open()) connection = db.Database.GetConnectionString()!;
        await using var own = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { ApplicationName = "breaker", Pooling = false }.ConnectionString);
        await own.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1", own) { Parameters = { new() { Value = name } } };
        await command.ExecuteScalarAsync(Cancellation);
        await Task.Delay(100, Cancellation);
    }

    private sealed class BreaksAtCommit(Func<string, Task> breakAll) : DbTransactionInterceptor
    {
        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            await breakAll("datacatalog");
            return result;
        }
    }
}
