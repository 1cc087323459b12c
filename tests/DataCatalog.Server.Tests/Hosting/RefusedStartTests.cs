using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using DataCatalog.Server.Hosting.Instances;
using DataCatalog.Server.Hosting.Options;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Server.Tests.Hosting;

/// <summary>A start that is refused ends with 1 and a sentence that says why, with the error's code where there is one.</summary>
public sealed class RefusedStartTests(PostgresServer server)
{
    [Theory]
    [InlineData(StorageOptions.Sqlite)]
    [InlineData(StorageOptions.Postgres)]
    public async Task DatabaseOfALaterRelease(string provider)
    {
        string? connection = provider == StorageOptions.Postgres ? await server.NewDatabaseAsync(TestContext.Current.CancellationToken) : null;
        await using var process = new ServiceProcess(connection);
        Assert.Equal(0, await process.VerbAsync("migrate"));
        var registry = new RegistryDbFactory(new StorageOptions { Provider = provider, DataFolder = process.Folder, ConnectionString = connection }, TimeProvider.System, new IndexSignal());
        await using (RegistryDb db = registry.Create(Actor.Registry))
            await db.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsHistory\" (migration_id, product_version) VALUES ('29990101000000_OfALaterRelease', '99.0')", TestContext.Current.CancellationToken);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        (int code, string said) = await process.SayAsync("serve", "--urls=http://127.0.0.1:0");
        Assert.Equal(1, code);
        Assert.StartsWith("database-newer: ", said, StringComparison.Ordinal);
        Assert.Contains("29990101000000_OfALaterRelease", said, StringComparison.Ordinal);
        (code, said) = await process.SayAsync("doctor", "--urls=http://127.0.0.1:0");
        Assert.Equal(1, code);
        Assert.Contains("FAIL  migrations", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PortTaken_FolderInUse()
    {
        await using var process = new ServiceProcess(null);
        await process.StartAsync();
        (int code, string said) = await process.SayAsync("reindex");
        Assert.Equal(1, code);
        Assert.Contains("in use by another process", said, StringComparison.Ordinal);
        await using var other = new ServiceProcess(null);
        (code, said) = await other.SayAsync("serve", "--empty", $"--urls={process.Address}");
        Assert.Equal(1, code);
        // The log may say more before it.
        Assert.Contains("address already in use", said.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondInstanceOnAFolderInUse()
    {
        await using RegistryService first = await RegistryService.StartAsync();
        (IServiceProvider services, var clock) = (first.Services, new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMinutes(1) });
        await using var second = new IndexOwner(services.GetRequiredService<RegistryDbFactory>(), services.GetRequiredService<ISearchIndex>(), services.GetRequiredService<IOptions<CatalogOptions>>(), clock);
        Assert.Equal("index-not-shared", (await Assert.ThrowsAsync<DomainException>(() => second.StartAsync(TestContext.Current.CancellationToken))).Error.Code);
    }
}
