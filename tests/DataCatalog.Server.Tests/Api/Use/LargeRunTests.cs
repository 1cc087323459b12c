using System.Diagnostics;
using System.Net;
using System.Text.Json;
using DataCatalog.Core.Audit;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Server.Tests.Api.Use;

/// <summary>A run as large as they come, in a registry of its own.</summary>
public abstract class LargeRunTests(string provider, PostgresServer server)
{
    private const int Datasets = 1000;
    private const int Versions = 10;

    [Fact]
    public async Task TenThousandVersions_InOneCall()
    {
        await using RegistryService service = await RegistryService.StartAsync(provider, server);
        var given = new Given(service.Admin);
        string organisation = (await given.OrganisationAsync()).Id;
        string programme = (await given.ProgrammeAsync()).Id;
        string consortium = (await given.ConsortiumAsync(programme, organisation)).Id;
        string model = (await given.ModelAsync(consortium))["Key"].GetString()!;
        string[] keys = await FillAsync(service, Guid.Parse(organisation), Guid.Parse(consortium));
        object run = new { RunId = "large", Model = model, StartedAt = TimeProvider.System.GetUtcNow().AddMinutes(-1), Versions = keys.SelectMany(k => Enumerable.Range(0, Versions).Select(v => $"{k}@1.{v}.0")) };
        Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(run).Length, (1024 * 1024) + 1, 4 * 1024 * 1024);
        ApiClient member = service.Client(await given.KeyAsync("consortium-member", consortium));
        // What indexes the thousand new datasets would be measured too.
        while (await service.ReadAsync(db => db.IndexTasks.AnyAsync(TestContext.Current.CancellationToken))) await Task.Delay(200, TestContext.Current.CancellationToken);
        foreach (HttpStatusCode status in (HttpStatusCode[])[HttpStatusCode.Created, HttpStatusCode.OK])
        {
            var watch = Stopwatch.StartNew();
            TimeSpan before = Environment.CpuUsage.TotalTime;
            Answer made = (await member.PostAsync("/odata/TrainingRuns", run, ("Idempotency-Key", $"large-{status}"))).OfStatus(status);
            TestContext.Current.TestOutputHelper?.WriteLine($"{provider}: {Datasets * Versions} versions, {(int)status}: {watch.ElapsedMilliseconds} ms, {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds:0} ms of processor time");
            Assert.Equal(("Permitted", Datasets * Versions), (made["Verdict"].GetString(), made["VersionCount"].GetInt32()));
        }

        Assert.Equal($"{Datasets * Versions}", (await member.GetAsync("/odata/UsageRecords/$count?$filter=Verdict eq 'Permitted'")).Text);
    }

    // By the entities themselves: over HTTP it would take minutes.
    private static async Task<string[]> FillAsync(RegistryService service, Guid organisation, Guid consortiumId)
    {
        TimeProvider clock = TimeProvider.System;
        await using RegistryDb db = service.Services.GetRequiredService<RegistryDbFactory>().Create(Actor.Registry);
        return await db.WriteAsync(
            async token =>
            {
                Dataset[] datasets = [.. Enumerable.Range(0, Datasets).Select(i => Corpus(organisation, i, clock))];
                db.Datasets.AddRange(datasets);
                Agreement agreement = Agreement.Register(
                    new AgreementInput { Number = "LARGE", TitleEn = "All", LicensorId = organisation, SignedOn = new DateOnly(2026, 1, 1), StartsOn = new DateOnly(2026, 1, 1), DatasetIds = [.. datasets.Select(d => d.Id)] }, clock);
                agreement.Amend(new TermsInput { Short = "permit train in KR" }, Actor.Registry, clock);
                db.Agreements.Add(agreement);
                Consortium consortium = await db.Consortia.SingleAsync(c => c.Id == consortiumId, token);
                db.Entitlements.AddRange(datasets.Select(d => Entitlement.Grant(d, consortium, agreement, new EntitlementInput(), Actor.Registry, clock)));
                db.Record(new AuditEntry("test.filled", nameof(Agreement), agreement.Id));
                return datasets.Select(d => d.Key).ToArray();
            },
            TestContext.Current.CancellationToken);
    }

    private static Dataset Corpus(Guid organisation, int number, TimeProvider clock)
    {
        string key = $"corpus-{number:0000}-".PadRight(100, 'x');
        Dataset dataset = Dataset.Register(new DatasetInput { Key = key, TitleEn = key, DescriptionEn = "Made up.", Modalities = ["text"], ProviderId = organisation }, clock);
        foreach (int version in Enumerable.Range(0, Versions))
        {
            dataset.AddVersion(new DatasetVersionInput { Number = $"1.{version}.0", Distributions = [new DistributionInput { Name = "a", Location = "/a", MediaType = "text/plain", Bytes = 1, Sha256 = new string('a', 64) }] }, clock);
            dataset.Publish($"1.{version}.0", clock);
        }

        return dataset;
    }
}

public sealed class SqliteLargeRunTests(PostgresServer server) : LargeRunTests(StorageOptions.Sqlite, server);

public sealed class PostgresLargeRunTests(PostgresServer server) : LargeRunTests(StorageOptions.Postgres, server);
