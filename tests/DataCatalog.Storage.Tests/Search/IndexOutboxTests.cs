using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;
using DataCatalog.Storage.Tests.Support;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage.Tests.Search;

public abstract class IndexOutboxTests(string provider, PostgresServer server) : StorageTests(provider, server)
{
    [Fact]
    public async Task Changes_AskForTheDatasetsTheyTouch_AndWake()
    {
        Organisation org = Given.Organisation();
        Licence licence = Given.Licence();
        Dataset first = Given.Dataset(org.Id, "first", licence.Id);
        Dataset second = Given.Dataset(org.Id, "second");
        Agreement agreement = Given.Agreement(org.Id, "A-1", [second.Id]);
        await SaveAsync(org, licence, first, second, agreement);
        await WokenAsync();
        Assert.Equal([first.Id, second.Id], await TakeAsync());
        await ChangeAsync(async db => (await db.Licences.SingleAsync(Cancellation)).Change(new LicenceInput { NameKo = "다른 이름" }));
        Assert.Equal([first.Id], await TakeAsync());
        await ChangeAsync(async db => (await db.Organisations.SingleAsync(Cancellation)).Change(new OrganisationInput { NameKo = "다른 이름" }));
        Assert.Equal([first.Id, second.Id], await TakeAsync());
        await ChangeAsync(async db => (await db.Agreements.Include(a => a.Datasets).SingleAsync(Cancellation)).Change(Given.AgreementInput(org.Id, "A-1", [first.Id]), Clock));
        Assert.Equal([first.Id, second.Id], await TakeAsync());
        await WokenAsync();
    }

    [Fact]
    public async Task ConsortiumThatChanges_AsksForTheDatasetsItIsEntitledTo_OnceEach()
    {
        Organisation org = Given.Organisation();
        Dataset entitled = Given.Available(org.Id, "entitled");
        Dataset other = Given.Dataset(org.Id, "other");
        Programme programme = Given.Programme();
        Consortium consortium = Given.Consortium(programme.Id, org.Id, "alpha");
        Agreement first = Given.Agreement(org.Id, "A-1", [entitled.Id], consortium.Id);
        Agreement second = Given.Agreement(org.Id, "A-2", [entitled.Id], consortium.Id);
        await SaveAsync(org, entitled, other, programme, consortium, first, second,
            Given.Entitlement(entitled, consortium, first), Given.Entitlement(entitled, consortium, second));
        await TakeAsync();
        await ChangeAsync(async db => (await db.Consortia.Include(c => c.Members).SingleAsync(Cancellation)).Change(Given.Renamed(programme.Id, org.Id), Clock));
        await using RegistryDb db = Open();
        Assert.Equal(1, await db.IndexTasks.CountAsync(Cancellation));
        Assert.Equal([entitled.Id], await TakeAsync());
    }

    // Waits far longer than it may take, so that a signal that was never raised is told from one that was.
    private Task WokenAsync() => Signal.WaitAsync(TimeSpan.FromMinutes(10), Cancellation).WaitAsync(TimeSpan.FromSeconds(5), Cancellation);

    [Fact]
    public async Task Tasks_ThatAreDone_NeedNoRecord()
    {
        Organisation org = Given.Organisation();
        await SaveAsync(org, Given.Dataset(org.Id));
        await using RegistryDb db = Open();
        await db.WriteAsync(async _ =>
        {
            db.RemoveRange(await db.IndexTasks.ToListAsync(Cancellation));
            return 0;
        }, Cancellation);
        Assert.Empty(await TakeAsync());
        Assert.Equal(1, await db.AuditEvents.CountAsync(Cancellation));
    }

    private async Task ChangeAsync(Func<RegistryDb, Task> change)
    {
        await using RegistryDb db = Open();
        await WriteAsync(db, "t", Guid.Empty, async () =>
        {
            await change(db);
            return 0;
        });
    }

    private async Task<List<Guid>> TakeAsync()
    {
        await using RegistryDb db = Open();
        List<Guid> ids = await db.IndexTasks.Select(t => t.DatasetId).Distinct().ToListAsync(Cancellation);
        List<string> keys = await db.Datasets.Where(d => ids.Contains(d.Id)).OrderBy(d => d.Key).Select(d => d.Key).ToListAsync(Cancellation);
        await db.IndexTasks.ExecuteDeleteAsync(Cancellation);
        return [.. (await db.Datasets.ToListAsync(Cancellation)).Where(d => keys.Contains(d.Key)).OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => d.Id)];
    }
}

public sealed class SqliteIndexOutboxTests(PostgresServer server) : IndexOutboxTests(StorageOptions.Sqlite, server);

public sealed class PostgresIndexOutboxTests(PostgresServer server) : IndexOutboxTests(StorageOptions.Postgres, server);
