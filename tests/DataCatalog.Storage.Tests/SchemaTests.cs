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
    public async Task EverySet_CanBeRead()
    {
        await using RegistryDb db = Open(new Actor(Ids.New(Clock), "member", Roles.ConsortiumMember, Ids.New(Clock)));
        Assert.Empty(await db.Datasets.Include(d => d.Provider).Include(d => d.Licences).ThenInclude(l => l.Licence).Include(d => d.Versions).ThenInclude(v => v.Distributions).ToListAsync(Cancellation));
        Assert.Empty(await db.Agreements.Include(a => a.Parties).Include(a => a.Datasets).ThenInclude(c => c.Dataset).Include(a => a.TermsVersions).Include(a => a.Payments).ToListAsync(Cancellation));
        Assert.Empty(await db.Entitlements.Include(e => e.Agreement).Include(e => e.Dataset).Include(e => e.Consortium).ToListAsync(Cancellation));
    }
}

public sealed class SqliteSchemaTests(PostgresServer server) : SchemaTests(StorageOptions.Sqlite, server);

public sealed class PostgresSchemaTests(PostgresServer server) : SchemaTests(StorageOptions.Postgres, server);
