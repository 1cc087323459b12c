using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Storage.Tests.Support;

/// <summary>Tests that hold on both databases: a class derives for each, and every test has a database of its own.</summary>
public abstract class StorageTests(string provider, PostgresServer server) : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("datacatalog-test-").FullName;
    private readonly StorageOptions options = new() { Provider = provider };

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 3, 0, 0, TimeSpan.Zero));

    protected IndexSignal Signal { get; } = new();

    protected string Provider { get; } = provider;

    protected RegistryDbFactory Factory { get; private set; } = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        options.DataFolder = folder;
        if (Provider == StorageOptions.Postgres) options.ConnectionString = await server.NewDatabaseAsync(Cancellation);
        Factory = NewFactory();
        await Factory.MigrateAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (options.ConnectionString is { } database) await server.DropAsync(database, CancellationToken.None);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A factory as another process would have.</summary>
    protected RegistryDbFactory NewFactory(params IInterceptor[] interceptors) =>
        new(options, Clock, Signal, builder => builder.AddInterceptors(interceptors));

    protected RegistryDb Open(Actor? actor = null) => Factory.Create(actor ?? Actor.Registry);

    protected static Task<T> WriteAsync<T>(RegistryDb db, string action, Guid subject, Func<Task<T>> work) => db.WriteAsync(async _ =>
    {
        db.Record(new Core.Audit.AuditEntry(action, "Test", subject));
        return await work();
    }, Cancellation);

    /// <summary>Writes rows with one audit event.</summary>
    protected async Task SaveAsync(params object[] rows)
    {
        await using RegistryDb db = Open();
        await WriteAsync(db, "test.saved", Guid.Empty, () =>
        {
            db.AddRange(rows);
            return Task.FromResult(0);
        });
    }

    protected static async Task<string> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<DomainException>(act)).Error.Code;

    protected async Task<int> ExecuteAsync(string sql)
    {
        await using RegistryDb db = Open();
        return await db.Database.ExecuteSqlRawAsync(sql, Cancellation);
    }
}
