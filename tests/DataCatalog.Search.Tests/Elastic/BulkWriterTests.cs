using System.Net;
using System.Text;
using DataCatalog.Core.Search;
using DataCatalog.Search.Elastic;
using DataCatalog.TestSupport;
using Elastic.Clients.Elasticsearch;

namespace DataCatalog.Search.Tests.Elastic;

/// <summary>What the writer makes of answers that a healthy node seldom gives.</summary>
public sealed class BulkWriterTests : IDisposable
{
    private readonly HttpListener cluster = new();
    private readonly ElasticConnection connection;
    private readonly List<string> bodies = [];

    public BulkWriterTests()
    {
        var address = new Uri($"http://127.0.0.1:{ElasticNode.FreePort()}/");
        cluster.Prefixes.Add(address.AbsoluteUri);
        cluster.Start();
        connection = new ElasticConnection(new ElasticOptions { Nodes = [address] });
    }

    public void Dispose()
    {
        connection.Dispose();
        ((IDisposable)cluster).Dispose();
    }

    [Fact]
    public async Task Write_ClusterBusy_TriesAgain()
    {
        Task answering = AnswerAsync((429, """{"error":{"type":"es_rejected_execution_exception","reason":"busy"},"status":429}"""), Items(201, 201));
        Assert.Empty((await WriteAsync("a", "b")).Refused);
        await answering;
        Assert.Equal(2, bodies.Count);
    }

    [Fact]
    public async Task Write_OneBusyOneRefusedOneNewer_OnlyTheBusyAgain()
    {
        Task answering = AnswerAsync(Items(429, 400, 409), Items(201));
        BulkOutcome outcome = await WriteAsync("a", "b", "c");
        await answering;
        Assert.Equal(["b"], outcome.Refused.Keys);
        Assert.Contains("\"_id\":\"a\"", bodies[1], StringComparison.Ordinal);
        Assert.DoesNotContain("\"_id\":\"c\"", bodies[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_AlwaysBusy_Unavailable()
    {
        Task answering = AnswerAsync(Items(503), Items(503), Items(503), Items(503), Items(503));
        await Assert.ThrowsAsync<SearchUnavailableException>(() => WriteAsync("a"));
        await answering;
    }

    [Fact]
    public async Task Write_AliasGone_SaysSo()
    {
        Task answering = AnswerAsync(Items(404));
        Assert.True((await WriteAsync("a")).Gone);
        await answering;
    }

    private static (int Status, string Body) Items(params int[] statuses)
    {
        IEnumerable<string> items = statuses.Select(s =>
        {
            string error = s < 300 ? "" : ",\"error\":{\"type\":\"t\",\"reason\":\"because\"}";
            return $"{{\"index\":{{\"_index\":\"i\",\"_id\":\"x\",\"status\":{s}{error}}}}}";
        });
        return (200, $"{{\"took\":1,\"errors\":true,\"items\":[{string.Join(',', items)}]}}");
    }

    private Task<BulkOutcome> WriteAsync(params string[] ids) => new BulkWriter(connection, TimeProvider.System).WriteAsync(
        "i", [.. ids.Select(id => ElasticDocument.Tombstone(id, 1, "2026-11-24"))], VersionType.ExternalGte, found: true, TestContext.Current.CancellationToken);

    private async Task AnswerAsync(params (int Status, string Body)[] answers)
    {
        for (int i = 0; i < answers.Length;)
        {
            HttpListenerContext asked = await cluster.GetContextAsync();
            bool bulk = asked.Request.HttpMethod != "HEAD";
            asked.Response.StatusCode = bulk ? answers[i].Status : 200;
            asked.Response.Headers["X-elastic-product"] = "Elasticsearch";
            asked.Response.ContentType = "application/vnd.elasticsearch+json;compatible-with=8";
            if (bulk)
            {
                await using var plain = new System.IO.Compression.GZipStream(asked.Request.InputStream, System.IO.Compression.CompressionMode.Decompress);
                using var reader = new StreamReader(plain);
                bodies.Add(await reader.ReadToEndAsync());
                await asked.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answers[i++].Body));
            }

            asked.Response.Close();
        }
    }
}
