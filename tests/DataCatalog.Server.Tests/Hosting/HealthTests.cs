using System.Net;
using System.Text.Json;
using DataCatalog.Server.Operations;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Server.Tests.Hosting;

/// <summary>What probes are told, what only administrators are told, and what the operator's verb makes of it.</summary>
public sealed class HealthTests(PostgresServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ready_TellsTheContentToAdministratorsOnly()
    {
        await using RegistryService service = await RegistryService.StartAsync();
        Answer told = await ReadyAsync(service, service.Admin);
        Assert.Equal(0, told["documents"].GetInt32());
        string auditor = await new Given(service.Admin).KeyAsync("auditor,data-officer");
        foreach (ApiClient other in new[] { service.Client(null), service.Client(auditor), service.Client("wrong-key-0123456789abcdef0123456789abcdef") })
            Assert.Equal(["database", "jobs", "search", "status"], Names(await ReadyAsync(service, other)));
        Assert.Equal(0, await HealthVerb.RunAsync(Configuration(service)));
    }

    [Fact]
    public async Task SearchAway_IsDegraded_AndOnlyAdministratorsAreToldWhere()
    {
        await using RegistryService service = await RegistryService.StartAsync("--DataCatalog:Search:Engine=elasticsearch", "--DataCatalog:Search:Elasticsearch:Nodes=http://127.0.0.1:1");
        Answer told = (await service.Admin.GetAsync("/health/ready")).OfStatus(HttpStatusCode.OK);
        Assert.Equal(("degraded", "unavailable"), (told["status"].GetString(), told["search"].GetString()));
        Assert.Contains("Elasticsearch", told["detail"].GetString(), StringComparison.Ordinal);
        Answer others = (await service.Client(null).GetAsync("/health/ready")).OfStatus(HttpStatusCode.OK);
        Assert.Equal(["database", "jobs", "search", "status"], Names(others));
        Assert.Equal(0, await HealthVerb.RunAsync(Configuration(service)));
    }

    [Fact]
    public async Task DatabaseAway_IsNotReady_WithAKeyAndWithout()
    {
        using var relay = new DatabaseRelay(await server.NewDatabaseAsync(Cancellation));
        await using RegistryService service = await RegistryService.StartInstanceAsync(relay.Connection, "--DataCatalog:DrainSeconds=0");
        await ReadyAsync(service, service.Admin);
        relay.Dispose();
        // A key is remembered for a second.
        await Task.Delay(TimeSpan.FromSeconds(1.2), Cancellation);
        foreach (ApiClient client in new[] { service.Client(null), service.Admin })
        {
            Answer told = (await client.GetAsync("/health/ready")).OfStatus(HttpStatusCode.ServiceUnavailable);
            Assert.Equal("""{"status":"not-ready","database":"unavailable"}""", told.Text);
            (await client.GetAsync("/health/live")).OfStatus(HttpStatusCode.OK);
        }

        Assert.Equal(1, await HealthVerb.RunAsync(Configuration(service)));
    }

    [Fact]
    public async Task DatabaseEmptiedUnderTheService_IsNotReady()
    {
        await using RegistryService service = await RegistryService.StartAsync(StorageOptions.Postgres, server, "--DataCatalog:DrainSeconds=0");
        await using (RegistryDb db = service.Services.GetRequiredService<RegistryDbFactory>().Create(Core.Common.Actor.Registry)) await db.Database.ExecuteSqlAsync($"DROP SCHEMA public CASCADE; CREATE SCHEMA public", Cancellation);
        (await service.Client(null).GetAsync("/health/ready")).OfStatus(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Verb_AsksTheRunningService()
    {
        await using var process = new ServiceProcess(null);
        await process.StartAsync();
        (int code, string said) = await process.SayAsync("health", $"--urls={process.Address}");
        Assert.True(code == 0, said);
        Assert.Equal("ready", JsonElement.Parse(said).GetProperty("database").GetString());
        await process.KillAsync();
        (code, said) = await process.SayAsync("health", $"--urls={process.Address}");
        Assert.Equal(1, code);
        Assert.Contains($"Nothing answers at {process.Address}", said, StringComparison.Ordinal);
    }

    private static IConfiguration Configuration(RegistryService service) => new ConfigurationBuilder().AddInMemoryCollection([new("Urls", service.Address.ToString())]).Build();

    private static IEnumerable<string> Names(Answer answer) => answer.Body.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);

    // The index is built, and the scheduler has run, a moment after the start.
    private static async Task<Answer> ReadyAsync(RegistryService service, ApiClient client)
    {
        for (int i = 0; i < 100 && (await service.Client(null).GetAsync("/health/ready"))["status"].GetString() != "ready"; i++) await Task.Delay(100, Cancellation);
        return (await client.GetAsync("/health/ready")).OfStatus(HttpStatusCode.OK);
    }
}
