using System.Net;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Tests.Api;

/// <summary>Writes, their guards and their refusals, on both databases.</summary>
public abstract class WriteTests(string provider, Worlds worlds, PostgresServer server) : ApiTests(provider, worlds, server)
{
    [Theory]
    [InlineData("Organisations", "NameEn")]
    [InlineData("Licences", "NameEn")]
    [InlineData("Datasets", "TitleEn")]
    [InlineData("Agreements", "TitleEn")]
    [InlineData("Programmes", "NameEn")]
    [InlineData("BudgetLines", "NameEn")]
    [InlineData("Consortia", "NameEn")]
    [InlineData("FoundationModels", "Name")]
    public async Task Row_MadeAndChanged_UnderItsETag(string set, string text)
    {
        Answer made = await MakeAsync(set);
        Assert.Equal($"{World.Service.Address}odata/{set}({made.Id})", made.Headers["Location"]);
        string address = $"/odata/{set}({made.Id})";
        var change = new Dictionary<string, object> { [text] = "Changed" };
        (await Admin.PatchAsync(address, change, null)).Refused(428, "if-match-required");
        (await Admin.PatchAsync(address, change, "*")).Refused(428, "if-match-required");
        (await Admin.PatchAsync(address, change, "rubbish")).Refused(400, "bad-header");
        Answer changed = (await Admin.PatchAsync(address, change, made.ETag)).OfStatus(HttpStatusCode.OK);
        Assert.Equal("Changed", changed[text].GetString());
        Assert.NotEqual(made.ETag, changed.ETag);
        (await Admin.PatchAsync(address, change, made.ETag)).Refused(412, "stale-etag");
        Answer minimal = (await Admin.PatchAsync(address, new Dictionary<string, object> { [text] = "Again" }, changed.ETag, ("Prefer", "return=minimal"))).OfStatus(HttpStatusCode.NoContent);
        Assert.Equal((await Admin.GetAsync(address)).ETag, minimal.ETag);
        (await Admin.RawAsync(HttpMethod.Put, address, "{}")).Refused(405, "method-not-allowed");
    }

    [Fact]
    public async Task AmendedTerms_AreWhereTheAnswerSays()
    {
        Answer agreement = await Given.AgreementAsync(World.Provider, [World.Shared]);
        Answer made = (await Admin.PostAsync($"/odata/Agreements({agreement.Id})/Terms", new { Given.Odrl, EffectiveFrom = "2026-06-01" })).OfStatus(HttpStatusCode.Created);
        Answer read = (await Admin.GetAsync(made.Headers["Location"])).OfStatus(HttpStatusCode.OK);
        Assert.Equal((made.Id, 2), (read.Id, read["Version"].GetInt32()));
        (await World.MemberB.GetAsync(made.Headers["Location"])).OfStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Minimal_Post_TellsWhereItIs()
    {
        Answer made = (await Admin.PostAsync("/odata/Licences", new { Key = Given.Unique("LicenseRef-m"), NameEn = "M" }, ("Prefer", "return=minimal"))).OfStatus(HttpStatusCode.NoContent);
        Assert.Equal(made.Headers["Location"], made.Headers["OData-EntityId"]);
        (await Admin.GetAsync(made.Headers["Location"])).OfStatus(HttpStatusCode.OK);
    }

    [Fact]
    public async Task DuplicateKey_Conflicts() => (await Admin.PostAsync("/odata/Organisations", new { Key = "hanbit", NameEn = "x", Kind = "Company" })).Refused(409, "duplicate-key");

    [Theory]
    [InlineData("Datasets", "Nothing", 1, 400, "unknown-property")]
    [InlineData("Datasets", "Status", "Available", 400, "unknown-property")]
    [InlineData("Datasets", "RowVersion", 7, 400, "unknown-property")]
    [InlineData("Datasets", "Id", "01a20bdb-5c73-74aa-9fc2-b84a0bf066fe", 400, "unknown-property")]
    [InlineData("Datasets", "TitleKo", 5, 400, "wrong-type")]
    [InlineData("Datasets", "Modalities", "text", 400, "wrong-type")]
    [InlineData("Datasets", "Acquisition", 2, 400, "wrong-type")]
    [InlineData("Datasets", "ProviderId", "rubbish", 400, "wrong-type")]
    [InlineData("Datasets", "CollectedFrom", "2026-02-30", 400, "wrong-type")]
    [InlineData("Datasets", "TitleKo", null, 422, "translation-missing")]
    [InlineData("Datasets", "Languages", "xx-notalanguage!", 422, "invalid-value")]
    [InlineData("Datasets", "Key", "Not A Slug", 422, "invalid-value")]
    [InlineData("Datasets", "TitleEn", "bell\u0007", 422, "control-character")]
    [InlineData("Agreements", "PriceCurrency", "XYZ", 422, "invalid-value")]
    [InlineData("Agreements", "EndsOn", "2025-01-01", 422, "end-before-start")]
    [InlineData("Agreements", "NoticePeriod", "thirty days", 422, "invalid-value")]
    [InlineData("Organisations", "Country", "ZZ", 422, "invalid-value")]
    public async Task Refused_NothingWritten(string set, string property, object? value, int status, string code)
    {
        Dictionary<string, object?> body = await BodyAsync(set);
        body[property] = property == "Languages" ? new[] { value } : value;
        if (property == "TitleKo" && value is null) body["TitleEn"] = null;
        Answer answer = (await Admin.PostAsync($"/odata/{set}", body)).Refused(status, code);
        Assert.NotNull(answer.Field);
        await NothingWrittenAsync(answer);
    }

    [Fact]
    public async Task UnknownMediaType_OfAForm_Refused()
    {
        Dictionary<string, object?> version = Given.Version();
        version["Distributions"] = new[] { new { Name = "a", Location = "/a", MediaType = "not a type" } };
        Answer answer = (await Admin.PostAsync("/odata/Datasets", Given.Laid(Given.Dataset(World.Provider), new { Version = version }))).Refused(422, "invalid-value");
        await NothingWrittenAsync(answer);
    }

    [Theory]
    [InlineData("{\"Key\":", 400, "malformed-json")]
    [InlineData("", 422, null)]
    [InlineData("[]", 400, "wrong-type")]
    [InlineData("null", 400, "wrong-type")]
    [InlineData("{\"Key\":\"a\",\"Key\":\"b\"}", 400, "malformed-json")]
    [InlineData("{\"Key\":\"a\"} {}", 400, "malformed-json")]
    [InlineData("{\"Key\":\"\\ud800\",\"NameEn\":\"x\"}", 400, "wrong-type")]
    [InlineData("{\"Key\":{\"a\":1}}", 400, "wrong-type")]
    public async Task BadBody_Refused(string body, int status, string? code)
    {
        Answer answer = (await Admin.RawAsync(HttpMethod.Post, "/odata/Licences", body)).OfStatus((HttpStatusCode)status);
        if (code is not null) Assert.Equal(code, answer.Code);
        await NothingWrittenAsync(answer);
    }

    [Fact]
    public async Task BrokenUtf8_Refused() => (await Admin.RawAsync(HttpMethod.Post, "/odata/Licences", [.. "{\"Key\":\""u8, 0xff, 0xfe, .. "\"}"u8])).Refused(400, "malformed-json");

    [Theory]
    [InlineData(225)]
    [InlineData(100_000)]
    public async Task DeepJson_Refused(int depth) =>
        (await Admin.RawAsync(HttpMethod.Post, "/odata/Licences", $"{{\"Key\":{new string('[', depth)}{new string(']', depth)}}}")).Refused(400, "malformed-json");

    [Fact]
    public async Task HugeBody_Refused()
    {
        try
        {
            (await Admin.RawAsync(HttpMethod.Post, "/odata/Licences", new byte[20 << 20])).Refused(413, "body-too-large");
        }
        catch (HttpRequestException)
        {
            // The service may close the connection while the rest is still being sent.
        }

        (await Admin.GetAsync("/odata/Licences?$top=1")).OfStatus(HttpStatusCode.OK);
    }

    [Fact]
    public async Task OtherContentType_Refused() => (await Admin.RawAsync(HttpMethod.Post, "/odata/Licences", "Key=a", "application/x-www-form-urlencoded")).Refused(415, "unsupported-media-type");

    [Fact]
    public async Task SameETag_TwoClients_OneWins()
    {
        for (int round = 0; round < 5; round++)
        {
            Answer made = await Given.LicenceAsync();
            Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Admin.PatchAsync($"/odata/Licences({made.Id})", new { NameEn = $"Writer {i}" }, made.ETag)));
            Answer won = Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
            Assert.All(answers.Where(a => a != won), a => a.Refused(412, "stale-etag"));
            Assert.Equal(won["NameEn"].GetString(), (await Admin.GetAsync($"/odata/Licences({made.Id})"))["NameEn"].GetString());
        }
    }

    [Fact]
    public async Task FiftyWriters_NoneLost()
    {
        string stem = Given.Unique("LicenseRef-p");
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Admin.PostAsync("/odata/Licences", new { Key = $"{stem}-{i}", NameEn = "P" })));
        Assert.All(answers, a => Assert.True(a.Status == HttpStatusCode.Created || (a.Status == HttpStatusCode.ServiceUnavailable && a.Headers.ContainsKey("Retry-After")), a.Text));
        int kept = await World.Service.ReadAsync(db => db.Licences.CountAsync(l => l.Key.StartsWith(stem + "-"), TestContext.Current.CancellationToken));
        Assert.Equal(answers.Count(a => a.Status == HttpStatusCode.Created), kept);
    }

    [Fact]
    public async Task Dataset_LivesItsLife()
    {
        Answer draft = await Given.DatasetAsync(World.Provider, new { Version = Given.Version() });
        string address = $"/odata/Datasets({draft.Id})";
        Assert.Equal("Available", (await Admin.PostAsync($"{address}/Publish", new { Version = "1.0.0" }))["Status"].GetString());
        (await Admin.PostAsync($"{address}/Suspend", new { Reason = "check" }, ("If-Match", draft.ETag))).Refused(412, "stale-etag");
        (await Admin.PostAsync($"{address}/Suspend", new { })).OfStatus(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Suspended", (await Admin.PostAsync($"{address}/Suspend", new { Reason = "check" }))["Status"].GetString());
        Assert.Equal("Withdrawn", (await Admin.PostAsync($"{address}/Withdraw", new { Reason = "end" }))["Status"].GetString());
        Assert.Equal(409, (int)(await Admin.PostAsync($"{address}/Publish", new { })).Status);
    }

    [Fact]
    public async Task Subscription_MadeChangedEnded()
    {
        Answer made = (await Admin.PostAsync("/odata/Subscriptions", new { Name = "me", Channel = "InApp", Pace = "Immediate", Language = "en" })).OfStatus(HttpStatusCode.Created);
        string address = $"/odata/Subscriptions({made.Id})";
        (await Admin.SendAsync(HttpMethod.Delete, address, null)).Refused(428, "if-match-required");
        Answer changed = (await Admin.PatchAsync(address, new { Name = "you" }, made.ETag)).OfStatus(HttpStatusCode.OK);
        (await Admin.SendAsync(HttpMethod.Delete, address, null, ("If-Match", changed.ETag))).OfStatus(HttpStatusCode.NoContent);
        Assert.Equal("unsubscribed", (await Admin.GetAsync(address))["DisabledReason"].GetString());
    }

    private async Task<Answer> MakeAsync(string set) => (await Admin.PostAsync($"/odata/{set}", await BodyAsync(set))).OfStatus(HttpStatusCode.Created);

    private Task<Dictionary<string, object?>> BodyAsync(string set) => Task.FromResult<Dictionary<string, object?>>(set switch
    {
        "Organisations" => new() { ["Key"] = Given.Unique("org"), ["NameEn"] = "Organisation", ["Kind"] = "Company" },
        "Licences" => new() { ["Key"] = Given.Unique("LicenseRef-w"), ["NameEn"] = "Licence" },
        "Datasets" => Given.Dataset(World.Provider),
        "Agreements" => new() { ["Number"] = Given.Unique("W"), ["TitleEn"] = "Agreement", ["LicensorId"] = World.Provider, ["StartsOn"] = "2026-01-01", ["EndsOn"] = "2030-12-31", ["PriceAmount"] = 5, ["PriceCurrency"] = "KRW" },
        "Programmes" => new() { ["Key"] = Given.Unique("programme"), ["NameEn"] = "Programme" },
        "BudgetLines" => new() { ["ProgrammeId"] = World.Programme, ["NameEn"] = "Line", ["Category"] = "Data", ["Amount"] = 5, ["Currency"] = "KRW" },
        "Consortia" => new() { ["Key"] = Given.Unique("consortium"), ["ProgrammeId"] = World.Programme, ["NameEn"] = "Consortium", ["LeadId"] = World.Provider, ["ActiveFrom"] = "2025-08-04" },
        _ => new() { ["Key"] = Given.Unique("model"), ["ConsortiumId"] = World.ConsortiumA, ["Name"] = "Model", ["Modalities"] = new[] { "text" }, ["Status"] = "Planned" },
    });

    private async Task NothingWrittenAsync(Answer refused) =>
        Assert.Equal(0, await World.Service.ReadAsync(db => db.AuditEvents.CountAsync(e => e.RequestId == refused.RequestId, TestContext.Current.CancellationToken)));
}

public sealed class SqliteWriteTests(Worlds worlds, PostgresServer server) : WriteTests(StorageOptions.Sqlite, worlds, server);

public sealed class PostgresWriteTests(Worlds worlds, PostgresServer server) : WriteTests(StorageOptions.Postgres, worlds, server);
