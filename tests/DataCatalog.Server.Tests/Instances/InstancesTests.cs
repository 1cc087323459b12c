using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.UseCases;
using DataCatalog.Core.Search;
using DataCatalog.Server.Hosting.Instances;
using DataCatalog.Server.Hosting.Options;
using DataCatalog.Server.Jobs;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;
using Hangfire;
using Hangfire.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Server.Tests.Instances;

/// <summary>Two whole instances over one PostgreSQL database, started at once while it was empty.</summary>
public sealed class InstancesTests(PostgresServer server) : IAsyncLifetime
{
    private RegistryService a = null!;
    private RegistryService b = null!;
    private string connection = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        connection = await server.NewDatabaseAsync(Cancellation);
        string[] settings = ["--Webhooks:AllowInsecure=true", "--Webhooks:AllowPrivate=true"];
        RegistryService[] both = await Task.WhenAll(RegistryService.StartInstanceAsync(connection, settings), RegistryService.StartInstanceAsync(connection, settings));
        (a, b) = (both[0], both[1]);
    }

    public async ValueTask DisposeAsync()
    {
        await a.DisposeAsync();
        await b.DisposeAsync();
    }

    [Fact]
    public async Task StartedAtOnceOnAnEmptyDatabase_OneSchemaOneAdministratorOneSchedule()
    {
        Assert.Equal(1, await a.ReadAsync(db => db.ApiKeys.CountAsync(Cancellation)));
        foreach (RegistryService service in (RegistryService[])[a, b]) Assert.Equal("ready", (await ReadyAsync(service)).GetProperty("jobs").GetString());
        using IStorageConnection jobs = b.Services.GetRequiredService<JobStorage>().GetConnection();
        Assert.Equal(Schedule.Table.Count, jobs.GetRecurringJobs().Count);
    }

    [Fact]
    public async Task KeyRevokedOnOne_IsRefusedByTheOtherWithinASecond()
    {
        Answer made = (await a.Admin.PostAsync("/odata/ApiKeys", new { Name = "short-lived", Roles = new[] { "auditor" } })).OfStatus(HttpStatusCode.Created);
        ApiClient holder = b.Client(made["Secret"].GetString());
        (await holder.GetAsync("/odata/Programmes")).OfStatus(HttpStatusCode.OK);
        (await a.Admin.PostAsync($"/odata/ApiKeys({made.Id})/Revoke", new { })).OfStatus(HttpStatusCode.OK);
        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        (await holder.GetAsync("/odata/Programmes")).OfStatus(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task LinksMadeByOne_AreOpenedByTheOther()
    {
        var given = new Given(a.Admin);
        for (int i = 0; i < 3; i++) await given.OrganisationAsync();
        Answer page = await a.Admin.GetAsync("/odata/Organisations?$orderby=Key&$select=Key", ("Prefer", "odata.maxpagesize=2"));
        string next = new Uri(page["@odata.nextLink"].GetString()!).PathAndQuery;
        Assert.NotEmpty((await b.Admin.GetAsync(next)).Rows);
        Answer tracked = await a.Admin.GetAsync("/odata/Datasets", ("Prefer", "odata.track-changes"));
        string delta = new Uri(tracked["@odata.deltaLink"].GetString()!).PathAndQuery;
        await new Given(b.Admin).DatasetAsync((await given.OrganisationAsync()).Id);
        Assert.Single((await b.Admin.GetAsync(delta)).Rows);
    }

    [Fact]
    public async Task Alerts_AreRaisedAndDeliveredOnceAmongBoth()
    {
        ConcurrentBag<string> received = [];
        await using WebApplication receiver = await ReceiverAsync(received);
        (await a.Admin.PostAsync("/odata/Subscriptions", new { Name = "hook", Channel = "Webhook", Target = receiver.Urls.Single() + "/", Language = "en" })).OfStatus(HttpStatusCode.Created);
        const int Agreements = 12;
        for (int i = 0; i < Agreements; i++)
        {
            var given = new Given((i % 2 == 0 ? a : b).Admin);
            string organisation = (await given.OrganisationAsync()).Id;
            await given.AgreementAsync(organisation, [(await given.DatasetAsync(organisation)).Id], new { EndsOn = Given.Day(5), Payments = Array.Empty<object>(), NoticePeriod = (string?)null });
        }

        for (int i = 0; i < 300 && received.Count < Agreements; i++) await Task.Delay(100, Cancellation);
        await Task.Delay(TimeSpan.FromSeconds(3), Cancellation);
        Assert.Equal(Agreements, received.Count);
        Assert.Equal(Agreements, received.Distinct().Count());
        List<Delivery> deliveries = await b.ReadAsync(db => db.Deliveries.AsNoTracking().ToListAsync(Cancellation));
        Assert.Equal(Agreements, deliveries.Count);
        Assert.All(deliveries, d => Assert.Equal((DeliveryState.Delivered, 1), (d.State, d.Attempts)));
        Assert.Equal(Agreements, await a.ReadAsync(db => db.Alerts.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Job_RunsInOnePlaceAtATime_OneMoreWaitsAndTheRestLeave()
    {
        OneAtATime[] places = [.. Enumerable.Range(0, 4).Select(i => (i % 2 == 0 ? a : b).Services.GetRequiredService<OneAtATime>())];
        int running = 0, most = 0, runs = 0;
        await Task.WhenAll(places.Select(place => place.RunAsync("test", async () =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Delay(TimeSpan.FromSeconds(2), Cancellation);
            Interlocked.Decrement(ref running);
            Interlocked.Increment(ref runs);
        }, Cancellation)));
        Assert.Equal((1, 2), (most, runs));
    }

    [Fact]
    public async Task RecurringJobThatTheSchedulerDropped_IsToldByHealth()
    {
        var storage = a.Services.GetRequiredService<JobStorage>();
        Assert.Equal("ready", (await ReadyAsync(a)).GetProperty("jobs").GetString());
        using (IStorageConnection jobs = storage.GetConnection()) jobs.SetRangeInHash("recurring-job:digest", [new("NextExecution", "")]);
        JsonElement health = await ReadyAsync(b);
        Assert.Equal(("degraded", "late: digest"), (health.GetProperty("status").GetString(), health.GetProperty("jobs").GetString()));
    }

    [Fact]
    public async Task SecondInstanceWithAnIndexOfItsOwn_DoesNotStart()
    {
        await using IAsyncDisposable? owner = await a.Services.GetRequiredService<RegistryDbFactory>().TryHoldAsync("search-index", Cancellation);
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMinutes(1) };
        var options = Microsoft.Extensions.Options.Options.Create(new CatalogOptions { Provider = StorageOptions.Postgres });
        await using var second = new IndexOwner(b.Services.GetRequiredService<RegistryDbFactory>(), b.Services.GetRequiredService<ISearchIndex>(), options, clock);
        Assert.Equal("index-not-shared", (await Assert.ThrowsAsync<DomainException>(() => second.StartAsync(Cancellation))).Error.Code);
    }

    private static async Task<JsonElement> ReadyAsync(RegistryService service)
    {
        Answer answer = await service.Client(null).GetAsync("/health/ready");
        for (int i = 0; i < 100 && !(answer.Text.Contains("\"search\":\"ready\"", StringComparison.Ordinal) && answer.Text.Contains("\"jobs\":\"ready\"", StringComparison.Ordinal)) && i < 20; i++)
        {
            await Task.Delay(100, Cancellation);
            answer = await service.Client(null).GetAsync("/health/ready");
        }

        return answer.OfStatus(HttpStatusCode.OK).Body;
    }

    private static async Task<WebApplication> ReceiverAsync(ConcurrentBag<string> received)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication receiver = builder.Build();
        receiver.MapPost("/", (HttpRequest request) =>
        {
            received.Add(request.Headers["webhook-id"].ToString());
            return Results.Ok();
        });
        await receiver.StartAsync(Cancellation);
        return receiver;
    }
}
