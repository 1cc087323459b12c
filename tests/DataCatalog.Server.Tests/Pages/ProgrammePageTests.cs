using System.Net;
using System.Text.Json;
using DataCatalog.Server.Tests.Support;
using Microsoft.Playwright;

namespace DataCatalog.Server.Tests.Pages;

/// <summary>What a programme's administrator does in a working day, in a browser.</summary>
public sealed class ProgrammePageTests(Site site)
{
    [Fact]
    public async Task Consortium_IsForeseenBeforeItEnds_AndCanBeReinstated()
    {
        RegistryService service = await site.ServiceAsync();
        var given = new Given(service.Admin);
        string programme = await ProgrammeAsync(service);
        string lead = (await given.OrganisationAsync()).Id;
        Answer consortium = await given.ConsortiumAsync(programme, lead);
        Answer dataset = await given.AvailableAsync(lead);
        Answer agreement = await given.AgreementAsync(lead, [dataset.Id]);
        await given.EntitlementAsync(dataset.Id, consortium.Id, agreement.Id);
        string key = consortium["Key"].GetString()!;

        await using Visit visit = await site.VisitAsync("programme-admin", "en");
        await visit.GoAsync($"/consortia/{key}");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "End its part" }).ClickAsync();
        await visit.Page.GetByLabel("Reason").FillAsync("It was not chosen for the next phase.");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show what would change" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("1 entitlement ends.")).ToBeVisibleAsync();
        Assert.Equal(JsonValueKind.Null, (await service.Admin.GetAsync($"/odata/Consortia({consortium.Id})"))["EndedOn"].ValueKind);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "End the part of" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("The consortium’s part has been ended.")).ToBeVisibleAsync();
        Assert.Equal(Given.Day(0), (await service.Admin.GetAsync($"/odata/Consortia({consortium.Id})"))["EndedOn"].GetString());

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Take the ending back" }).ClickAsync();
        await visit.Page.GetByLabel("Reason").FillAsync("Ended by mistake.");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Take the ending back" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("The consortium is in the programme again.")).ToBeVisibleAsync();
        Assert.Equal(JsonValueKind.Null, (await service.Admin.GetAsync($"/odata/Consortia({consortium.Id})"))["EndedOn"].ValueKind);
    }

    [Fact]
    public async Task Key_IsShownOnce_OpensUntilItIsRevoked_WithoutScript()
    {
        RegistryService service = await site.ServiceAsync();
        string name = Given.Unique("감사 프로그램");
        await using Visit visit = await site.VisitAsync("programme-admin", "ko", script: false);
        await visit.GoAsync("/programme/keys");
        await visit.Page.GetByLabel("누구의 키인지").FillAsync(name);
        await visit.Page.GetByLabel("감사자").CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "키 발급" }).ClickAsync();
        string secret = await visit.Page.Locator("#secret").InnerTextAsync();
        Assert.DoesNotContain(secret, visit.Page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain(await visit.Page.Context.CookiesAsync(), c => c.Value.Contains(secret, StringComparison.Ordinal));
        (await service.Client(secret).GetAsync("/odata/Datasets?$top=1")).OfStatus(HttpStatusCode.OK);

        await visit.GoAsync("/programme/keys");
        Assert.DoesNotContain(secret, await visit.Page.ContentAsync(), StringComparison.Ordinal);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = $"회수 {name}" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "키 회수" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("키를 회수했습니다.")).ToBeVisibleAsync();
        (await service.Client(secret).GetAsync("/odata/Datasets?$top=1")).OfStatus(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task AuditLog_IsNarrowedAndVerified_ByKeyboardAlone()
    {
        RegistryService service = await site.ServiceAsync();
        string lead = (await new Given(service.Admin).OrganisationAsync()).Id;
        await using Visit visit = await site.VisitAsync("auditor", "en");
        await visit.GoAsync("/programme/audit");
        await visit.Page.GetByLabel("To what").FocusAsync();
        await visit.Page.Keyboard.TypeAsync(lead);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync($"**{lead}**");
        await Assertions.Expect(visit.Page.Locator("ol.events > li")).ToHaveCountAsync(1);
        await visit.Page.Locator("summary").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Cell, new() { Name = "한빛 방송" })).ToBeVisibleAsync();

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Verify the log" }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Verify", Exact = true }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.GetByText("The log is intact.")).ToBeVisibleAsync();

        await visit.Page.GetByLabel("Number of events").FillAsync("1");
        await visit.Page.GetByLabel("Last hash then").FillAsync(new string('0', 64));
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.GetByText("The log is broken at event 1.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Budget_IsReservedUpToWhatIsLeft_AndReleased()
    {
        RegistryService service = await site.ServiceAsync();
        var given = new Given(service.Admin);
        string programme = await ProgrammeAsync(service);
        Answer line = await given.BudgetLineAsync(programme);
        string consortium = (await given.ConsortiumAsync(programme, (await given.OrganisationAsync()).Id)).Id;
        string purpose = Given.Unique("법률 말뭉치");

        await using Visit visit = await site.VisitAsync("data-officer", "ko");
        await visit.GoAsync("/programme/budget");
        await ReserveAsync("300");
        await Assertions.Expect(visit.Page.GetByText("예약했습니다.")).ToBeVisibleAsync();
        await ReserveAsync("300");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        Assert.Single((await service.Admin.GetAsync($"/odata/BudgetReservations?$filter=BudgetLineId eq {line.Id}")).Rows);

        await visit.GoAsync("/programme/budget");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = $"풀기 {purpose}" }).ClickAsync();
        await visit.Page.GetByLabel("사유").FillAsync("사지 않기로 했습니다.");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "예약 풀기" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("예약을 풀었습니다.")).ToBeVisibleAsync();

        async Task ReserveAsync(string amount)
        {
            ILocator form = visit.Page.Locator("form", new() { Has = visit.Page.GetByLabel("무엇을 위해") });
            if (!await form.IsVisibleAsync()) await visit.Page.GetByText("예산 예약하기").ClickAsync();
            await form.GetByLabel("예산 항목").SelectOptionAsync(line.Id);
            await form.GetByLabel("컨소시엄").SelectOptionAsync(consortium);
            await form.GetByLabel("금액").FillAsync(amount);
            await form.GetByLabel("무엇을 위해").FillAsync(purpose);
            await form.GetByRole(AriaRole.Button, new() { Name = "예약", Exact = true }).ClickAsync();
        }
    }

    [Fact]
    public async Task MoneyAndOtherConsortia_AreNotAMembersToSee()
    {
        await using Visit visit = await site.VisitAsync("consortium-member", "en");
        foreach (string address in (string[])["/programme", "/programme/budget", "/programme/findings", "/programme/keys", "/programme/audit", "/consortia/upstage/end"]) await visit.GoAsync(address, 403);
        await visit.GoAsync("/consortia/upstage");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Entitlements" })).ToBeVisibleAsync();
        await visit.GoAsync("/consortia/naver-cloud");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Models" })).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Entitlements" })).ToHaveCountAsync(0);

        await using Visit officer = await site.VisitAsync("data-officer", "en");
        await officer.GoAsync("/programme/keys", 403);
        await officer.GoAsync("/programme?by=provider");
        await Assertions.Expect(officer.Page.GetByRole(AriaRole.Img, new() { Name = "Committed and paid by provider" })).ToBeVisibleAsync();
    }

    private static async Task<string> ProgrammeAsync(RegistryService service) => (await service.Admin.GetAsync("/odata/Programmes?$orderby=Id&$top=1")).Rows[0].GetProperty("Id").GetString()!;
}
