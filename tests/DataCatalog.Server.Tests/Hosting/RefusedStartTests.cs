using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Tests.Hosting;

/// <summary>A start that is refused says its error's code and ends with 1; nobody has to read a stack trace.</summary>
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
        var registry = new RegistryDbFactory(new StorageOptions { Provider = provider, DataFolder = process.Folder, ConnectionString = connection }, TimeProvider.System, new Core.Search.IndexSignal());
        await using (RegistryDb db = registry.Create(Core.Common.Actor.Registry))
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
}
