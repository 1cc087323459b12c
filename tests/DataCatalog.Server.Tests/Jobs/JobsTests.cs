using System.Net;
using DataCatalog.Core;
using DataCatalog.Core.Audit;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Licensing;
using DataCatalog.Server.Jobs;
using DataCatalog.Server.Messaging;
using DataCatalog.Storage;
using Hangfire;
using Hangfire.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Server.Tests.Jobs;

/// <summary>The jobs in a running host: from a registered agreement to the receiver.</summary>
public sealed class JobsTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("datacatalog-jobs-").FullName;
    private readonly TaskCompletionSource<string> received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication app = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Webhooks:AllowInsecure"] = "true", ["Webhooks:AllowPrivate"] = "true", ["PublicUrl"] = "https://catalogue.example.org" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddStorage(new StorageOptions { DataFolder = folder }, provider => provider.GetRequiredService<Actor>());
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped(provider => provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request.Headers.ContainsKey("X-Admin") == true ? Actor.Registry : Actor.Nobody);
        builder.Services.AddSingleton(new Calendar(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul")));
        builder.Services.AddCore().AddMessaging(builder.Configuration).AddJobs();
        app = builder.Build();
        app.MapJobs();
        app.MapPost("/receiver", async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            received.TrySetResult(await reader.ReadToEndAsync(Cancellation));
        });
        await app.Services.GetRequiredService<RegistryDbFactory>().MigrateAsync(Cancellation);
        await app.StartAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task AgreementNearItsEnd_ReachesTheReceiverWithinSeconds()
    {
        await SaveAgreementAsync();
        app.Services.GetRequiredService<AlertSignal>().Raise();
        string body = await received.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        Assert.Contains("\"agreementNumber\":\"J-1\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedule_EveryLineIsEnteredWithItsNextRun()
    {
        List<RecurringJobDto> jobs = [];
        for (int i = 0; i < 100 && jobs.Count < Schedule.Table.Count; i++)
        {
            await Task.Delay(50, Cancellation);
            using IStorageConnection connection = app.Services.GetRequiredService<JobStorage>().GetConnection();
            jobs = connection.GetRecurringJobs();
        }

        Assert.Equal(Schedule.Table.Select(l => (l.Id, l.Cron)).Order(), jobs.Select(j => (j.Id, j.Cron)).Order());
        Assert.All(jobs, j => Assert.NotNull(j.NextExecution));
        Assert.All(jobs, j => Assert.Equal("Asia/Seoul", j.TimeZoneId));
    }

    [Theory]
    [InlineData(false, HttpStatusCode.Unauthorized)]
    [InlineData(true, HttpStatusCode.OK)]
    public async Task Dashboard_ForAdministratorsOnly(bool administrator, HttpStatusCode expected)
    {
        using var http = new HttpClient(new SocketsHttpHandler());
        using var request = new HttpRequestMessage(HttpMethod.Get, app.Urls.Single() + JobsRegistration.DashboardPath);
        if (administrator) request.Headers.Add("X-Admin", "1");
        using HttpResponseMessage response = await http.SendAsync(request, Cancellation);
        Assert.Equal(expected, response.StatusCode);
    }

    private async Task SaveAgreementAsync()
    {
        TimeProvider clock = TimeProvider.System;
        DateOnly today = app.Services.GetRequiredService<Calendar>().Today;
        var licensor = Organisation.Register(new OrganisationInput { Key = "hanbit", NameKo = "한빛", Kind = OrganisationKind.Company, Country = "KR" }, clock);
        var agreement = Agreement.Register(
            new AgreementInput { Number = "J-1", TitleKo = "계약", LicensorId = licensor.Id, StartsOn = today.AddYears(-1), EndsOn = today.AddDays(5) }, clock);
        var subscription = Subscription.Subscribe(
            new SubscriptionInput { Name = "알림", Channel = Channel.Webhook, Target = app.Urls.Single() + "/receiver" }, Actor.Registry, clock);
        await using RegistryDb db = app.Services.GetRequiredService<RegistryDbFactory>().Create(Actor.Registry);
        await db.WriteAsync(_ =>
        {
            db.AddRange(licensor, agreement, subscription);
            db.Record(new AuditEntry("test.saved", nameof(Agreement), agreement.Id));
            return Task.FromResult(0);
        }, Cancellation);
    }
}
