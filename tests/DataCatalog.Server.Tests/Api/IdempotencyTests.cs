using System.Net;
using System.Text;
using System.Text.Json;
using DataCatalog.Core.Common;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.Storage.Idempotency;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Server.Tests.Api;

public abstract class IdempotencyTests(string provider, Worlds worlds, PostgresServer server) : ApiTests(provider, worlds, server)
{
    [Fact]
    public async Task SameKeyAndBody_GivesTheKeptAnswer()
    {
        (string key, object body) = (Support.Given.Unique("key"), Organisation());
        Answer first = (await PostAsync(Admin, "Organisations", body, key)).OfStatus(HttpStatusCode.Created);
        Answer again = (await PostAsync(Admin, "Organisations", body, key)).OfStatus(HttpStatusCode.Created);
        Assert.False(first.Headers.ContainsKey("Idempotency-Replayed"));
        Assert.Equal("true", again.Headers["Idempotency-Replayed"]);
        Assert.Equal((first.Text, first.ETag, first.Headers["Location"], first.Headers["Content-Type"]), (again.Text, again.ETag, again.Headers["Location"], again.Headers["Content-Type"]));
        (await PostAsync(Admin, "Organisations", body, Support.Given.Unique("key"))).Refused(409, "duplicate-key");
    }

    [Fact]
    public async Task SameKey_OtherRequest_IsRefused()
    {
        string key = Support.Given.Unique("key");
        (await PostAsync(Admin, "Organisations", Organisation(), key)).OfStatus(HttpStatusCode.Created);
        (await PostAsync(Admin, "Organisations", Organisation(), key)).Refused(422, "idempotency-key-reused");
        (await PostAsync(Admin, "Licences", Organisation(), key)).Refused(422, "idempotency-key-reused");
        (await PostAsync(World.Roles["data-officer"], "Organisations", Organisation(), key)).OfStatus(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Refusal_ChangesNothing_AndLeavesTheKeyFree()
    {
        string key = Support.Given.Unique("key");
        (await PostAsync(Admin, "Organisations", new { Key = "NOT A KEY" }, key)).Refused(422, "invalid-value");
        (await PostAsync(Admin, "Organisations", new { Unknown = 1 }, key)).Refused(400, "unknown-property");
        (await PostAsync(Admin, "Nothing", new { }, key)).Refused(405, "method-not-allowed");
        (await PostAsync(World.Roles["auditor"], "Organisations", Organisation(), key)).Refused(403, "forbidden");
        (await PostAsync(World.Nobody, "Organisations", Organisation(), key)).Refused(401, "unauthorized");
        (await PostAsync(Admin, "Organisations", Organisation(), key)).OfStatus(HttpStatusCode.Created);
    }

    [Fact]
    public async Task SentAtOnce_IsDoneOnce()
    {
        (string key, object body) = (Support.Given.Unique("key"), Organisation());
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync(Admin, "Organisations", body, key)));
        Assert.Single(answers.Where(a => a.Status == HttpStatusCode.Created).Select(a => a.Id).Distinct());
        Assert.Single(answers, a => a.Status == HttpStatusCode.Created && !a.Headers.ContainsKey("Idempotency-Replayed"));
        foreach (Answer busy in answers.Where(a => a.Status != HttpStatusCode.Created))
        {
            busy.Refused(409, "idempotency-in-progress");
            Assert.Equal("1", busy.Headers["Retry-After"]);
        }

        Assert.Equal("true", (await PostAsync(Admin, "Organisations", body, key)).OfStatus(HttpStatusCode.Created).Headers["Idempotency-Replayed"]);
    }

    [Fact]
    public async Task Patch_SentAgain_IsNotStale()
    {
        Answer made = await Given.OrganisationAsync();
        string key = Support.Given.Unique("key");
        Answer first = (await Admin.PatchAsync($"/odata/Organisations({made.Id})", new { NameEn = "Renamed" }, made.ETag, ("Idempotency-Key", key))).OfStatus(HttpStatusCode.OK);
        Answer again = (await Admin.PatchAsync($"/odata/Organisations({made.Id})", new { NameEn = "Renamed" }, made.ETag, ("Idempotency-Key", key))).OfStatus(HttpStatusCode.OK);
        Assert.Equal((first.Text, first.ETag), (again.Text, again.ETag));
        (await Admin.PatchAsync($"/odata/Organisations({made.Id})", new { NameEn = "Renamed" }, made.ETag)).Refused(412, "stale-etag");
        Answer minimal = await Admin.PatchAsync($"/odata/Organisations({made.Id})", new { NameEn = "Again" }, first.ETag, ("Idempotency-Key", key + "m"), ("Prefer", "return=minimal"));
        Assert.Equal(HttpStatusCode.NoContent, minimal.Status);
        Assert.Equal(HttpStatusCode.NoContent, (await Admin.PatchAsync($"/odata/Organisations({made.Id})", new { NameEn = "Again" }, first.ETag, ("Idempotency-Key", key + "m"), ("Prefer", "return=minimal"))).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("tab\tbed")]
    public async Task MalformedKey_IsRefused(string key) => (await PostAsync(Admin, "Organisations", Organisation(), key)).Refused(400, "bad-header");

    [Fact]
    public async Task LongestKey_IsTaken_AndOneLongerIsNot()
    {
        (await PostAsync(Admin, "Organisations", Organisation(), Support.Given.Unique("k").PadRight(255, 'k'))).OfStatus(HttpStatusCode.Created);
        (await PostAsync(Admin, "Organisations", Organisation(), new string('k', 256))).Refused(400, "bad-header");
    }

    [Fact]
    public async Task AfterADay_TheKeyIsFree()
    {
        string key = Support.Given.Unique("key");
        (await PostAsync(Admin, "Organisations", Organisation(), key)).OfStatus(HttpStatusCode.Created);
        await using (RegistryDb db = Db())
        {
            DateTime old = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-25);
            Assert.Equal(1, await db.Set<KeptAnswer>().IgnoreQueryFilters().Where(k => k.Key == key).ExecuteUpdateAsync(k => k.SetProperty(x => x.MadeAt, old), TestContext.Current.CancellationToken));
        }

        Answer fresh = (await PostAsync(Admin, "Organisations", Organisation(), key)).OfStatus(HttpStatusCode.Created);
        Assert.False(fresh.Headers.ContainsKey("Idempotency-Replayed"));
    }

    [Fact]
    public async Task Secret_IsGivenAgain_AndNotKeptInTheClear()
    {
        (string key, object body) = (Support.Given.Unique("key"), new { Name = "again", Roles = new[] { "auditor" } });
        string secret = (await PostAsync(Admin, "ApiKeys", body, key)).OfStatus(HttpStatusCode.Created)["Secret"].GetString()!;
        Assert.Equal(secret, (await PostAsync(Admin, "ApiKeys", body, key)).OfStatus(HttpStatusCode.Created)["Secret"].GetString());
        await using RegistryDb db = Db();
        KeptAnswer kept = await db.Set<KeptAnswer>().IgnoreQueryFilters().AsNoTracking().SingleAsync(k => k.Key == key, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(secret, Encoding.Latin1.GetString(kept.Body!) + kept.Headers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_TakesNoKey()
    {
        string key = Support.Given.Unique("key");
        object organisation = Organisation();
        object batch = new { requests = new[] { new { id = "1", method = "POST", url = "/odata/Organisations", headers = new Dictionary<string, string> { ["Content-Type"] = "application/json", ["Idempotency-Key"] = key }, body = organisation } } };
        for (int i = 0; i < 2; i++)
        {
            JsonElement part = (await Admin.PostAsync("/odata/$batch", batch, ("Idempotency-Key", key))).OfStatus(HttpStatusCode.OK)["responses"][0];
            Assert.Equal(i == 0 ? 201 : 409, part.GetProperty("status").GetInt32());
        }

        await using RegistryDb db = Db();
        Assert.False(await db.Set<KeptAnswer>().IgnoreQueryFilters().AnyAsync(k => k.Key == key, TestContext.Current.CancellationToken));
    }

    private RegistryDb Db() => World.Service.Services.GetRequiredService<RegistryDbFactory>().Create(Actor.Registry);

    private static Task<Answer> PostAsync(ApiClient client, string set, object body, string key) => client.PostAsync($"/odata/{set}", body, ("Idempotency-Key", key));

    private static object Organisation() => new { Key = Support.Given.Unique("kept"), NameEn = "Kept", Kind = "Company", Country = "KR" };
}

public sealed class SqliteIdempotencyTests(Worlds worlds, PostgresServer server) : IdempotencyTests(StorageOptions.Sqlite, worlds, server);

public sealed class PostgresIdempotencyTests(Worlds worlds, PostgresServer server) : IdempotencyTests(StorageOptions.Postgres, worlds, server);
