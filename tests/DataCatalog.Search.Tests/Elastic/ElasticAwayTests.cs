using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using DataCatalog.Search.Elastic;
using DataCatalog.Search.Indexing;
using DataCatalog.Search.Tests.Indexing;
using DataCatalog.Search.Tests.Support;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Search.Tests.Elastic;

/// <summary>The cluster is killed, empty or deaf: writes go on, search says so, and in the end the index is what the database is.</summary>
public sealed class ElasticAwayTests(ElasticNode shared) : RegistryFixture
{
    [Fact]
    public async Task Loop_NodeKilledThenBackThenEmpty_FollowsEachTime()
    {
        await using OwnNode node = await shared.StartOwnAsync(Cancellation);
        using ElasticIndex index = Make(node.Address);
        var loop = new IndexingLoop(
            index, new OutboxIndexer(Factory, index, Builder, Calendar), new RebuildIndex(Factory, index, Builder), Signal,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<IndexingLoop>.Instance);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task running = loop.RunAsync(stop.Token);
        await SaveAsync(Available("before", "뉴스"));
        await UntilAsync(index, 1);

        await node.KillAsync();
        Assert.Equal(SearchState.Unavailable, (await index.HealthAsync(Cancellation)).State);
        await Assert.ThrowsAsync<SearchUnavailableException>(() => index.SearchAsync(Given.Question(), Cancellation));
        await SaveAsync(Available("while-away", "뉴스"));
        await node.StartAsync(Cancellation);
        await UntilAsync(index, 2);

        await node.KillAsync();
        node.Empty();
        await SaveAsync(Available("while-lost", "뉴스"));
        await node.StartAsync(Cancellation);
        await UntilAsync(index, 3);
        Assert.Equal(3, (await index.SearchAsync(Given.Question("뉴스"), Cancellation)).Total);
        await UntilDoneAsync();
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task Search_NodeNeverAnswers_UnavailableInTime()
    {
        using var deaf = new TcpListener(IPAddress.Loopback, 0);
        deaf.Start();
        using ElasticIndex index = Make(new Uri($"http://{deaf.LocalEndpoint}"), TimeSpan.FromMilliseconds(500));
        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAsync<SearchUnavailableException>(() => index.SearchAsync(Given.Question(), Cancellation));
        Assert.Equal(SearchState.Unavailable, (await index.HealthAsync(Cancellation)).State);
        Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task Search_AskerGoesAway_Cancelled()
    {
        using var deaf = new TcpListener(IPAddress.Loopback, 0);
        deaf.Start();
        using ElasticIndex index = Make(new Uri($"http://{deaf.LocalEndpoint}"), TimeSpan.FromSeconds(30));
        using var asker = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => index.SearchAsync(Given.Question(), asker.Token));
    }

    [Fact]
    public async Task Requests_AskInVersion8WithCredentialsAndTellNoneOfThem()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task<string> heard = HearAsync(listener);
        using var index = new ElasticIndex(
            new ElasticOptions { Nodes = [new Uri($"http://{listener.LocalEndpoint}")], User = "registry", Password = "s3cret-word" }, TimeProvider.System);
        SearchUnavailableException refused = await Assert.ThrowsAsync<SearchUnavailableException>(() => index.SearchAsync(Given.Question("뉴스"), Cancellation));
        string request = await heard;
        Assert.Contains("Accept: application/vnd.elasticsearch+json;compatible-with=8", request, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/vnd.elasticsearch+json;compatible-with=8", request.Replace("; ", ";", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("compatible-with=9", request, StringComparison.Ordinal);
        Assert.Contains("Authorization: Basic", request, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("credentials", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", refused.ToString(), StringComparison.Ordinal);
    }

    private static ElasticIndex Make(Uri address, TimeSpan? timeout = null) =>
        new(new ElasticOptions { Nodes = [address], SearchTimeout = timeout ?? TimeSpan.FromSeconds(2), RebuildLease = TimeSpan.FromSeconds(2) }, TimeProvider.System);

    // Says that it is there when it is pinged, and refuses the first search; gives back both requests.
    private static async Task<string> HearAsync(TcpListener listener)
    {
        const string Head = "X-elastic-product: Elasticsearch\r\nContent-Type: application/vnd.elasticsearch+json;compatible-with=8\r\nConnection: close\r\n";
        const string Body = """{"error":{"type":"security_exception","reason":"no"},"status":401}""";
        string heard = "";
        while (true)
        {
            using TcpClient asker = await listener.AcceptTcpClientAsync(Cancellation);
            NetworkStream stream = asker.GetStream();
            byte[] bytes = new byte[8192];
            string request = System.Text.Encoding.Latin1.GetString(bytes, 0, await stream.ReadAsync(bytes, Cancellation));
            heard += request;
            bool ping = request.StartsWith("HEAD", StringComparison.Ordinal);
            string answer = ping ? $"HTTP/1.1 200 OK\r\n{Head}\r\n" : $"HTTP/1.1 401 Unauthorized\r\n{Head}Content-Length: {Body.Length}\r\n\r\n{Body}";
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer), Cancellation);
            if (!ping) return heard;
        }
    }

    // The clock of the fixture stands still unless it is moved, and tasks that failed wait for it.
    private async Task UntilAsync(ElasticIndex index, long documents)
    {
        var watch = Stopwatch.StartNew();
        while (await index.HealthAsync(Cancellation) is var health && (health.State != SearchState.Ready || health.Documents != documents))
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{health}");
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(50, Cancellation);
        }
    }

    private async Task UntilDoneAsync()
    {
        await using DataCatalog.Storage.RegistryDb db = Open(Actor.Registry);
        while (await db.IndexTasks.AnyAsync(Cancellation))
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(50, Cancellation);
        }
    }
}
