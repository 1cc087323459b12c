using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using DataCatalog.Core.Search;
using DataCatalog.Search.Elastic;
using DataCatalog.Search.Tests.Support;
using DataCatalog.TestSupport;

namespace DataCatalog.Search.Tests.Elastic;

/// <summary>What is Elasticsearch's own: several instances on one cluster, definitions, aliases, refusals.</summary>
public sealed class ElasticClusterTests(ElasticNode node) : IAsyncLifetime
{
    private readonly string prefix = node.NewPrefix();
    private readonly List<ElasticIndex> made = [];
    private ElasticIndex index = null!;
    private HttpMessageInvoker wire = null!;
    private Uri address = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        address = await node.RequireAsync(Cancellation);
        wire = new HttpMessageInvoker(new SocketsHttpHandler());
        index = Instance();
    }

    public ValueTask DisposeAsync()
    {
        foreach (ElasticIndex each in made) each.Dispose();
        wire?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Apply_RandomOrdersByTwoInstances_EndAsTheModel()
    {
        await FillAsync();
        ElasticIndex other = Instance();
        Gen<(int Version, bool Other)[]> order = Gen.Select(Gen.Int[1, 6], Gen.Bool).Array[1, 6];
        int dataset = 0;
        await order.Array[50].SampleAsync(
            async orders =>
            {
                int first = Interlocked.Add(ref dataset, orders.Length) - orders.Length;
                var writes = orders.SelectMany((o, i) => o.Select(step => (Number: first + i + 1, step.Version, step.Other))).ToLookup(w => w.Other);
                await Task.WhenAll(
                    Task.WhenAll(writes[false].Chunk(40).Select(c => index.ApplyAsync(Documents(c), Cancellation))),
                    Task.WhenAll(writes[true].Chunk(40).Select(c => other.ApplyAsync(Documents(c), Cancellation))));
                Guid[] ids = [.. Enumerable.Range(first + 1, orders.Length).Select(Given.Number)];
                SearchResult found = await index.SearchAsync(Given.Question() with { Only = ids.ToHashSet(), Highlight = true }, Cancellation);
                int[] alive = [.. orders.Select((o, i) => (Last: o.Max(s => s.Version), Number: first + i + 1)).Where(x => x.Last % 3 != 0).Select(x => x.Number)];
                Assert.Equal(alive.Select(Given.Number), found.Hits.Select(h => h.Id));
            },
            iter: 20,
            threads: 1);
    }

    [Fact]
    public async Task Rebuild_ChangesOfAnotherInstanceMeanwhile_AreInTheNewIndex()
    {
        await FillAsync([.. Enumerable.Range(1, 1200).Select(n => Given.Document(n))]);
        ElasticIndex other = Instance();
        await index.RebuildAsync(While(other), Cancellation);
        int[] expected = [.. Enumerable.Range(1, 1200).Where(n => n % 100 != 0), 5001, 5002];
        Assert.Equal(expected.Select(Given.Number).Take(1000), (await other.SearchAsync(Given.Question(), Cancellation)).Hits.Select(h => h.Id));
        Assert.Equal(expected.Length, (await other.HealthAsync(Cancellation)).Documents);
        Assert.Single(await IndicesAsync());
    }

    [Fact]
    public async Task Rebuild_DeletedShortlyBefore_LateUpdateDoesNotBringItBack()
    {
        await FillAsync(Given.Document(1), Given.Document(2));
        await index.ApplyAsync([new DatasetDocument { Id = Given.Number(1), Version = long.MaxValue, Deleted = true }], Cancellation);
        await FillAsync(Given.Document(2));
        await Instance().ApplyAsync([Given.Document(1) with { Version = 7 }], Cancellation);
        Assert.Equal(1, (await index.HealthAsync(Cancellation)).Documents);
    }

    [Fact]
    public async Task Rebuild_TwoAtOnce_OneBuildsAndOneWaits()
    {
        int read = 0;
        async IAsyncEnumerable<DatasetDocument> Slowly()
        {
            Interlocked.Increment(ref read);
            for (int n = 1; n <= 5; n++)
            {
                await Task.Delay(100, Cancellation);
                yield return Given.Document(n);
            }
        }

        await Task.WhenAll(index.RebuildAsync(Slowly(), Cancellation), Instance().RebuildAsync(Slowly(), Cancellation), Instance().RebuildAsync(Slowly(), Cancellation));
        Assert.Equal(1, read);
        Assert.Equal(5, (await index.HealthAsync(Cancellation)).Documents);
        Assert.Single(await IndicesAsync());
    }

    [Fact]
    public async Task Rebuild_HolderStalls_AnotherTakesOverAndTheFirstGivesUp()
    {
        await FillAsync(Given.Document(1));
        var begun = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        async IAsyncEnumerable<DatasetDocument> Stalling()
        {
            yield return Given.Document(2);
            begun.TrySetResult();
            await goOn.Task;
        }

        // An instance whose clock stands still does not renew its lock.
        ElasticIndex stalled = Instance(clock: new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero)));
        Task stalling = stalled.RebuildAsync(Stalling(), Cancellation);
        await begun.Task;
        Assert.Equal(2, (await IndicesAsync()).Count);
        await Instance(lease: TimeSpan.FromSeconds(1)).RebuildAsync(Given.Stream([Given.Document(1), Given.Document(3)]), Cancellation);
        Assert.Single(await IndicesAsync());
        goOn.SetResult();
        await Assert.ThrowsAsync<SearchUnavailableException>(() => stalling);
        Assert.Equal(2, (await index.HealthAsync(Cancellation)).Documents);
        Assert.Single(await IndicesAsync());
    }

    [Fact]
    public async Task Rebuild_GivenUp_LeavesNoIndex()
    {
        await FillAsync(Given.Document(1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => index.RebuildAsync(Failing(), Cancellation));
        Assert.Single(await IndicesAsync());
    }

    [Fact]
    public async Task Health_OtherDefinition_RebuiltWhileTheOldAnswers()
    {
        await FillAsync(Given.Document(1));
        ElasticIndex later = Instance(Definition(revision: 2));
        Assert.Equal(SearchState.NeedsRebuild, (await later.HealthAsync(Cancellation)).State);
        Assert.Equal(1, (await later.SearchAsync(Given.Question(), Cancellation)).Total);
        await Assert.ThrowsAsync<SearchUnavailableException>(() => later.ApplyAsync([Given.Document(2)], Cancellation));
        await later.RebuildAsync(Given.Stream([Given.Document(1), Given.Document(2)]), Cancellation);
        Assert.Equal(new SearchHealth(SearchState.Ready, 2), await later.HealthAsync(Cancellation));
        // The earlier release goes on searching, does not build its own index in turn, and leaves the changes to the later one.
        Assert.Equal(SearchState.Ready, (await index.HealthAsync(Cancellation)).State);
        await Assert.ThrowsAsync<SearchUnavailableException>(() => index.ApplyAsync([Given.Document(3)], Cancellation));
    }

    [Fact]
    public async Task Apply_OneRefused_NamedAndOthersWritten()
    {
        await FillAsync();
        DatasetDocument bad = Given.Document(2) with { RegisteredAt = new DateTime(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc) };
        DocumentsRefusedException refused = await Assert.ThrowsAsync<DocumentsRefusedException>(() => index.ApplyAsync([Given.Document(1), bad, Given.Document(3)], Cancellation));
        Assert.Equal([bad.Id.ToString()], refused.Refused.Keys);
        Assert.Contains("registeredAt", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await index.HealthAsync(Cancellation)).Documents);
        await index.RebuildAsync(Given.Stream([Given.Document(1), bad]), Cancellation);
        Assert.Equal(1, (await index.HealthAsync(Cancellation)).Documents);
    }

    [Fact]
    public async Task Health_IndicesRemoved_NeedsRebuildAndWritesMakeNoIndex()
    {
        await FillAsync(Given.Document(1));
        foreach (string name in await IndicesAsync()) await SendAsync(HttpMethod.Delete, name);
        Assert.Equal(SearchState.NeedsRebuild, (await index.HealthAsync(Cancellation)).State);
        await Assert.ThrowsAsync<SearchUnavailableException>(() => index.ApplyAsync([Given.Document(2)], Cancellation));
        await Assert.ThrowsAsync<SearchUnavailableException>(() => index.SearchAsync(Given.Question(), Cancellation));
        Assert.Empty(await IndicesAsync());
        await FillAsync(Given.Document(1));
        Assert.Equal(new SearchHealth(SearchState.Ready, 1), await index.HealthAsync(Cancellation));
    }

    [Fact]
    public async Task Prefixes_OneBeginsLikeAnother_DoNotMeet()
    {
        await FillAsync(Given.Document(1));
        using var other = new ElasticIndex(new ElasticOptions { Nodes = [address], IndexPrefix = prefix + "-datasets" }, TimeProvider.System);
        await other.RebuildAsync(Given.Stream([Given.Document(2), Given.Document(3)]), Cancellation);
        await FillAsync(Given.Document(1));
        Assert.Equal(2, (await other.HealthAsync(Cancellation)).Documents);
        Assert.Equal(1, (await index.HealthAsync(Cancellation)).Documents);
    }

    [Fact]
    public async Task Nodes_FirstAway_SecondAnswers()
    {
        await FillAsync(Given.Document(1));
        using var index = new ElasticIndex(
            new ElasticOptions { Nodes = [new Uri($"http://127.0.0.1:{ElasticNode.FreePort()}"), address], IndexPrefix = prefix }, TimeProvider.System);
        for (int i = 0; i < 10; i++) Assert.Equal(1, (await index.SearchAsync(Given.Question(), Cancellation)).Total);
    }

    private static DatasetDocument[] Documents((int Number, int Version, bool Other)[] writes) =>
        [.. writes.Select(w => Given.Document(w.Number) with { Version = w.Version, Deleted = w.Version % 3 == 0 })];

    private static ElasticDefinition Definition(int revision)
    {
        JsonNode definition = JsonNode.Parse(ElasticDefinition.Current.Creation("unused"))!;
        definition.AsObject().Remove("aliases");
        definition["mappings"]!["_meta"]!["revision"] = revision;
        definition["mappings"]!["properties"]!["added"] = new JsonObject { ["type"] = "keyword" };
        return ElasticDefinition.Of(definition.ToJsonString());
    }

    private static async IAsyncEnumerable<DatasetDocument> Failing()
    {
        await Task.Yield();
        yield return Given.Document(2);
        throw new InvalidOperationException("The database went away.");
    }

    private static async IAsyncEnumerable<DatasetDocument> While(ElasticIndex other)
    {
        foreach (int number in Enumerable.Range(1, 1200))
        {
            if (number % 100 == 0) await other.ApplyAsync([new DatasetDocument { Id = Given.Number(number), Version = 2, Deleted = true }], Cancellation);
            if (number == 700) await other.ApplyAsync([Given.Document(5001), Given.Document(7) with { Version = 2 }], Cancellation);
            yield return Given.Document(number);
        }

        await other.ApplyAsync([Given.Document(5002)], Cancellation);
    }

    private Task FillAsync(params DatasetDocument[] documents) => index.RebuildAsync(Given.Stream(documents), Cancellation);

    private ElasticIndex Instance(ElasticDefinition? definition = null, TimeProvider? clock = null, TimeSpan? lease = null)
    {
        var options = new ElasticOptions { Nodes = [address], IndexPrefix = prefix, RebuildLease = lease ?? TimeSpan.FromSeconds(30) };
        made.Add(new ElasticIndex(options, definition ?? ElasticDefinition.Current, clock ?? TimeProvider.System));
        return made[^1];
    }

    // Not by the adapter's own eyes.
    private async Task<List<string>> IndicesAsync()
    {
        string answer = await SendAsync(HttpMethod.Get, $"{prefix}-datasets-2*/_alias");
        return [.. JsonDocument.Parse(answer).RootElement.EnumerateObject().Select(p => p.Name)];
    }

    private async Task<string> SendAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, path));
        using HttpResponseMessage answer = await wire.SendAsync(request, Cancellation);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }
}
