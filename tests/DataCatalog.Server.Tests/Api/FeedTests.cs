using System.Collections.Concurrent;
using System.Net;
using System.Text;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Server.Tests.Telemetry;
using DataCatalog.Storage;
using DataCatalog.TestSupport;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Microsoft.Extensions.Logging;

namespace DataCatalog.Server.Tests.Api;

/// <summary>The calendar feed: what a calendar makes of it, for whom, and how long.</summary>
public abstract class FeedTests(string provider, Worlds worlds, PostgresServer server) : ApiTests(provider, worlds, server)
{
    [Fact]
    public async Task Dates_MoveAndDisappear_UnderTheSameUid()
    {
        string address = await FeedAsync(Admin);
        Answer agreement = await Given.AgreementAsync(World.Provider, [World.Shared], new { TitleKo = "아주 긴 이름을 가진 한국어 방송 영상 말뭉치 이용 허락 계약서, 제2차; 부속 합의 포함", Payments = new[] { new { DueOn = Given.Day(20), Amount = 5, Currency = "KRW" } } });
        Calendar before = await ReadAsync(address);
        CalendarEvent end = Event(before, "agreementend", agreement.Id);
        Assert.Equal((Given.Day(365), Given.Day(366), false), (Text(end.Start!), Text(end.End!), end.Start!.HasTime));
        Assert.Equal($"계약 종료: {agreement["Number"].GetString()} 아주 긴 이름을 가진 한국어 방송 영상 말뭉치 이용 허락 계약서, 제2차; 부속 합의 포함", end.Summary);
        Assert.Empty(end.Alarms);
        Assert.Equal(Given.Day(20), Text(Assert.Single(before.Events, e => e.Uid!.StartsWith("paymentdue-", StringComparison.Ordinal) && e.Summary!.Contains(agreement["Number"].GetString()!, StringComparison.Ordinal)).Start!));

        Answer moved = (await Admin.PatchAsync($"/odata/Agreements({agreement.Id})", new { EndsOn = Given.Day(300), Payments = new[] { new { DueOn = Given.Day(20), Amount = 5, Currency = "KRW", PaidOn = Given.Day(-1) } } }, agreement.ETag)).OfStatus(HttpStatusCode.OK);
        Calendar after = await ReadAsync(address);
        CalendarEvent then = Event(after, "agreementend", agreement.Id);
        Assert.Equal((end.Uid, Given.Day(300)), (then.Uid, Text(then.Start!)));
        Assert.True(then.Sequence > end.Sequence && then.LastModified!.AsUtc >= end.LastModified!.AsUtc);
        Assert.DoesNotContain(after.Events, e => e.Uid!.StartsWith("paymentdue-", StringComparison.Ordinal) && e.Summary!.Contains(agreement["Number"].GetString()!, StringComparison.Ordinal));
        (await Admin.PatchAsync($"/odata/Agreements({agreement.Id})", new { EndsOn = Given.Day(2000) }, moved.ETag)).OfStatus(HttpStatusCode.OK);
        Assert.DoesNotContain((await ReadAsync(address)).Events, e => e.Uid == end.Uid);
    }

    [Fact]
    public async Task Text_IsFoldedUtf8_AndTheSameUntilSomethingChanges()
    {
        string address = await FeedAsync(World.MemberA, "en");
        Answer first = (await World.Nobody.GetAsync(address)).OfStatus(HttpStatusCode.OK);
        Assert.StartsWith("text/calendar", first.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("private", first.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.All(first.Text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain("\uFFFD", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", first.Text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        (await World.Nobody.GetAsync(address, ("If-None-Match", first.ETag))).OfStatus(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Members_SeeTheirOwn_RevokedAndUnknownAreNotThere()
    {
        Answer made = (await World.MemberA.PostAsync("/odata/CalendarFeeds", new { Name = "mine" })).OfStatus(HttpStatusCode.Created);
        string address = new Uri(made["Address"].GetString()!).AbsolutePath;
        Assert.Equal($"/feeds/{made["Token"].GetString()}/expiries.ics", address);
        string text = (await World.Nobody.GetAsync(address)).OfStatus(HttpStatusCode.OK).Text;
        Assert.Contains(World.EntitlementA, text, StringComparison.Ordinal);
        foreach (string hidden in (string[])[World.EntitlementB, World.AgreementB, "paymentdue"]) Assert.DoesNotContain(hidden, text, StringComparison.Ordinal);
        Assert.Equal("null", (await World.MemberA.GetAsync($"/odata/CalendarFeeds({made.Id})"))["Token"].GetRawText());
        (await World.MemberB.GetAsync($"/odata/CalendarFeeds({made.Id})")).OfStatus(HttpStatusCode.NotFound);
        (await World.MemberB.PostAsync($"/odata/CalendarFeeds({made.Id})/Revoke", null)).Refused(404, "not-found");
        (await World.Roles["auditor"].PostAsync("/odata/CalendarFeeds", new { Name = "x" })).Refused(403, "forbidden");
        (await World.MemberA.PostAsync($"/odata/CalendarFeeds({made.Id})/Revoke", null)).OfStatus(HttpStatusCode.OK);
        foreach (string odd in (string[])[address, $"/feeds/{new string('0', 64)}/expiries.ics", "/feeds/x/expiries.ics", "/feeds/-/expiries.ics", "/feeds//expiries.ics", address.Replace("expiries", "other", StringComparison.Ordinal)])
        {
            Answer refused = await World.Nobody.GetAsync(odd);
            Assert.True(refused.Status is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized, $"{odd}: {refused.Status}");
            Assert.DoesNotContain("BEGIN:VCALENDAR", refused.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Staff_SeeWhoseDateItIs()
    {
        CalendarEvent own = Event(await ReadAsync(await FeedAsync(World.MemberA)), "entitlementend", World.EntitlementA);
        CalendarEvent staff = Event(await ReadAsync(await FeedAsync(Admin)), "entitlementend", World.EntitlementA);
        Answer consortium = await Admin.GetAsync($"/odata/Consortia({World.ConsortiumA})");
        Assert.Equal($"{own.Summary} ({consortium["NameKo"].GetString() ?? consortium["NameEn"].GetString()})", staff.Summary);
    }

    [Fact]
    public async Task OwnerWhoseKeyIsRevoked_ReadsNoMore()
    {
        Answer key = (await Admin.PostAsync("/odata/ApiKeys", new { Name = "leaver", Roles = new[] { "compliance" } })).OfStatus(HttpStatusCode.Created);
        string address = await FeedAsync(World.Service.Client(key["Secret"].GetString()));
        (await World.Nobody.GetAsync(address)).OfStatus(HttpStatusCode.OK);
        (await Admin.PostAsync($"/odata/ApiKeys({key.Id})/Revoke", null)).OfStatus(HttpStatusCode.OK);
        (await World.Nobody.GetAsync(address)).Refused(404, "no-such-address");
    }

    private static async Task<string> FeedAsync(ApiClient owner, string language = "ko") =>
        new Uri((await owner.PostAsync("/odata/CalendarFeeds", new { Name = "일정", Language = language })).OfStatus(HttpStatusCode.Created)["Address"].GetString()!).AbsolutePath;

    private async Task<Calendar> ReadAsync(string address) => Calendar.Load((await World.Nobody.GetAsync(address)).OfStatus(HttpStatusCode.OK).Text)!;

    private static CalendarEvent Event(Calendar calendar, string kind, string id) => Assert.Single(calendar.Events, e => e.Uid == $"{kind}-{id}@datacatalog");

    private static string Text(Ical.Net.DataTypes.CalDateTime day) => day.Date.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}

public sealed class SqliteFeedTests(Worlds worlds, PostgresServer server) : FeedTests(StorageOptions.Sqlite, worlds, server);

public sealed class PostgresFeedTests(Worlds worlds, PostgresServer server) : FeedTests(StorageOptions.Postgres, worlds, server);

/// <summary>The token of a feed is a key: no log tells it.</summary>
public sealed class FeedLogTests
{
    [Fact]
    public async Task Token_IsInNoLog()
    {
        ConcurrentQueue<string> lines = [];
        using var log = new LineLog(lines);
        await using RegistryService service = await RegistryService.StartAsync(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        Answer made = (await service.Admin.PostAsync("/odata/CalendarFeeds", new { Name = "mine" })).OfStatus(HttpStatusCode.Created);
        string token = made["Token"].GetString()!;
        ApiClient nobody = service.Client(null);
        (await nobody.GetAsync($"/feeds/{token}/expiries.ics")).OfStatus(HttpStatusCode.OK);
        (await nobody.GetAsync($"/feeds/{token}/other.ics")).Refused(401, "unauthorized");
        Assert.NotEmpty(lines);
        Assert.DoesNotContain(lines, line => line.Contains(token, StringComparison.Ordinal));
    }
}
