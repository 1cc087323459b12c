using DataCatalog.Core.Common;
using DataCatalog.Storage.Tests.Support;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage.Tests;

public abstract class SchemaTests(string provider, PostgresServer server) : StorageTests(provider, server)
{
    [Fact]
    public async Task Model_HasNoChangesWithoutMigration()
    {
        await using RegistryDb db = Open();
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Migrate_ASecondTimeAndFourTimesAtOnce_ChangesNothing()
    {
        RegistryDbFactory[] processes = [.. Enumerable.Range(0, 4).Select(_ => NewFactory())];
        await Task.WhenAll(processes.Select(p => p.MigrateAsync(Cancellation)));
        await using RegistryDb db = Open();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancellation));
    }

    [Fact]
    public async Task Migrate_ADatabaseOfALaterRelease_IsRefusedByItsName()
    {
        await ExecuteAsync("INSERT INTO \"__EFMigrationsHistory\" (migration_id, product_version) VALUES ('29991231000000_Later', '99.0.0')");
        DomainException refused = await Assert.ThrowsAsync<DomainException>(() => NewFactory().MigrateAsync(Cancellation));
        Assert.Equal("database-newer", refused.Error.Code);
        Assert.Contains("29991231000000_Later", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EverySet_CanBeRead()
    {
        await using RegistryDb db = Open(new Actor(Ids.New(Clock), "member", Roles.ConsortiumMember, Ids.New(Clock)));
        Assert.Empty(await db.Datasets.Include(d => d.Provider).Include(d => d.Licences).ThenInclude(l => l.Licence).Include(d => d.Versions).ThenInclude(v => v.Distributions).ToListAsync(Cancellation));
        Assert.Empty(await db.Agreements.Include(a => a.Parties).Include(a => a.Datasets).ThenInclude(c => c.Dataset).Include(a => a.TermsVersions).Include(a => a.Payments).ToListAsync(Cancellation));
        Assert.Empty(await db.Entitlements.Include(e => e.Agreement).Include(e => e.Dataset).Include(e => e.Consortium).ToListAsync(Cancellation));
    }
}

public sealed class SqliteSchemaTests(PostgresServer server) : SchemaTests(StorageOptions.Sqlite, server);

public sealed class PostgresSchemaTests(PostgresServer server) : SchemaTests(StorageOptions.Postgres, server)
{
    private readonly PostgresServer server = server;

    [Fact]
    public async Task Migrate_AnEmptyDatabaseFourTimesAtOnce_MakesOneSchema()
    {
        var options = new StorageOptions { Provider = StorageOptions.Postgres, ConnectionString = await server.NewDatabaseAsync(Cancellation) };
        RegistryDbFactory[] processes = [.. Enumerable.Range(0, 4).Select(_ => new RegistryDbFactory(options, Clock, Signal))];
        await Task.WhenAll(processes.Select(p => p.MigrateAsync(Cancellation)));
        await using RegistryDb db = processes[3].Create(Actor.Registry);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancellation));
    }
}
