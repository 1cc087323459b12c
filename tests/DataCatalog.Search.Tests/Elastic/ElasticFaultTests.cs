using System.Net;
using System.Net.Sockets;
using DataCatalog.Core.Search;
using DataCatalog.Search.Elastic;
using DataCatalog.Search.Tests.Support;
using DataCatalog.TestSupport;

namespace DataCatalog.Search.Tests.Elastic;

/// <summary>The line to the cluster is cut again and again: what was asked for until it succeeded is in the index, once and in its last version.</summary>
public sealed class ElasticFaultTests(ElasticNode node)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Apply_LineCutAtRandom_EndsAsTheModel()
    {
        Uri address = await node.RequireAsync(Cancellation);
        var random = new Random(20261124);
        using var relay = new CuttingRelay(address, seed: 20261124);
        string prefix = node.NewPrefix();
        using var whole = new ElasticIndex(new ElasticOptions { Nodes = [address], IndexPrefix = prefix }, TimeProvider.System);
        using var cut = new ElasticIndex(new ElasticOptions { Nodes = [relay.Address], IndexPrefix = prefix, RebuildLease = TimeSpan.FromSeconds(2) }, TimeProvider.System);
        await UntilDoneAsync(() => cut.RebuildAsync(Given.Stream(Enumerable.Range(1, 700).Select(n => Given.Document(n))), Cancellation));
        (int Number, int Version)[] writes = [.. Enumerable.Range(0, 600).Select(_ => (random.Next(1, 701), random.Next(2, 10)))];
        foreach ((int Number, int Version)[] batch in writes.Chunk(20))
        {
            await UntilDoneAsync(() => cut.ApplyAsync([.. batch.Select(w => Given.Document(w.Number) with { Version = w.Version, Deleted = w.Version % 3 == 0 })], Cancellation));
        }

        var last = writes.GroupBy(w => w.Number).ToDictionary(g => g.Key, g => g.Max(w => w.Version));
        IEnumerable<int> expected = Enumerable.Range(1, 700).Where(n => last.GetValueOrDefault(n, 1) % 3 != 0);
        SearchResult found = await whole.SearchAsync(Given.Question(), Cancellation);
        Assert.Equal(expected.Select(Given.Number), found.Hits.Select(h => h.Id));
        Assert.True(relay.Cuts > 10, $"{relay.Cuts} cuts");
    }

    private static async Task UntilDoneAsync(Func<Task> work)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                await work();
                return;
            }
            catch (SearchUnavailableException) when (attempt < 100)
            {
                await Task.Delay(50, Cancellation);
            }
        }
    }

    /// <summary>Passes bytes on, and resets each connection after some of them.</summary>
    private sealed class CuttingRelay : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource ended = new();
        private readonly Random random;
        private readonly Uri target;
        private int cuts;

        public CuttingRelay(Uri target, int seed)
        {
            (this.target, random) = (target, new Random(seed));
            listener.Start();
            Address = new Uri($"http://{listener.LocalEndpoint}");
            _ = AcceptAsync();
        }

        public Uri Address { get; }

        public int Cuts => cuts;

        public void Dispose()
        {
            ended.Cancel();
            listener.Dispose();
        }

        private async Task AcceptAsync()
        {
            while (!ended.IsCancellationRequested)
            {
                TcpClient asker = await listener.AcceptTcpClientAsync(ended.Token);
                _ = RelayAsync(asker, random.Next(2_000, 40_000));
            }
        }

        private async Task RelayAsync(TcpClient asker, int budget)
        {
            using (asker)
            using (var server = new TcpClient())
            {
                await server.ConnectAsync(target.Host, target.Port, ended.Token);
                int left = budget;
                async Task PassAsync(NetworkStream from, NetworkStream to)
                {
                    byte[] bytes = new byte[1024];
                    for (int read; (read = await from.ReadAsync(bytes, ended.Token)) > 0 && Interlocked.Add(ref left, -read) > 0;) await to.WriteAsync(bytes.AsMemory(0, read), ended.Token);
                }

                await Task.WhenAny(PassAsync(asker.GetStream(), server.GetStream()), PassAsync(server.GetStream(), asker.GetStream()));
                if (left <= 0) Interlocked.Increment(ref cuts);
                // Closed with a reset, not with a farewell.
                asker.LingerState = new LingerOption(true, 0);
            }
        }
    }
}
