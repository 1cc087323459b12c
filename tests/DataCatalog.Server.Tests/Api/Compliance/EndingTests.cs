using System.Net;
using System.Text.Json;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.UseCases.Ends;
using DataCatalog.Core.Compliance.UseCases.Obligations;
using DataCatalog.Server.Hosting.Auth;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Server.Tests.Api.Compliance;

/// <summary>How agreements and consortia end over the API, and what is owed for it; each test has a programme, consortia and data of its own.</summary>
public abstract class EndingTests(string provider, Worlds worlds, PostgresServer server) : ApiTests(provider, worlds, server)
{
    private const string Terms = "permit train\nowe delete, certifyDeletion within P30D after end (article \"제11조\" \"종료일부터 30일 이내에 삭제한다.\")";

    [Fact]
    public async Task Terminate_DryRunThenDone_SaysWhatItTouchesAndRaisesWhatIsOwed()
    {
        Held held = await HeldAsync();
        object end = new { LastDay = Support.Given.Day(-1), By = "Licensor", Reason = "사업 종료" };
        Answer dry = (await Officer.PostAsync($"/odata/Agreements({held.Agreement})/Terminate", new { LastDay = Support.Given.Day(-1), DryRun = true })).OfStatus(HttpStatusCode.OK);
        Assert.Equal((2, 1), (dry["Obligations"].GetArrayLength(), dry["Entitlements"].GetInt32()));
        Assert.Equal(1000.5m, dry["Money"][0].GetProperty("Committed").GetDecimal());
        Assert.Equal("제11조 종료일부터 30일 이내에 삭제한다.", dry["Obligations"][0].GetProperty("Clause").GetString());
        Assert.Empty(await OwedAsync(held));
        Assert.Equal(JsonValueKind.Null, (await Admin.GetAsync($"/odata/Agreements({held.Agreement})"))["TerminatedOn"].ValueKind);

        (await held.Member.PostAsync($"/odata/Agreements({held.Agreement})/Terminate", end)).OfStatus(HttpStatusCode.NotFound);
        (await Officer.PostAsync($"/odata/Agreements({held.Agreement})/Terminate", new { LastDay = Support.Given.Day(-1) })).Refused(422, "required");
        Answer done = (await Officer.PostAsync($"/odata/Agreements({held.Agreement})/Terminate", end)).OfStatus(HttpStatusCode.OK);
        Assert.Equal(dry["Obligations"].ToString(), done["Obligations"].ToString());
        List<JsonElement> owed = await OwedAsync(held);
        Assert.Equal(["CertifyDeletion", "DeleteCopies"], owed.Select(o => o.GetProperty("Kind").GetString()).Order());
        Assert.All(owed, o => Assert.Equal((Support.Given.Day(29), "Open"), (o.GetProperty("DueOn").GetString(), o.GetProperty("Status").GetString())));
        JsonElement report = Assert.Single((await Admin.GetAsync($"/odata/ImpactReports?$filter=SubjectId eq {held.Agreement}")).Rows);
        Assert.Contains("CertifyDeletion", report.GetProperty("Report").GetString()!, StringComparison.Ordinal);
        (await held.Member.GetAsync("/odata/ImpactReports")).OfStatus(HttpStatusCode.NotFound);
        (await Officer.PostAsync($"/odata/Agreements({held.Agreement})/Terminate", end)).Refused(409, "agreement-ended");
    }

    [Fact]
    public async Task Obligation_ShownReviewedAndSettled_ByWhoMay()
    {
        Held held = await HeldAsync();
        (await Officer.PostAsync($"/odata/Agreements({held.Agreement})/Terminate", new { LastDay = Support.Given.Day(-1), Reason = "해지" })).OfStatus(HttpStatusCode.OK);
        string id = (await OwedAsync(held))[0].GetProperty("Id").GetString()!;
        (await World.MemberA.PostAsync($"/odata/Obligations({id})/Fulfil", new { Statement = "x" })).OfStatus(HttpStatusCode.NotFound);
        (await World.MemberA.GetAsync($"/odata/Obligations({id})")).OfStatus(HttpStatusCode.NotFound);
        (await held.Member.PostAsync($"/odata/Obligations({id})/Fulfil", new { })).Refused(422, "no-evidence");
        (await held.Member.PostAsync($"/odata/Obligations({id})/Fulfil", new { Name = "a.pdf", Sha256 = new string('0', 64) })).Refused(422, "no-document");
        (await World.Roles["compliance"].PostAsync($"/odata/Obligations({id})/Accept", new { })).Refused(409, "obligation-stage");
        Answer shown = (await held.Member.PostAsync($"/odata/Obligations({id})/Fulfil", new { Statement = "모든 사본을 삭제하였음" })).OfStatus(HttpStatusCode.OK);
        Assert.Equal("Submitted", shown["Status"].GetString());
        (await held.Member.PostAsync($"/odata/Obligations({id})/Accept", new { })).OfStatus(HttpStatusCode.NotFound);
        (await World.Roles["auditor"].PostAsync($"/odata/Obligations({id})/Accept", new { })).OfStatus(HttpStatusCode.Forbidden);
        (await World.Roles["compliance"].PostAsync($"/odata/Obligations({id})/SendBack", new { Reason = "백업도 확인하세요" })).OfStatus(HttpStatusCode.OK);
        (await held.Member.PostAsync($"/odata/Obligations({id})/Fulfil", new { Statement = "백업까지 삭제하였음" })).OfStatus(HttpStatusCode.OK);
        Answer settled = (await World.Roles["compliance"].PostAsync($"/odata/Obligations({id})/Accept", new { })).OfStatus(HttpStatusCode.OK);
        Assert.Equal("Fulfilled", settled["Status"].GetString());
        Assert.Equal(2, (await held.Member.GetAsync($"/odata/Obligations({id})?$expand=Evidence"))["Evidence"].GetArrayLength());
        (await World.Roles["compliance"].PostAsync($"/odata/Obligations({id})/Waive", new { Reason = "x" })).Refused(409, "obligation-stage");
    }

    [Fact]
    public async Task Consortium_Leaves_SeesItsOwnHistoryAndDutiesOnly_AndCanBeReinstated()
    {
        Held held = await HeldAsync();
        string other = (await Given.AvailableAsync(World.Provider)).Id;
        (await held.Member.GetAsync($"/odata/Datasets({other})")).OfStatus(HttpStatusCode.OK);
        Answer dry = (await Admin.PostAsync($"/odata/Consortia({held.Consortium})/End", new { LastDay = Support.Given.Day(-1), DryRun = true })).OfStatus(HttpStatusCode.OK);
        Assert.Equal((1, 2), (dry["Entitlements"].GetInt32(), dry["Obligations"].GetArrayLength()));
        (await Officer.PostAsync($"/odata/Consortia({held.Consortium})/End", new { Reason = "x" })).OfStatus(HttpStatusCode.Forbidden);
        (await Admin.PostAsync($"/odata/Consortia({held.Consortium})/End", new { LastDay = Support.Given.Day(-1), Reason = "단계 평가 탈락" })).OfStatus(HttpStatusCode.OK);
        (await Admin.PostAsync($"/odata/Consortia({held.Consortium})/End", new { Reason = "again" })).Refused(422, "consortium-ended");
        Assert.Equal(Support.Given.Day(-1), (await Admin.GetAsync($"/odata/Entitlements({held.Entitlement})"))["LastDay"].GetString());
        Assert.Equal(2, (await OwedAsync(held)).Count);

        await EventuallyAsync(async () => (await held.Member.GetAsync($"/odata/Datasets({other})")).Status == HttpStatusCode.NotFound);
        Assert.Equal([held.Dataset], (await held.Member.GetAsync("/odata/Datasets?$select=Id")).Column("Id"));
        Assert.Equal([held.Consortium], (await held.Member.GetAsync("/odata/Consortia?$select=Id")).Column("Id"));
        Assert.Equal(2, (await held.Member.GetAsync("/odata/Obligations")).Rows.Count);
        Assert.Single((await held.Member.GetAsync("/odata/Entitlements")).Rows);
        (await held.Member.GetAsync("/odata/Datasets?$search=news")).Refused(403, "consortium-left");

        (await Admin.PostAsync($"/odata/Consortia({held.Consortium})/Reinstate", new { Reason = "이의 신청 인용" })).OfStatus(HttpStatusCode.OK);
        Assert.All(await OwedAsync(held), o => Assert.Equal("Cancelled", o.GetProperty("Status").GetString()));
        List<JsonElement> rights = (await Admin.GetAsync($"/odata/Entitlements?$filter=ConsortiumId eq {held.Consortium}&$orderby=StartsOn")).Rows;
        Assert.Equal((2, Support.Given.Day(0)), (rights.Count, rights[1].GetProperty("StartsOn").GetString()));
        await EventuallyAsync(async () => (await held.Member.GetAsync($"/odata/Datasets({other})")).Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Agreement_RenewsTakesNoticeAndTellsItsDeadlines()
    {
        Held held = await HeldAsync(new { EndsOn = "2027-01-01", StartsOn = "2026-01-01", Renewal = "Automatic", RenewalPeriod = "P1Y", NoticePeriod = "P90D", NoticeDayRule = "Preceding", RenewalPriceAmount = 7, RenewalPriceCurrency = "KRW" });
        await using (AsyncServiceScope scope = World.Service.Services.GetRequiredService<IServiceScopeFactory>().CreateScope(Actor.Registry))
        {
            await scope.ServiceProvider.GetRequiredService<RenewTacitly>().HandleAsync(new DateOnly(2026, 11, 24), TestContext.Current.CancellationToken);
        }

        Answer deadlines = (await held.Member.GetAsync($"/odata/Agreements({held.Agreement})/Deadlines()", ("Accept-Language", "ko"))).OfStatus(HttpStatusCode.OK);
        Assert.Equal(["2026-10-02", "2027-10-01"], deadlines.Rows.Select(d => d.GetProperty("Deadline").GetString()));
        Assert.Equal("개천절", deadlines.Rows[0].GetProperty("MovedFor").GetString());
        Answer seen = (await held.Member.GetAsync($"/odata/Agreements({held.Agreement})?$expand=Periods")).OfStatus(HttpStatusCode.OK);
        Assert.Equal("2028-01-01", seen["EndsOn"].GetString());
        Assert.False(seen["Periods"][0].TryGetProperty("CostAmount", out _));
        Assert.Equal(7, (await Admin.GetAsync($"/odata/Agreements({held.Agreement})?$expand=Periods($orderby=Ordinal)"))["Periods"][1].GetProperty("CostAmount").GetDecimal());
        (await World.MemberA.GetAsync($"/odata/Agreements({held.Agreement})/Deadlines()")).OfStatus(HttpStatusCode.NotFound);

        (await held.Member.PostAsync($"/odata/Agreements({held.Agreement})/GiveNotice", new { })).OfStatus(HttpStatusCode.NotFound);
        Answer notice = (await Officer.PostAsync($"/odata/Agreements({held.Agreement})/GiveNotice", new { GivenOn = "2026-10-02", By = "Licensee" })).OfStatus(HttpStatusCode.OK);
        Assert.Equal(("2027-01-01", "2026-10-02"), (notice["EndsOn"].GetString(), notice["NoticeGivenOn"].GetString()));
        (await Officer.PostAsync($"/odata/Agreements({held.Agreement})/Renew", new { })).Refused(409, "notice-given");
    }

    [Fact]
    public async Task Agreement_Superseded_CarriesRightsOver()
    {
        Held held = await HeldAsync();
        Answer next = await Given.AgreementAsync(World.Provider, [held.Dataset], new { StartsOn = Support.Given.Day(10), EndsOn = Support.Given.Day(700), Terms = new { Short = Terms } });
        (await Officer.PostAsync($"/odata/Agreements({held.Agreement})/Supersede", new { ById = held.Agreement })).Refused(422, "superseded-in-circle");
        (await Officer.PostAsync($"/odata/Agreements({held.Agreement})/Supersede", new { ById = next.Id, CarryOver = true })).OfStatus(HttpStatusCode.OK);
        List<JsonElement> rights = (await Admin.GetAsync($"/odata/Entitlements?$filter=ConsortiumId eq {held.Consortium}&$orderby=StartsOn")).Rows;
        Assert.Equal([Support.Given.Day(9), Support.Given.Day(700)], rights.Select(r => r.GetProperty("LastDay").GetString()));
        Assert.Equal(Support.Given.Day(10), rights[1].GetProperty("StartsOn").GetString());
    }

    [Fact(DisplayName = "Dataverse #6055, REMS #3333: access is never longer than the agreement, also where that is shortened later")]
    public async Task Access_IsNeverLongerThanTheAgreement()
    {
        Held held = await HeldAsync();
        string key = (await Admin.GetAsync($"/odata/Datasets({held.Dataset})"))["Key"].GetString()!;
        async Task<string?> TrainAsync(int day) => (await held.Member.PostAsync("/odata/CheckUse", new { Dataset = key, Actions = new[] { "train" }, At = Support.Given.Day(day) }))["Verdict"].GetString();
        Assert.Equal(("Permitted", "NotInForce"), (await TrainAsync(365), await TrainAsync(366)));
        (await Officer.PostAsync($"/odata/Agreements({held.Agreement})/Terminate", new { LastDay = Support.Given.Day(30), Reason = "해지" })).OfStatus(HttpStatusCode.OK);
        Assert.Equal(("Permitted", "NotInForce"), (await TrainAsync(30), await TrainAsync(31)));
        Assert.Equal(Support.Given.Day(30), (await held.Member.GetAsync($"/odata/Entitlements({held.Entitlement})"))["LastDay"].GetString());
        (await Admin.PostAsync("/odata/Entitlements", new { DatasetId = held.Dataset, ConsortiumId = World.ConsortiumA, AgreementId = held.Agreement, EndsOn = Support.Given.Day(31) })).Refused(422, "outside-term");
    }

    [Fact]
    public async Task Debtor_CannotSilenceWhatItOwes()
    {
        Held held = await HeldAsync();
        (await Officer.PostAsync($"/odata/Agreements({held.Agreement})/Terminate", new { LastDay = Support.Given.Day(-20), Reason = "해지" })).OfStatus(HttpStatusCode.OK);
        await using (AsyncServiceScope scope = World.Service.Services.GetRequiredService<IServiceScopeFactory>().CreateScope(Actor.Registry))
        {
            await scope.ServiceProvider.GetRequiredService<DataCatalog.Core.Compliance.UseCases.RaiseExpiryAlerts>().HandleAsync(DateOnly.Parse(Support.Given.Day(0), System.Globalization.CultureInfo.InvariantCulture), TestContext.Current.CancellationToken);
        }

        string alert = (await held.Member.GetAsync("/odata/Alerts?$filter=Kind eq 'ObligationDue'")).Rows[0].GetProperty("Id").GetString()!;
        (await held.Member.PostAsync($"/odata/Alerts({alert})/Acknowledge", new { Note = "x" })).Refused(403, "forbidden");
        (await held.Member.PostAsync($"/odata/Alerts({alert})/Snooze", new { Until = Support.Given.Day(60) })).Refused(403, "forbidden");
        (await held.Member.PostAsync($"/odata/Alerts({alert})/Escalate", new { })).Refused(403, "forbidden");
        (await World.Roles["compliance"].PostAsync($"/odata/Alerts({alert})/Escalate", new { })).Refused(409, "last-tier");
        (await World.Roles["compliance"].PostAsync($"/odata/Alerts({alert})/Snooze", new { Until = Support.Given.Day(2) })).OfStatus(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Supersede_DoesNotGiveBackWhatWasTakenBack()
    {
        Held held = await HeldAsync();
        Answer next = await Given.AgreementAsync(World.Provider, [held.Dataset], new { StartsOn = Support.Given.Day(10), EndsOn = Support.Given.Day(700), Terms = new { Short = Terms } });
        (await Admin.PostAsync($"/odata/Entitlements({held.Entitlement})/Revoke", new { Reason = "x" })).OfStatus(HttpStatusCode.OK);
        (await Officer.PostAsync($"/odata/Agreements({held.Agreement})/Supersede", new { ById = next.Id, CarryOver = true })).OfStatus(HttpStatusCode.OK);
        Assert.Single((await Admin.GetAsync($"/odata/Entitlements?$filter=ConsortiumId eq {held.Consortium}")).Rows);
    }

    [Fact]
    public async Task RightThatNeverBegan_IsOwedForByNobody()
    {
        Held held = await HeldAsync();
        string dataset = (await Given.AvailableAsync(World.Provider)).Id;
        Answer later = await Given.AgreementAsync(World.Provider, [dataset], new { StartsOn = Support.Given.Day(100), EndsOn = Support.Given.Day(700), Terms = new { Short = Terms }, Payments = Array.Empty<object>() });
        await Given.EntitlementAsync(dataset, held.Consortium, later.Id);
        (await Admin.PostAsync($"/odata/Consortia({held.Consortium})/End", new { LastDay = Support.Given.Day(0), Reason = "탈락" })).OfStatus(HttpStatusCode.OK);
        Assert.All(await OwedAsync(held), o => Assert.Equal(held.Dataset, o.GetProperty("DatasetId").GetString()));
        (await Admin.PostAsync($"/odata/Consortia({held.Consortium})/Reinstate", new { Reason = "정정" })).OfStatus(HttpStatusCode.OK);
        Assert.Equal([Support.Given.Day(1), Support.Given.Day(100)],
            (await Admin.GetAsync($"/odata/Entitlements?$filter=ConsortiumId eq {held.Consortium} and RevokedOn eq null&$orderby=StartsOn")).Column("StartsOn"));
    }

    [Fact]
    public async Task FilesOfADataset_AreForThoseWhoseRightIsLive()
    {
        Held held = await HeldAsync();
        string files = $"/odata/Datasets({held.Dataset})?$expand=Versions($expand=Distributions)";
        Assert.Equal(1, (await held.Member.GetAsync(files))["Versions"][0].GetProperty("Distributions").GetArrayLength());
        (await Admin.PostAsync($"/odata/Entitlements({held.Entitlement})/Revoke", new { Reason = "x", LastDay = Support.Given.Day(-3) })).OfStatus(HttpStatusCode.OK);
        Assert.Equal(0, (await held.Member.GetAsync(files))["Versions"][0].GetProperty("Distributions").GetArrayLength());
    }

    [Fact]
    public async Task Notice_CanBeTakenBack_AndEndsNotBackdatedBeyondTheSweep()
    {
        Held held = await HeldAsync(new { EndsOn = Support.Given.Day(300), Renewal = "Automatic", RenewalPeriod = "P1Y", NoticePeriod = "P60D" });
        (await Officer.PostAsync($"/odata/Agreements({held.Agreement})/WithdrawNotice", new { Reason = "x" })).Refused(409, "no-notice");
        (await Officer.PostAsync($"/odata/Agreements({held.Agreement})/GiveNotice", new { })).OfStatus(HttpStatusCode.OK);
        Answer back = (await Officer.PostAsync($"/odata/Agreements({held.Agreement})/WithdrawNotice", new { Reason = "잘못 기록함" })).OfStatus(HttpStatusCode.OK);
        Assert.Equal(JsonValueKind.Null, back["NoticeGivenOn"].ValueKind);
        (await Admin.PostAsync($"/odata/Entitlements({held.Entitlement})/Revoke", new { Reason = "x", LastDay = Support.Given.Day(-400) })).Refused(422, "day-out-of-range");
        (await Admin.PostAsync($"/odata/Entitlements({held.Entitlement})/Revoke", new { Reason = "x", LastDay = Support.Given.Day(50) })).OfStatus(HttpStatusCode.OK);
        (await Admin.PostAsync($"/odata/Entitlements({held.Entitlement})/Revoke", new { Reason = "x", LastDay = Support.Given.Day(60) })).Refused(409, "entitlement-revoked");
        Assert.Equal(Support.Given.Day(5), (await Admin.PostAsync($"/odata/Entitlements({held.Entitlement})/Revoke", new { Reason = "nearer", LastDay = Support.Given.Day(5) }))["LastDay"].GetString());
    }

    [Fact]
    public async Task AmendedConditions_AreToBeAcceptedAnew()
    {
        Held held = await HeldAsync();
        (await Admin.PostAsync($"/odata/Entitlements({held.Entitlement})/Revoke", new { Reason = "x", LastDay = Support.Given.Day(-1) })).OfStatus(HttpStatusCode.OK);
        Answer right = (await Admin.PostAsync("/odata/Entitlements", new { DatasetId = held.Dataset, ConsortiumId = held.Consortium, AgreementId = held.Agreement, StartsOn = Support.Given.Day(0), NeedsAcceptance = true })).OfStatus(HttpStatusCode.Created);
        string key = (await Admin.GetAsync($"/odata/Datasets({held.Dataset})"))["Key"].GetString()!;
        async Task<string?> TrainAsync() => (await held.Member.PostAsync("/odata/CheckUse", new { Dataset = key, Actions = new[] { "train" } }))["Verdict"].GetString();
        async Task AcceptAsync() => (await held.Member.PostAsync(
            $"/odata/Entitlements({right.Id})/Accept", new { Sha256 = (await held.Member.GetAsync($"/odata/Entitlements({right.Id})/Conditions()"))["Sha256"].GetString() })).OfStatus(HttpStatusCode.OK);
        Assert.NotEqual("Permitted", await TrainAsync());
        await AcceptAsync();
        Assert.Equal("Permitted", await TrainAsync());
        (await Officer.PostAsync($"/odata/Agreements({held.Agreement})/Amend", new { EffectiveFrom = Support.Given.Day(0), Short = "permit train provided attribute" })).OfStatus(HttpStatusCode.OK);
        Assert.NotEqual("Permitted", await TrainAsync());
        await AcceptAsync();
        Assert.Equal("Permitted", await TrainAsync());
    }

    [Fact]
    public async Task SweepOfObligations_TwiceAndAtOnce_EachOnce()
    {
        Held held = await HeldAsync();
        (await Admin.PostAsync($"/odata/Entitlements({held.Entitlement})/Revoke", new { Reason = "x", LastDay = Support.Given.Day(-3) })).OfStatus(HttpStatusCode.OK);
        Task[] sweeps = [.. Enumerable.Range(0, 3).Select(async _ =>
        {
            await using AsyncServiceScope scope = World.Service.Services.GetRequiredService<IServiceScopeFactory>().CreateScope(Actor.Registry);
            await scope.ServiceProvider.GetRequiredService<RaiseObligations>().HandleAsync(DateOnly.Parse(Support.Given.Day(0), System.Globalization.CultureInfo.InvariantCulture), TestContext.Current.CancellationToken);
        })];
        await Task.WhenAll(sweeps);
        Assert.Equal(2, (await OwedAsync(held)).Count);
    }

    private ApiClient Officer => World.Roles["data-officer"];

    private async Task<List<JsonElement>> OwedAsync(Held held) => (await Admin.GetAsync($"/odata/Obligations?$filter=ConsortiumId eq {held.Consortium}")).Rows;

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        for (int i = 0; i < 50 && !await holds(); i++) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.True(await holds());
    }

    private async Task<Held> HeldAsync(object? more = null)
    {
        string programme = (await Given.ProgrammeAsync()).Id, consortium = (await Given.ConsortiumAsync(programme, World.Provider)).Id;
        string dataset = (await Given.AvailableAsync(World.Provider)).Id;
        Answer agreement = await Given.AgreementAsync(World.Provider, [dataset], Support.Given.Laid(new() { ["Terms"] = new { Short = Terms }, ["Payments"] = Array.Empty<object>() }, more));
        string entitlement = (await Given.EntitlementAsync(dataset, consortium, agreement.Id)).Id;
        return new Held(consortium, dataset, agreement.Id, entitlement, World.Service.Client(await Given.KeyAsync("consortium-member", consortium)));
    }

    private sealed record Held(string Consortium, string Dataset, string Agreement, string Entitlement, ApiClient Member);
}

public sealed class SqliteEndingTests(Worlds worlds, PostgresServer server) : EndingTests(StorageOptions.Sqlite, worlds, server);

public sealed class PostgresEndingTests(Worlds worlds, PostgresServer server) : EndingTests(StorageOptions.Postgres, worlds, server);
