using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Catalogue.UseCases;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.UseCases;
using DataCatalog.Storage.Tests.Support;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage.Tests.UseCases.Catalogue;

public abstract class DatasetUseCaseTests(string provider, PostgresServer server) : StorageTests(provider, server)
{
    [Fact]
    public async Task Life_FromRegistrationToWithdrawal()
    {
        DatasetInput input = await InputAsync();
        Dataset dataset = await OnAsync(db => new RegisterDataset(db, Clock).HandleAsync(input, Given.VersionInput("1.0.0"), Cancellation));
        await OnAsync(db => new ChangeDataset(db, Clock).HandleAsync(dataset.Id, 1, dataset.ToInput() with { TitleEn = "Changed" }, Cancellation));
        DatasetVersion second = await OnAsync(db => new DescribeVersion(db, Clock).HandleAsync(dataset.Id, null, Given.VersionInput("1.1.0"), Cancellation));
        await OnAsync(db => new ChangeVersion(db, Clock).HandleAsync(second.Id, null, second.ToInput() with { Notes = "mended" }, Cancellation));
        await OnAsync(db => new PublishDataset(db, Clock).HandleAsync(dataset.Id, null, "1.1.0", Cancellation));
        Assert.Equal("version-immutable", await RefusedAsync(() => OnAsync(db => new ChangeVersion(db, Clock).HandleAsync(second.Id, null, second.ToInput(), Cancellation))));
        await OnAsync(db => new SuspendDataset(db, new Core.Common.Calendar(Clock, TimeZoneInfo.Utc), Clock).HandleAsync(dataset.Id, null, "why", Cancellation));
        await OnAsync(db => new WithdrawDataset(db, new Core.Common.Calendar(Clock, TimeZoneInfo.Utc), Clock).HandleAsync(dataset.Id, null, "gone", Cancellation));
        await using RegistryDb again = Open();
        Dataset kept = await again.Datasets.SingleAsync(Cancellation);
        Assert.Equal((DatasetStatus.Withdrawn, "gone", "Changed"), (kept.Status, kept.StatusReason, kept.Title.En));
        string[] actions = ["dataset.registered", "dataset.changed", "version.described", "version.changed", "dataset.published", "dataset.suspended", "dataset.withdrawn"];
        Assert.Equal(actions, (await again.AuditEvents.OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync(Cancellation)).TakeLast(actions.Length));
    }

    [Fact]
    public async Task Register_Refused_LeavesNothing()
    {
        await using RegistryDb db = Open();
        DatasetInput input = await InputAsync();
        var register = new RegisterDataset(db, Clock);
        await register.HandleAsync(input, null, Cancellation);
        Assert.Equal("duplicate-key", await RefusedAsync(() => register.HandleAsync(input, null, Cancellation)));
        Assert.Equal("unknown-reference", await RefusedAsync(() => register.HandleAsync(input with { Key = "b", ProviderId = Ids.New(Clock) }, null, Cancellation)));
        Assert.Equal("unknown-reference", await RefusedAsync(() => register.HandleAsync(input with { Key = "b", Licences = [new DatasetLicenceInput { LicenceId = Ids.New(Clock) }] }, null, Cancellation)));
        await using RegistryDb again = Open();
        Assert.Equal(1, await again.Datasets.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Change_StaleOrGoneOrForbidden()
    {
        await using RegistryDb db = Open();
        Dataset dataset = await new RegisterDataset(db, Clock).HandleAsync(await InputAsync(), null, Cancellation);
        Assert.Equal("stale-etag", await RefusedAsync(() => new ChangeDataset(db, Clock).HandleAsync(dataset.Id, 7, dataset.ToInput(), Cancellation)));
        Assert.Equal("not-found", await RefusedAsync(() => new ChangeDataset(db, Clock).HandleAsync(Ids.New(Clock), 1, dataset.ToInput(), Cancellation)));
        await using RegistryDb auditor = Open(new Actor(Ids.New(Clock), "auditor", Roles.Auditor));
        Assert.Equal("forbidden", await RefusedAsync(() => new ChangeDataset(auditor, Clock).HandleAsync(dataset.Id, 1, dataset.ToInput(), Cancellation)));
    }

    [Fact]
    public async Task Licence_KeyIsUniqueWhateverItsCase()
    {
        await using RegistryDb db = Open();
        LicenceInput input = new() { Key = "CC-BY-4.0", NameEn = "Attribution" };
        await new RegisterLicence(db, Clock).HandleAsync(input, Cancellation);
        Assert.Equal("duplicate-key", await RefusedAsync(() => new RegisterLicence(db, Clock).HandleAsync(input with { Key = "cc-by-4.0" }, Cancellation)));
    }

    // Each step as a request of its own.
    private async Task<T> OnAsync<T>(Func<RegistryDb, Task<T>> step)
    {
        await using RegistryDb db = Open();
        return await step(db);
    }

    private async Task<DatasetInput> InputAsync()
    {
        Organisation provider = Given.Organisation();
        await SaveAsync(provider);
        return Given.DatasetInput(provider.Id, "ko-news");
    }
}

public sealed class SqliteDatasetUseCaseTests(PostgresServer server) : DatasetUseCaseTests(StorageOptions.Sqlite, server);

public sealed class PostgresDatasetUseCaseTests(PostgresServer server) : DatasetUseCaseTests(StorageOptions.Postgres, server);
