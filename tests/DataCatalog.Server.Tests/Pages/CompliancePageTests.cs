using System.Net;
using System.Text.Json;
using DataCatalog.Server.Tests.Support;
using Microsoft.Playwright;

namespace DataCatalog.Server.Tests.Pages;

/// <summary>What a compliance officer does in a day: looks at dates, answers alerts, keeps the ledger, foresees endings, subscribes.</summary>
public sealed class CompliancePageTests(Site site)
{
    [Fact]
    public async Task Timeline_LeadsToWhatIsOwed_AndTellsTheSameAsAList()
    {
        EndedRight right = await EndedRight.MakeAsync(site);
        await using Visit visit = await site.VisitAsync("compliance", "en");
        await visit.GoAsync($"/compliance?consortium={right.Key}");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Table).First).ToContainTextAsync("Obligation due");
        await visit.Page.Locator(".timeline a[href*='month=']").First.ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "List of the month chosen" })).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Table).First.GetByRole(AriaRole.Link).First.ClickAsync();
        await visit.Page.WaitForURLAsync("**/obligations/*");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("제11조");
    }

    [Theory]
    [InlineData("ko", true)]
    [InlineData("en", false)]
    public async Task Alerts_AreAcknowledgedTogether_WithANote(string language, bool script)
    {
        EndedRight right = await EndedRight.MakeAsync(site);
        bool korean = language == "ko";
        await using Visit visit = await site.VisitAsync("compliance", language, script);
        await visit.GoAsync($"/compliance/alerts?consortium={right.Key}");
        ILocator ticks = visit.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Checkbox);
        int count = await ticks.CountAsync();
        Assert.Equal((await right.RowsAsync("Alerts", " and Status eq 'Open'")).Count, count);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = korean ? "고른 것 확인" : "Acknowledge those ticked" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(korean ? "알림을 하나 이상 고르세요" : "Tick at least one alert");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = korean ? "이 쪽의 알림 모두 고르기" : "Select all on this page" }).ClickAsync();
        for (int i = 0; i < count; i++) await Assertions.Expect(ticks.Nth(i)).ToBeCheckedAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = korean ? "고른 것 미루기" : "Put those ticked off" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(korean ? "이날까지 미루기" : "Put off until");
        for (int i = 0; i < count; i++) await ticks.Nth(i).CheckAsync();
        // A day that has passed: nothing is put off, and each row says why.
        await visit.Page.GetByLabel(korean ? "이날까지 미루기" : "Put off until").FillAsync(Given.Day(-1));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = korean ? "고른 것 미루기" : "Put those ticked off" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(count);
        for (int i = 0; i < count; i++) await ticks.Nth(i).CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = korean ? "고른 것 다음 담당자에게" : "Pass those ticked on" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Listitem).First).ToContainTextAsync(korean ? "다음 차수의 구독" : "no subscription of a higher tier");
        for (int i = 0; i < count; i++) await ticks.Nth(i).CheckAsync();
        await visit.Page.GetByLabel(korean ? "메모" : "Note").FillAsync("담당자에게 전화함");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = korean ? "고른 것 확인" : "Acknowledge those ticked" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync(korean ? $"알림 {count}건을 확인했습니다" : $"Acknowledged: {count}");
        List<JsonElement> rows = await right.RowsAsync("Alerts", " and Status eq 'Acknowledged'");
        Assert.Equal(count, rows.Count(r => r.GetProperty("Note").GetString() == "담당자에게 전화함"));
    }

    [Fact]
    public async Task Alert_IsAcknowledgedByKeyboardAlone()
    {
        EndedRight right = await EndedRight.MakeAsync(site);
        string alert = (await right.RowsAsync("Alerts", " and Status eq 'Open'"))[0].GetProperty("Id").GetString()!;
        await using Visit visit = await site.VisitAsync("compliance", "en");
        await visit.GoAsync($"/compliance/alerts?consortium={right.Key}");
        bool there = false;
        for (int i = 0; i < 80 && !there; i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            there = await visit.Page.EvaluateAsync<bool>("id => document.activeElement?.name === 'one' && document.activeElement.value === id", alert);
        }

        Assert.True(there);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Acknowledged: 1");
        Assert.Contains(await right.RowsAsync("Alerts", " and Status eq 'Acknowledged'"), r => r.GetProperty("Id").GetString() == alert);
    }

    [Fact]
    public async Task Copy_IsRecordedThenItsDeletion_WithACertificate()
    {
        EndedRight right = await EndedRight.MakeAsync(site);
        await using Visit visit = await site.VisitAsync("compliance");
        await visit.GoAsync($"/compliance/copies?consortium={right.Key}");
        await visit.Page.Locator("select[name='Copy.ConsortiumId']").SelectOptionAsync(right.Key);
        await visit.Page.GetByLabel("데이터셋과 버전").FillAsync(right.Dataset + "@9");
        await visit.Page.GetByLabel("있는 곳").FillAsync("제2학습센터");
        await visit.Page.GetByLabel("만든 날").FillAsync(Given.Day(-10));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "사본 기록" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await visit.Page.GetByLabel("데이터셋과 버전").FillAsync(right.Dataset + "@1.0.0");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "사본 기록" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("사본을 기록했습니다");

        await visit.GoAsync($"/compliance/copies?consortium={right.Key}");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "삭제 기록: 제2학습센터" }).ClickAsync();
        await visit.Page.GetByLabel("어떻게 지웠는지").FillAsync("디스크를 파쇄함");
        await visit.Page.GetByLabel("삭제 증명서").SetInputFilesAsync(new FilePayload { Name = "증명서.pdf", MimeType = "application/pdf", Buffer = [1, 2, 3] });
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "삭제 기록" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("삭제를 기록했습니다");
        JsonElement copy = Assert.Single(await right.RowsAsync("DataCopies"));
        Assert.Equal(("디스크를 파쇄함", "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81"), (copy.GetProperty("DeletedHow").GetString(), copy.GetProperty("CertificateSha256").GetString()));
    }

    [Fact]
    public async Task Impact_IsSeenBeforehand_AndTheReportTellsWhatBecameOwed()
    {
        EndedRight right = await EndedRight.MakeAsync(site);
        await using Visit visit = await site.VisitAsync("auditor", "en", script: false);
        await visit.GoAsync("/compliance/impact");
        await visit.Page.GetByLabel("Number or key").FillAsync(right.Number);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show the impact" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Certify the deletion");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("1,000.5");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Agreement terminated" }).First.ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Kept report" })).ToBeVisibleAsync();
        await visit.GoAsync("/compliance/impact?name=nothing-of-that-name", 422);

        await visit.GoAsync($"/compliance/report?consortium={right.Key}");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Delete all copies");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("by auditor");
        await visit.GoAsync($"/compliance/report?from=2026-02-01&until=2026-01-01", 422);
    }

    [Fact]
    public async Task Calendar_AddressIsShownOnce_AndEndsWhenRevoked()
    {
        string name = Given.Unique("Outlook");
        await using Visit visit = await site.VisitAsync("compliance", "en");
        await visit.GoAsync("/compliance/calendar");
        await visit.Page.GetByLabel("Name").FillAsync(name);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Make the address" }).ClickAsync();
        string address = await visit.Page.GetByLabel("Address for your calendar").InputValueAsync();
        ApiClient anybody = (await site.ServiceAsync()).Client(null);
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync(new Uri(address).AbsolutePath)).Status);
        await visit.GoAsync("/compliance/calendar");
        Assert.DoesNotContain("/feeds/", await visit.Page.ContentAsync(), StringComparison.Ordinal);
        visit.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Revoke {name}" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("revoked");
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(new Uri(address).AbsolutePath)).Status);
    }

    [Fact]
    public async Task Subscription_IsMadeMutedAndEnded()
    {
        string name = Given.Unique("mail");
        await using Visit visit = await site.VisitAsync("compliance", "en", script: false);
        await visit.GoAsync("/compliance/subscriptions");
        await visit.Page.GetByLabel("Name").FillAsync(name);
        await visit.Page.GetByLabel("How", new() { Exact = false }).First.SelectOptionAsync("Email");
        await visit.Page.GetByLabel("Where to").FillAsync("not an address");
        await visit.Page.GetByLabel("Mute: Payment due").CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("name@example.org");
        await Assertions.Expect(visit.Page.GetByLabel("Mute: Payment due")).ToBeCheckedAsync();
        await visit.Page.GetByLabel("Where to").FillAsync("officer@example.org");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Saved");
        ApiClient officer = (await site.ServiceAsync()).Client(await site.KeyAsync("compliance"));
        JsonElement made = Assert.Single((await officer.GetAsync($"/odata/Subscriptions?$filter=Name eq '{name}'")).Rows);
        Assert.Equal(("officer@example.org", "[\"PaymentDue\"]"), (made.GetProperty("Target").GetString(), made.GetProperty("MutedKinds").GetRawText()));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = $"End {name}" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("ended");
    }
}
