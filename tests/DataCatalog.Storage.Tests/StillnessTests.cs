using DataCatalog.Core.Audit;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Catalogue.Modalities;
using DataCatalog.Core.Catalogue.UseCases;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;
using DataCatalog.Storage.Tests.Support;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage.Tests;

/// <summary>What was saved is not taken for changed: a second save of the same write, as in a $batch, would write it again.</summary>
public abstract class StillnessTests(string provider, PostgresServer server) : StorageTests(provider, server)
{
    [Fact]
    public async Task SecondSave_OfEveryKindOfRow_WritesNothing()
    {
        await using RegistryDb db = Open();
        await db.WriteAsync(async token =>
        {
            AddEverything(db);
            db.Record(new AuditEntry("test.saved", "Test", Guid.Empty));
            await db.SaveChangesAsync(token);
            await RequireStillAsync(db, events: 1, token);
            return 0;
        }, Cancellation);
    }

    [Fact]
    public async Task UseCasesInOneWrite_CountEachRowOnce()
    {
        Organisation provider = Given.Organisation();
        await SaveAsync(provider);
        await using RegistryDb db = Open();
        await db.WriteAsync(async token =>
        {
            Dataset made = await new RegisterDataset(db, Clock).HandleAsync(Given.DatasetInput(provider.Id, "ko-news"), Given.VersionInput("1.0.0"), token);
            await RequireStillAsync(db, events: 2, token);
            await new RegisterDataset(db, Clock).HandleAsync(Given.DatasetInput(provider.Id, "ko-law"), Given.VersionInput("1.0.0"), token);
            await RequireStillAsync(db, events: 3, token);
            Assert.Equal((1, 1), (made.RowVersion, made.Versions[0].RowVersion));
            return 0;
        }, Cancellation);
        await using RegistryDb again = Open();
        Assert.All(await again.DatasetVersions.ToListAsync(Cancellation), v => Assert.Equal(1, v.RowVersion));
        Assert.Equal(2, await again.IndexTasks.CountAsync(Cancellation));
    }

    [Fact]
    public async Task DetailsThatComeAndGo_AreSavedOnce()
    {
        Organisation provider = Given.Organisation();
        await SaveAsync(provider, Given.Available(provider.Id, "ko-news"));
        await using RegistryDb db = Open();
        await WriteAsync(db, "t", Guid.Empty, async () =>
        {
            DatasetVersion version = await db.DatasetVersions.Include(v => v.Distributions).SingleAsync(v => v.Number == "1.1.0", Cancellation);
            version.Change(Given.VersionInput("1.1.0") with { Text = null, Image = new ImageDetails() }, Clock);
            await db.SaveChangesAsync(Cancellation);
            await RequireStillAsync(db, events: 2, Cancellation);
            return 0;
        });
        await using RegistryDb again = Open();
        DatasetVersion saved = await again.DatasetVersions.SingleAsync(v => v.Number == "1.1.0", Cancellation);
        Assert.Null(saved.Text);
        Assert.Equal(new ImageDetails(), saved.Image);
        Assert.Equal(new AudioDetails(), saved.Audio);
        Assert.Null(saved.Video);
    }

    private static async Task RequireStillAsync(RegistryDb db, int events, CancellationToken cancellation)
    {
        Assert.False(db.ChangeTracker.HasChanges(), db.ChangeTracker.DebugView.LongView);
        Assert.Equal(0, await db.SaveChangesAsync(cancellation));
        Assert.Equal(events, await db.AuditEvents.CountAsync(cancellation));
    }

    private static void AddEverything(RegistryDb db)
    {
        Organisation organisation = Given.Organisation();
        Licence licence = Given.Licence();
        Dataset dataset = Given.Available(organisation.Id, "ko-news");
        Dataset licensed = Given.Dataset(organisation.Id, "ko-law", licence.Id);
        Programme programme = Given.Programme();
        Consortium consortium = Given.Consortium(programme.Id, organisation.Id, "alpha");
        Agreement agreement = Given.Agreement(organisation.Id, "A-1", [dataset.Id], consortium.Id);
        Core.Compliance.Alert alert = Given.Alert(dataset.Id, consortium.Id);
        Core.Compliance.Subscription subscription = Given.Subscription(Actor.Registry);
        db.AddRange(organisation, licence, dataset, licensed, programme, Given.BudgetLine(programme.Id), consortium, Given.Model(consortium.Id, "model", ModelStatus.Released),
            agreement, Given.Entitlement(dataset, consortium, agreement), alert, subscription, Given.Delivery(alert, subscription), Given.Key(consortium.Id));
    }
}

public sealed class SqliteStillnessTests(PostgresServer server) : StillnessTests(StorageOptions.Sqlite, server);

public sealed class PostgresStillnessTests(PostgresServer server) : StillnessTests(StorageOptions.Postgres, server);
