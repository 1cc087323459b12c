using System.Net;
using System.Text.Json;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Tests.Api;

/// <summary><c>$batch</c>: whole change sets or nothing, within its limits, for the caller of the whole.</summary>
public abstract class BatchTests(string provider, Worlds worlds, PostgresServer server) : ApiTests(provider, worlds, server)
{
    [Fact]
    public async Task ChangeSet_SecondFails_FirstIsNotThere()
    {
        string key = Given.Unique("LicenseRef-b");
        Answer answer = await SendAsync(Post("1", key, "g"), Post("2", "not a key", "g"));
        Assert.DoesNotContain(answer["responses"].EnumerateArray(), r => r.GetProperty("status").GetInt32() == 201);
        Assert.Equal(0, await World.Service.ReadAsync(db => db.Licences.CountAsync(l => l.Key == key, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task ChangeSet_ThenARead_SeesIt()
    {
        string key = Given.Unique("LicenseRef-b");
        Answer answer = await SendAsync(Post("1", key, "g"), Post("2", key + "x", "g"), new { id = "3", dependsOn = new[] { "g" }, method = "GET", url = $"/odata/Licences?$filter=startswith(Key,'{key}')&$select=Key" });
        Assert.Equal([201, 201, 200], answer["responses"].EnumerateArray().Select(r => r.GetProperty("status").GetInt32()));
        Assert.Equal(2, answer["responses"][2].GetProperty("body").GetProperty("value").GetArrayLength());
    }

    [Fact]
    public async Task Reference_ToAnEarlierPart_Resolved()
    {
        string key = Given.Unique("LicenseRef-b");
        Answer answer = await SendAsync(Post("made", key, null), new { id = "2", dependsOn = new[] { "made" }, method = "GET", url = "$made" });
        Assert.Equal([201, 200], answer["responses"].EnumerateArray().Select(r => r.GetProperty("status").GetInt32()));
        Assert.Equal(key, answer["responses"][1].GetProperty("body").GetProperty("Key").GetString());
    }

    [Fact]
    public async Task Dependent_OfAFailedPart_NotDone()
    {
        string key = Given.Unique("LicenseRef-b");
        Dictionary<string, object?> second = Post("2", key, null), third = Post("3", key + "x", "later"), fourth = Post("4", key + "y", null);
        (second["dependsOn"], third["dependsOn"], fourth["dependsOn"]) = (new[] { "first" }, new[] { "first" }, new[] { "2" });
        Answer answer = await SendAsync([Post("1", "not a key", "first"), second, third, fourth, Post("5", key + "z", null)], ("Prefer", "continue-on-error"));
        Assert.Equal(["422", "424", "424", "424", "201"], answer["responses"].EnumerateArray().Select(r => r.GetProperty("status").ToString()));
        Assert.Equal("failed-dependency", answer["responses"][1].GetProperty("body").GetProperty("error").GetProperty("code").GetString());
        Assert.Equal([key + "z"], await World.Service.ReadAsync(db => db.Licences.Where(l => l.Key.StartsWith(key)).Select(l => l.Key).ToListAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task ChangeSet_AnsweredUnderItsName()
    {
        string key = Given.Unique("LicenseRef-b");
        Answer answer = await SendAsync(Post("1", key, "first of all"), Post("2", key + "x", "first of all"));
        Assert.Equal(["first of all", "first of all"], answer["responses"].EnumerateArray().Select(r => r.GetProperty("atomicityGroup").GetString()));
    }

    [Fact]
    public async Task Reference_WithinAChangeSet_Resolved()
    {
        string key = Given.Unique("LicenseRef-b");
        Answer answer = await SendAsync(
            Post("1", key, "g"),
            new { id = "2", atomicityGroup = "g", dependsOn = new[] { "1" }, method = "PATCH", url = "$1", headers = new Dictionary<string, string> { ["content-type"] = "application/json", ["If-Match"] = "W/\"1\"" }, body = new { NameEn = "Changed" } });
        Assert.Equal([201, 200], answer["responses"].EnumerateArray().Select(r => r.GetProperty("status").GetInt32()));
        Assert.Equal("Changed", await World.Service.ReadAsync(db => db.Licences.Where(l => l.Key == key).Select(l => l.Name.En).SingleAsync(TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("X-Api-Key")]
    [InlineData("Authorization")]
    [InlineData("Cookie")]
    public async Task PartWithCredentials_Refused(string header) =>
        (await SendAsync(new { id = "1", method = "GET", url = "/odata/Licences", headers = new Dictionary<string, string> { [header] = "another" } })).Refused(400, "bad-batch");

    [Fact]
    public async Task TooManyOrTooLong_Refused()
    {
        (await SendAsync([.. Enumerable.Range(0, 51).Select(i => (object)new { id = $"{i}", method = "GET", url = "/odata/Licences?$top=1" })])).OfStatus(HttpStatusCode.BadRequest);
        (await SendAsync([.. Enumerable.Range(0, 50).Select(i => (object)new { id = $"{i}", method = "GET", url = "/odata/Licences/$count" })])).OfStatus(HttpStatusCode.OK);
        (await SendAsync(new { id = "1", method = "GET", url = $"/odata/Licences?$filter=Key eq '{new string('a', 4100)}'" })).Refused(400, "bad-batch");
        (await SendAsync(new { id = "1", method = "GET", url = "http://elsewhere.example/odata/Licences" })).OfStatus(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Part_HeldToTheLimitsOfQueries()
    {
        Answer answer = await SendAsync(new { id = "1", method = "GET", url = $"/odata/Licences?$filter={new string('(', 1500)}true{new string(')', 1500)}" });
        Assert.Equal(400, answer["responses"][0].GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"requests\":5}")]
    [InlineData("{\"requests\":[{\"id\":\"1\"}]}")]
    [InlineData("{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/odata/Licences\",\"dependsOn\":[\"9\"]}]}")]
    public async Task MalformedBatch_Refused(string body) => (await Admin.RawAsync(HttpMethod.Post, "/odata/$batch", body)).OfStatus(HttpStatusCode.BadRequest);

    [Fact]
    public async Task WithoutAKey_401() => (await World.Nobody.PostAsync("/odata/$batch", new { requests = Array.Empty<object>() })).Refused(401, "unauthorized");

    private Task<Answer> SendAsync(params object[] parts) => SendAsync(parts, []);

    private Task<Answer> SendAsync(object[] parts, params (string Name, string Value)[] headers) => Admin.PostAsync("/odata/$batch", new { requests = parts }, headers);

    private static Dictionary<string, object?> Post(string id, string key, string? group)
    {
        Dictionary<string, object?> part = new()
        {
            ["id"] = id, ["method"] = "POST", ["url"] = "/odata/Licences", ["headers"] = new Dictionary<string, string> { ["content-type"] = "application/json" }, ["body"] = new { Key = key, NameEn = "B" },
        };
        if (group is not null) part["atomicityGroup"] = group;
        return part;
    }
}

public sealed class SqliteBatchTests(Worlds worlds, PostgresServer server) : BatchTests(StorageOptions.Sqlite, worlds, server);

public sealed class PostgresBatchTests(Worlds worlds, PostgresServer server) : BatchTests(StorageOptions.Postgres, worlds, server);
