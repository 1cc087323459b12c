using System.Net;
using System.Text.Json;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;

namespace DataCatalog.Server.Tests.Hosting;

/// <summary>
/// The service as a process of its own, killed without warning while many write: what it acknowledged is there when it starts again,
/// each row with its audit event, and search finds exactly what the database holds. On both databases.
/// </summary>
public abstract class KillTests(string provider, PostgresServer server)
{
    private const int Rounds = 3;
    private const int Writers = 8;

    [Fact]
    public async Task KilledDuringWrites_NothingAcknowledgedIsLost()
    {
        await using var process = new ServiceProcess(provider == StorageOptions.Postgres ? await server.NewDatabaseAsync(TestContext.Current.CancellationToken) : null);
        ApiClient client = await process.StartAsync();
        string organisation = (await client.PostAsync("/odata/Organisations", new { Key = "hanbit", NameEn = "Hanbit", Kind = "Company" })).OfStatus(HttpStatusCode.Created).Id;
        List<string> acknowledged = [];
        for (int round = 0; round < Rounds; round++)
        {
            Task[] writers = [.. Enumerable.Range(0, Writers).Select(w => WriteAsync(client, organisation, $"r{round}-w{w}", acknowledged))];
            await AwaitWritesAsync(acknowledged, 40 * (round + 1));
            await process.KillAsync();
            await Task.WhenAll(writers);
            client = await process.StartAsync();
            await CheckAsync(client, acknowledged);
        }

        await process.KillAsync();
        Assert.Equal(0, await process.VerbAsync("audit", "verify"));
    }

    // Writes until the service is gone; every second write changes what the one before made.
    private static async Task WriteAsync(ApiClient client, string organisation, string stem, List<string> acknowledged)
    {
        for (int i = 0; ; i++)
        {
            try
            {
                string key = $"{stem}-{i}";
                Answer made = await client.PostAsync("/odata/Datasets", Given.Dataset(organisation, key));
                if (made.Status == HttpStatusCode.ServiceUnavailable) continue;
                lock (acknowledged) acknowledged.Add(made.OfStatus(HttpStatusCode.Created)["Key"].GetString()!);
                await client.PatchAsync($"/odata/Datasets({made.Id})", new { TitleEn = $"Korean news corpus {i}" }, made.ETag);
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private static async Task AwaitWritesAsync(List<string> acknowledged, int most)
    {
        for (int i = 0; i < 1200; i++)
        {
            lock (acknowledged)
            {
                if (acknowledged.Count >= most) return;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static async Task CheckAsync(ApiClient client, List<string> acknowledged)
    {
        Assert.NotEmpty(acknowledged);
        Dictionary<string, string> rows = (await AllAsync(client, "/odata/Datasets?$select=Id,Key")).ToDictionary(r => r.GetProperty("Key").GetString()!, r => r.GetProperty("Id").GetString()!);
        Assert.Empty(acknowledged.Except(rows.Keys));
        IEnumerable<string> registered = (await AllAsync(client, "/odata/AuditEvents?$filter=Action eq 'dataset.registered'&$select=SubjectId,Sequence")).Select(e => e.GetProperty("SubjectId").GetString()!);
        Assert.Equal(rows.Values.Order(StringComparer.Ordinal), registered.Order(StringComparer.Ordinal));
        await AwaitSearchAsync(client, rows.Keys);
    }

    private static async Task AwaitSearchAsync(ApiClient client, Dictionary<string, string>.KeyCollection keys)
    {
        string[] found = [];
        // What the killed instance had claimed comes back when its lease ends, after half a minute.
        for (int i = 0; i < 600; i++)
        {
            if ((await client.GetAsync("/odata/Datasets/$count?$search=corpus")).Status == HttpStatusCode.OK)
            {
                found = [.. (await AllAsync(client, "/odata/Datasets?$search=corpus&$select=Key")).Select(r => r.GetProperty("Key").GetString()!)];
                if (found.Length == keys.Count) break;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Equal(keys.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static async Task<List<JsonElement>> AllAsync(ApiClient client, string address)
    {
        List<JsonElement> rows = [];
        for (string? next = address; next is not null;)
        {
            Answer page = await client.GetAsync(next, ("Prefer", "odata.maxpagesize=1000"));
            rows.AddRange(page.Rows);
            next = page.Body.TryGetProperty("@odata.nextLink", out JsonElement link) ? link.GetString() : null;
        }

        return rows;
    }
}

public sealed class SqliteKillTests(PostgresServer server) : KillTests(StorageOptions.Sqlite, server);

public sealed class PostgresKillTests(PostgresServer server) : KillTests(StorageOptions.Postgres, server);
