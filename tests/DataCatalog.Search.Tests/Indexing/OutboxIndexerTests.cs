using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Search;
using DataCatalog.Core.Search.UseCases;
using DataCatalog.Search.Indexing;
using DataCatalog.Search.Tests.Support;
using DataCatalog.Storage;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Search.Tests.Indexing;

public sealed class OutboxIndexerTests : RegistryFixture
{
    [Fact]
    public async Task RunBatch_WritesAreFoundAndTasksGone()
    {
        await SaveAsync(Available("ko-news", "뉴스 말뭉치"), Available("ko-radio", "라디오 말뭉치"));
        Assert.NotEqual(0, await Indexer.RunBatchAsync(Cancellation));
        Assert.Equal(0, await Indexer.RunBatchAsync(Cancellation));
        Assert.Equal(2, await CountAsync("말뭉치"));
        Assert.Equal(2, await CountAsync("한빛방송"));
    }

    [Fact]
    public async Task RunBatch_ChangedAfterwards_FollowsTheRows()
    {
        Dataset dataset = Available("ko-news", "뉴스 말뭉치");
        await SaveAsync(dataset);
        await Indexer.RunBatchAsync(Cancellation);
        await using RegistryDb db = Open(Actor.Registry);
        await db.WriteAsync(async c =>
        {
            db.Record(new DataCatalog.Core.Audit.AuditEntry("test.saved", "Test", dataset.Id));
            (await db.Datasets.SingleAsync(d => d.Id == dataset.Id, c)).Withdraw("계약 종료", Clock);
            return true;
        }, Cancellation);
        await Indexer.RunBatchAsync(Cancellation);
        SearchResult result = await Index.SearchAsync(Given.Question() with { Facets = [SearchFacet.Status] }, Cancellation);
        Assert.Equal([new FacetCount("Withdrawn", 1)], result.Facets[SearchFacet.Status]);
    }

    [Fact]
    public async Task RunBatch_OneCannotBeIndexed_OthersAreAndItWaits()
    {
        Dataset bad = Available("bad", "나쁜 자료");
        await SaveAsync(Available("good-1", "좋은 자료"), bad, Available("good-2", "좋은 자료"));
        var indexer = new OutboxIndexer(Factory, new Poisoned(Index, bad.Id), Builder, Calendar);
        await indexer.RunBatchAsync(Cancellation);
        Assert.Equal(2, await CountAsync("좋은"));
        await using RegistryDb db = Open(Actor.Registry);
        IndexTask left = Assert.Single(await db.IndexTasks.AsNoTracking().ToListAsync(Cancellation));
        Assert.Equal((bad.Id, 1), (left.DatasetId, left.Attempts));
        Assert.Contains("poison", left.LastError, StringComparison.Ordinal);
        Assert.Equal(0, await Indexer.RunBatchAsync(Cancellation));
        Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, await Indexer.RunBatchAsync(Cancellation));
        Assert.Equal(1, await CountAsync("나쁜"));
    }

    [Fact]
    public async Task RunBatch_TaskAddedMeanwhile_Stays()
    {
        Dataset dataset = Available("ko-news", "뉴스");
        await SaveAsync(dataset);
        var indexer = new OutboxIndexer(Factory, new Meanwhile(Index, () => SaveAsync(IndexTask.For(dataset.Id, Clock.GetUtcNow().UtcDateTime))), Builder, Calendar);
        await indexer.RunBatchAsync(Cancellation);
        await using RegistryDb db = Open(Actor.Registry);
        Assert.Equal(1, await db.IndexTasks.CountAsync(Cancellation));
    }

    [Fact]
    public async Task RunBatch_IndexUnavailable_TasksStay()
    {
        await SaveAsync(Available("ko-news", "뉴스"));
        using var folder = new TemporaryFolder();
        using var unbuilt = new DataCatalog.Search.Lucene.LuceneIndex(folder.Path);
        var indexer = new OutboxIndexer(Factory, unbuilt, Builder, Calendar);
        await Assert.ThrowsAsync<SearchUnavailableException>(() => indexer.RunBatchAsync(Cancellation));
        Assert.Equal(1, await Indexer.RunBatchAsync(Cancellation));
    }

    [Fact]
    public async Task Build_RightsOfAgreementAndEntitlement()
    {
        Dataset dataset = Available("ko-news", "뉴스");
        Agreement agreement = AgreementFor("use", dataset);
        await SaveAsync(dataset, agreement);
        Consortium consortium = await ConsortiumAsync("alpha");
        Entitlement entitlement = Entitlement.Grant(dataset, consortium, agreement, new EntitlementInput { EndsOn = new DateOnly(2026, 12, 1) }, Actor.Registry, Clock);
        await SaveAsync(entitlement);
        await using RegistryDb db = Open(Actor.Registry);
        DatasetDocument document = Assert.Single(await Builder.BuildAsync(db, [dataset.Id], Cancellation));
        Assert.Equal([consortium.Id], document.Consortia);
        Assert.Collection(
            document.Rights,
            r => Assert.Equal((null, new DateOnly(2026, 12, 31)), (r.Consortium, r.EndsOn!.Value)),
            r => Assert.Equal((consortium.Id, new DateOnly(2026, 12, 1)), (r.Consortium, r.EndsOn!.Value)));
        Assert.All(document.Rights, r => Assert.Equal(agreement.TermsVersions[0].PermittedActions, r.Actions));
    }

    [Fact]
    public async Task Build_Gone_Tombstone()
    {
        await using RegistryDb db = Open(Actor.Registry);
        DatasetDocument document = Assert.Single(await Builder.BuildAsync(db, [Given.Number(1)], Cancellation));
        Assert.True(document.Deleted);
    }

    [Fact]
    public async Task Rebuild_MorePagesThanOne_HoldsEachOnce()
    {
        await SaveAsync([.. Enumerable.Range(1, 1100).Select(n => Available($"d-{n}", "자료"))]);
        await Rebuild.RunAsync(Cancellation);
        Assert.Equal(1100, await CountAsync("자료"));
    }

    [Fact]
    public async Task SearchDatasets_AddsTheViewerAndChecksTheRows()
    {
        Dataset dataset = Available("ko-news", "뉴스 말뭉치");
        await SaveAsync(dataset);
        await Index.ApplyAsync([Given.Document(5, "뉴스 말뭉치")], Cancellation);
        await Indexer.RunBatchAsync(Cancellation);
        Consortium consortium = await ConsortiumAsync("alpha");
        var member = new Actor(Given.Number(9), "member", Roles.ConsortiumMember, consortium.Id);
        Assert.Equal([dataset.Id], await SearchAsync(member));
        Assert.Equal([dataset.Id], await SearchAsync(Actor.Registry));
        Assert.Empty(await SearchAsync(Actor.Nobody));
    }

    [Fact]
    public async Task Loop_BuildsAMissingIndexAndFollowsWrites()
    {
        using var folder = new TemporaryFolder();
        using var fresh = new DataCatalog.Search.Lucene.LuceneIndex(folder.Path);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var loop = new IndexingLoop(
            fresh, new OutboxIndexer(Factory, fresh, Builder, Calendar), new RebuildIndex(Factory, fresh, Builder), Signal,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<IndexingLoop>.Instance);
        Task running = loop.RunAsync(stop.Token);
        await SaveAsync(Available("ko-news", "뉴스"));
        while ((await fresh.HealthAsync(Cancellation)) is not { State: SearchState.Ready, Documents: 1 }) await Task.Delay(20, Cancellation);
        await stop.CancelAsync();
        await running;
    }

    private async Task<IEnumerable<Guid>> SearchAsync(Actor actor)
    {
        await using RegistryDb db = Open(actor);
        SearchResult result = await new SearchDatasets(db, Index, Calendar).RunAsync(new SearchDatasetsInput { RawText = "뉴스 말뭉치" }, Cancellation);
        return result.Hits.Select(h => h.Id);
    }

    private async Task<long> CountAsync(string text) => (await Index.SearchAsync(Given.Question(text), Cancellation)).Total;

    /// <summary>Refuses batches that hold one dataset, a few times.</summary>
    private sealed class Poisoned(ISearchIndex inner, Guid dataset) : ISearchIndex
    {
        public Task ApplyAsync(IReadOnlyList<DatasetDocument> documents, CancellationToken cancellation) =>
            documents.Any(d => d.Id == dataset) ? throw new InvalidOperationException("poison") : inner.ApplyAsync(documents, cancellation);

        public Task<SearchResult> SearchAsync(SearchQuery query, CancellationToken cancellation) => inner.SearchAsync(query, cancellation);

        public Task RebuildAsync(IAsyncEnumerable<DatasetDocument> documents, CancellationToken cancellation) => inner.RebuildAsync(documents, cancellation);

        public Task<SearchHealth> HealthAsync(CancellationToken cancellation) => inner.HealthAsync(cancellation);
    }

    /// <summary>Does something while documents are being applied.</summary>
    private sealed class Meanwhile(ISearchIndex inner, Func<Task> act) : ISearchIndex
    {
        public async Task ApplyAsync(IReadOnlyList<DatasetDocument> documents, CancellationToken cancellation)
        {
            await act();
            await inner.ApplyAsync(documents, cancellation);
        }

        public Task<SearchResult> SearchAsync(SearchQuery query, CancellationToken cancellation) => inner.SearchAsync(query, cancellation);

        public Task RebuildAsync(IAsyncEnumerable<DatasetDocument> documents, CancellationToken cancellation) => inner.RebuildAsync(documents, cancellation);

        public Task<SearchHealth> HealthAsync(CancellationToken cancellation) => inner.HealthAsync(cancellation);
    }
}
