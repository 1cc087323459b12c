using DataCatalog.Core.Audit;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;
using DataCatalog.Storage.Tests.Support;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage.Tests;

public abstract class WriteTests(string provider, PostgresServer server) : StorageTests(provider, server)
{
    [Fact]
    public async Task Save_OutsideWrite_Throws()
    {
        await using RegistryDb db = Open();
        db.Add(Given.Organisation());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Cancellation));
        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
        Assert.Throws<InvalidOperationException>(() => db.Record(new AuditEntry("a", "b", Guid.Empty)));
    }

    [Fact]
    public async Task Write_NothingRecorded_IsRefusedAndLeavesNothing()
    {
        await using RegistryDb db = Open();
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.WriteAsync(_ => Task.FromResult(db.Add(Given.Organisation())), Cancellation));
        Assert.Equal(0, await db.Organisations.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Write_CountsVersions_OfTheRowAndWhatItIsPartOf()
    {
        Organisation provider = Given.Organisation();
        Dataset dataset = Given.Available(provider.Id, "ko-news");
        Agreement agreement = Given.Agreement(provider.Id, "A-1", [dataset.Id]);
        await SaveAsync(provider, dataset, agreement);
        await using RegistryDb db = Open();
        await WriteAsync(db, "t", dataset.Id, async () =>
        {
            DatasetVersion version = await db.DatasetVersions.Include(v => v.Distributions).SingleAsync(v => v.Number == "1.1.0", Cancellation);
            version.Change(Given.VersionInput("1.1.0") with { Notes = "고침" }, Clock);
            Agreement loaded = await db.Agreements.Include(a => a.Payments).Include(a => a.Parties).Include(a => a.Documents).Include(a => a.Datasets).SingleAsync(Cancellation);
            loaded.Change(Given.AgreementInput(provider.Id, "A-1", [dataset.Id]) with { TitleEn = "Changed" }, Clock);
            return 0;
        });
        await using RegistryDb again = Open();
        Assert.Equal(2, (await again.DatasetVersions.SingleAsync(v => v.Number == "1.1.0", Cancellation)).RowVersion);
        Assert.Equal(1, (await again.DatasetVersions.SingleAsync(v => v.Number == "1.0.0", Cancellation)).RowVersion);
        Assert.Equal(2, (await again.Datasets.SingleAsync(Cancellation)).RowVersion);
        Assert.Equal(2, (await again.Agreements.SingleAsync(Cancellation)).RowVersion);
        Assert.Equal(1, (await again.Organisations.SingleAsync(Cancellation)).RowVersion);
    }

    [Fact]
    public async Task Write_StaleRow_IsRefused()
    {
        Organisation row = Given.Organisation();
        await SaveAsync(row);
        await using RegistryDb db = Open();
        Assert.Equal("stale-etag", await RefusedAsync(() => WriteAsync(db, "t", row.Id, async () =>
        {
            Organisation loaded = await db.Organisations.SingleAsync(Cancellation);
            await db.Database.ExecuteSqlRawAsync("UPDATE organisations SET row_version = 9", Cancellation);
            loaded.Change(new OrganisationInput { NameKo = "다른" });
            return 0;
        })));
    }

    [Fact]
    public async Task TwoWriters_SameRow_NoUpdateIsLost()
    {
        Organisation row = Given.Organisation();
        await SaveAsync(row);
        int done = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            try
            {
                await using RegistryDb db = Open();
                await WriteAsync(db, "t", row.Id, async () =>
                {
                    Organisation loaded = await db.Organisations.SingleAsync(Cancellation);
                    loaded.Change(new OrganisationInput { NameKo = $"이름 {i}" });
                    return 0;
                });
                Interlocked.Increment(ref done);
            }
            catch (DomainException e) when (e.Error == CommonErrors.Stale)
            {
            }
        }));
        await using RegistryDb after = Open();
        Assert.Equal(1 + done, (await after.Organisations.SingleAsync(Cancellation)).RowVersion);
        Assert.Equal(1 + done, await after.AuditEvents.CountAsync(Cancellation));
    }

    [Fact]
    public async Task UniqueRules_AreToldByName()
    {
        Organisation provider = Given.Organisation();
        Dataset dataset = Given.Available(provider.Id, "ko-news");
        await SaveAsync(provider, dataset, Given.Licence(), Given.Agreement(provider.Id, "A-1", [dataset.Id]));
        Assert.Equal("duplicate-key", await RefusedAsync(() => SaveAsync(Given.Organisation())));
        Assert.Equal("duplicate-key", await RefusedAsync(() => SaveAsync(Given.Dataset(provider.Id, "ko-news"))));
        Assert.Equal("duplicate-key", await RefusedAsync(() => SaveAsync(Given.Licence("cc-by-4.0"))));
        Assert.Equal("duplicate-number", await RefusedAsync(() => SaveAsync(Given.Agreement(provider.Id, "A-1", []))));
    }

    [Fact]
    public async Task Join_InnerFails_OuterIsTakenBack()
    {
        await using RegistryDb db = Open();
        await Assert.ThrowsAsync<InvalidOperationException>(() => WriteAsync(db, "outer", Guid.Empty, async () =>
        {
            await WriteAsync(db, "inner", Guid.Empty, () => Task.FromResult(db.Add(Given.Organisation())));
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.WriteAsync<int>(_ => throw new InvalidOperationException("x"), Cancellation));
            return 0;
        }));
        Assert.Equal(0, await db.Organisations.CountAsync(Cancellation));
        Assert.Equal(0, await db.AuditEvents.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Join_InnerVersionIsKnownBeforeTheOuterEnds()
    {
        await using RegistryDb db = Open();
        long version = await WriteAsync(db, "outer", Guid.Empty, async () =>
        {
            Organisation row = Given.Organisation();
            await WriteAsync(db, "inner", row.Id, () => Task.FromResult(db.Add(row)));
            return row.RowVersion;
        });
        Assert.Equal(1, version);
        Assert.Equal(2, await db.AuditEvents.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Busy_IsToldInTime()
    {
        RegistryDbFactory other = NewFactory();
        await using RegistryDb holder = other.Create(Actor.Registry);
        await WriteAsync(holder, "t", Guid.Empty, async () =>
        {
            // Writers of PostgreSQL meet at the audit chain, which a save locks.
            await holder.SaveChangesAsync(Cancellation);
            var watch = System.Diagnostics.Stopwatch.StartNew();
            Assert.Equal("busy", await RefusedAsync(() => SaveAsync(Given.Organisation())));
            Assert.InRange(watch.Elapsed.TotalSeconds, 4, 12);
            return 0;
        });
    }
}

public sealed class SqliteWriteTests(PostgresServer server) : WriteTests(StorageOptions.Sqlite, server);

public sealed class PostgresWriteTests(PostgresServer server) : WriteTests(StorageOptions.Postgres, server);
