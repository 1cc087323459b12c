using System.Collections.Concurrent;
using System.Net;
using DataCatalog.Server.Tests.Support;
using DataCatalog.TestSupport;

namespace DataCatalog.Server.Tests.Instances;

/// <summary>A new release comes in one instance after the other, while callers go on.</summary>
public sealed class RollingRestartTests(PostgresServer server)
{
    private const int Callers = 4;
    private readonly RegistryService[] instances = new RegistryService[2];
    private readonly bool[] ready = [true, true];
    private readonly ConcurrentBag<string> failures = [];
    private int answered;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task BothRestartedInTurn_NoRequestFails()
    {
        string connection = await server.NewDatabaseAsync(Cancellation);
        for (int i = 0; i < 2; i++) instances[i] = await StartAsync(connection);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task probes = Task.Run(() => ProbeAsync(stop.Token), Cancellation);
        Task[] callers = [.. Enumerable.Range(0, Callers).Select(c => Task.Run(() => CallAsync(c, stop.Token), Cancellation))];
        for (int i = 0; i < 2; i++)
        {
            await Task.Delay(500, Cancellation);
            RegistryService old = instances[i];
            await old.StopAsync();
            instances[i] = await StartAsync(connection);
            Volatile.Write(ref ready[i], true);
            await old.DisposeAsync();
        }

        await Task.Delay(500, Cancellation);
        await stop.CancelAsync();
        await Task.WhenAll([probes, .. callers]);
        foreach (RegistryService instance in instances) await instance.DisposeAsync();
        Assert.Empty(failures);
        Assert.True(answered > 50, $"Only {answered} requests were made.");
    }

    [Fact]
    public async Task Terminated_SaysAtOnceThatItIsNotReady_ServesOn_AndEndsWell()
    {
        await using var process = new ServiceProcess(null, "--DataCatalog:DrainSeconds=4");
        ApiClient client = await process.StartAsync();
        (await client.GetAsync("/health/ready")).OfStatus(HttpStatusCode.OK);
        Task<int> ended = process.TerminateAsync();
        Answer health = await client.GetAsync("/health/ready");
        for (int i = 0; i < 100 && health.Status == HttpStatusCode.OK; i++)
        {
            await Task.Delay(20, Cancellation);
            health = await client.GetAsync("/health/ready");
        }

        health.OfStatus(HttpStatusCode.ServiceUnavailable);
        (await client.PostAsync("/odata/Organisations", new { Key = "late", NameEn = "Late", Kind = "Company" })).OfStatus(HttpStatusCode.Created);
        Assert.Equal(0, await ended);
    }

    private static Task<RegistryService> StartAsync(string connection) => RegistryService.StartInstanceAsync(connection, "--DataCatalog:DrainSeconds=3");

    // What a proxy does: asks each instance whether it is ready, and sends nothing to one that is not.
    private async Task ProbeAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            for (int i = 0; i < 2; i++)
            {
                if (Volatile.Read(ref ready[i]) && await IsAwayAsync(instances[i])) Volatile.Write(ref ready[i], false);
            }

            await Task.Delay(100, CancellationToken.None);
        }
    }

    private static async Task<bool> IsAwayAsync(RegistryService instance)
    {
        try
        {
            return (await instance.Client(null).GetAsync("/health/ready")).Status != HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return true;
        }
    }

    private async Task CallAsync(int caller, CancellationToken stop)
    {
        for (int n = caller; !stop.IsCancellationRequested; n++)
        {
            int turn = Volatile.Read(ref ready[n % 2]) ? n % 2 : (n + 1) % 2;
            try
            {
                Answer answer = n % 4 == 0
                    ? await instances[turn].Admin.PostAsync("/odata/Organisations", new { Key = Given.Unique("rolling"), NameEn = "Rolling", Kind = "Company" })
                    : await instances[turn].Admin.GetAsync("/odata/Organisations?$top=5");
                Interlocked.Increment(ref answered);
                if ((int)answer.Status >= 400) failures.Add($"{(int)answer.Status} {answer.Text}");
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
            {
                failures.Add(failure.ToString());
            }
        }
    }
}
