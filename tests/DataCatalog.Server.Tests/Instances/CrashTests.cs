using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using DataCatalog.Server.Tests.Support;
using DataCatalog.TestSupport;
using Npgsql;

namespace DataCatalog.Server.Tests.Instances;

/// <summary>The database or an instance breaks down without warning while others write.</summary>
public sealed class CrashTests
{
    private const int Crashes = 3;
    private readonly ConcurrentBag<string> acknowledged = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DatabaseCrashes_WritesGoOnWithinTenSeconds_AndNothingAcknowledgedIsLost()
    {
        await using var server = new PostgresServer();
        await using RegistryService service = await RegistryService.StartInstanceAsync(await server.NewDatabaseAsync(Cancellation));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task[] writers = [.. Enumerable.Range(0, 4).Select(w => Task.Run(() => WriteAsync(service.Admin, $"w{w}", stop.Token), Cancellation))];
        for (int crash = 0; crash < Crashes; crash++)
        {
            await MoreAsync(10, TimeSpan.FromSeconds(60));
            await server.CrashAsync(Cancellation);
            long start = Stopwatch.GetTimestamp();
            await MoreAsync(1, TimeSpan.FromSeconds(30));
            Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        }

        await stop.CancelAsync();
        await Task.WhenAll(writers);
        await HoldsAllAsync(service.Admin);
    }

    [Fact]
    public async Task InstanceKilledWhileItHoldsTasks_TheOtherDoesThem()
    {
        await using var server = new PostgresServer();
        string connection = await server.NewDatabaseAsync(Cancellation);
        await using RegistryService other = await RegistryService.StartInstanceAsync(connection);
        await using var doomed = new ServiceProcess(connection, "--DataCatalog:AllowSplitSearch=true");
        ApiClient client = await doomed.StartAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task[] writers = [.. Enumerable.Range(0, 4).Select(w => Task.Run(() => WriteAsync(client, $"k{w}", stop.Token), Cancellation))];
        await MoreAsync(30, TimeSpan.FromSeconds(60));
        await doomed.KillAsync();
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        // As if it had died a moment earlier, with every one of its tasks in hand.
        await ExecuteAsync(connection, "INSERT INTO index_tasks (dataset_id, created_at, due_at, attempts, claimed_until) SELECT id, now(), now(), 0, now() + interval '5 seconds' FROM datasets");
        long left = 1;
        for (int i = 0; i < 450 && left > 0; i++)
        {
            await Task.Delay(100, Cancellation);
            left = await ExecuteAsync(connection, "SELECT count(*) FROM index_tasks");
        }

        Assert.Equal(0, left);
        await HoldsAllAsync(other.Admin);
    }

    private static async Task<long> ExecuteAsync(string connection, string sql)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, open);
        return await command.ExecuteScalarAsync(Cancellation) as long? ?? 0;
    }

    private async Task WriteAsync(ApiClient client, string stem, CancellationToken stop)
    {
        string? organisation = null;
        for (int i = 0; !stop.IsCancellationRequested; i++)
        {
            try
            {
                string key = $"{stem}-{i}";
                Answer made = organisation is null
                    ? await client.PostAsync("/odata/Organisations", new { Key = key, NameEn = key, Kind = "Company" })
                    : await client.PostAsync("/odata/Datasets", Given.Dataset(organisation, key));
                if (made.Status == HttpStatusCode.ServiceUnavailable) await Task.Delay(50, CancellationToken.None);
                else if (organisation is null) organisation = made.OfStatus(HttpStatusCode.Created).Id;
                else acknowledged.Add(made.OfStatus(HttpStatusCode.Created)["Key"].GetString()!);
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private async Task MoreAsync(int more, TimeSpan atMost)
    {
        int enough = acknowledged.Count + more;
        long start = Stopwatch.GetTimestamp();
        while (acknowledged.Count < enough)
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < atMost, $"{acknowledged.Count} writes and no more.");
            await Task.Delay(20, Cancellation);
        }
    }

    private async Task HoldsAllAsync(ApiClient client)
    {
        HashSet<string?> keys = [];
        for (string? next = "/odata/Datasets?$select=Key"; next is not null;)
        {
            Answer page = await client.GetAsync(next, ("Prefer", "odata.maxpagesize=1000"));
            keys.UnionWith(page.Column("Key"));
            next = page.Body.TryGetProperty("@odata.nextLink", out System.Text.Json.JsonElement link) ? link.GetString() : null;
        }

        Assert.Empty(acknowledged.Except(keys));
    }
}
