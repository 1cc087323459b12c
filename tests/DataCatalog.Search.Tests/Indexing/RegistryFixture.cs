using System.Text.Json;
using DataCatalog.Core.Audit;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Core.Search;
using DataCatalog.Search.Indexing;
using DataCatalog.Search.Lucene;
using DataCatalog.Search.Tests.Support;
using DataCatalog.Storage;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Search.Tests.Indexing;

/// <summary>A registry in SQLite with an index beside it, for one test.</summary>
public abstract class RegistryFixture : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    private protected RegistryDbFactory Factory { get; private set; } = null!;

    private protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 3, 0, 0, TimeSpan.Zero));

    private protected IndexSignal Signal { get; } = new();

    private protected Calendar Calendar => new(Clock, TimeZoneInfo.Utc);

    private protected LuceneIndex Index { get; private set; } = null!;

    private protected DocumentBuilder Builder => new(Calendar, new CommonRights(Checker));

    private protected UseChecker Checker => new(new TermsCache(), new LicenceTerms(), Calendar);

    private protected OutboxIndexer Indexer => new(Factory, Index, Builder, Calendar);

    private protected RebuildIndex Rebuild => new(Factory, Index, Builder);

    private protected Organisation Provider { get; private set; } = null!;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Factory = new RegistryDbFactory(new StorageOptions { DataFolder = folder.Path }, Clock, Signal);
        await Factory.MigrateAsync(Cancellation);
        Index = new LuceneIndex(Path.Combine(folder.Path, "index"));
        Provider = Organisation.Register(new OrganisationInput { Key = "hanbit", NameKo = "한빛 방송", NameEn = "Hanbit" }, Clock);
        await SaveAsync(Provider);
        await Rebuild.RunAsync(Cancellation);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Index.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private protected RegistryDb Open(Actor actor) => Factory.Create(actor);

    private protected async Task SaveAsync(params object[] rows)
    {
        await using RegistryDb db = Open(Actor.Registry);
        await WriteAsync(db, () => db.AddRange(rows));
    }

    private protected static Task<bool> WriteAsync(RegistryDb db, Action work) => db.WriteAsync(_ =>
    {
        db.Record(new AuditEntry("test.saved", "Test", Guid.Empty));
        work();
        return Task.FromResult(true);
    }, Cancellation);

    private protected Dataset Available(string key, string titleKo)
    {
        Dataset dataset = Dataset.Register(
            new DatasetInput
            {
                Key = key, TitleKo = titleKo, DescriptionKo = "신문 기사", Modalities = ["text"], Languages = ["ko"], ProviderId = Provider.Id,
                Acquisition = AcquisitionClass.Public, Links = ["https://example.org/d"],
            },
            Clock);
        dataset.Offer(Clock);
        return dataset;
    }

    private protected Agreement AgreementFor(string action, params Dataset[] datasets)
    {
        Agreement agreement = Agreement.Register(
            new AgreementInput
            {
                Number = "A-1", TitleKo = "이용 계약", LicensorId = Provider.Id, SignedOn = new DateOnly(2026, 1, 1), StartsOn = new DateOnly(2026, 1, 1),
                EndsOn = new DateOnly(2026, 12, 31), DatasetIds = [.. datasets.Select(d => d.Id)],
            },
            Clock);
        string policy = "{\"@type\":\"Set\",\"uid\":\"urn:x:1\",\"permission\":[{\"target\":\"urn:x:d\",\"action\":\"" + action + "\"}]}";
        using JsonDocument odrl = JsonDocument.Parse(policy);
        agreement.Amend(new TermsInput { Odrl = odrl.RootElement }, Actor.Registry, Clock);
        return agreement;
    }

    private protected async Task<Consortium> ConsortiumAsync(string key)
    {
        Programme programme = Programme.Register(new ProgrammeInput { Key = "programme-" + key, NameKo = "독자 AI" }, Clock);
        Consortium consortium = Consortium.Register(
            new ConsortiumInput { Key = key, ProgrammeId = programme.Id, LeadId = Provider.Id, NameKo = "컨소시엄", ActiveFrom = new DateOnly(2025, 8, 4) }, Clock);
        await SaveAsync(programme, consortium);
        return consortium;
    }
}
