using DataCatalog.Server.Tests.Support;
using Microsoft.Playwright;

namespace DataCatalog.Server.Tests.Pages;

/// <summary>A request from both sides: asked back, answered, granted narrower, refused; and what the terms forbid.</summary>
public sealed class RequestReviewTests(Site site)
{
    [Fact]
    public async Task Request_IsAskedBack_Answered_AndGrantedNarrower()
    {
        (string one, string oneId) = await DatasetAsync("permit train, evaluate");
        (string other, string otherId) = await DatasetAsync("permit train, evaluate");
        string request = await RequestAsync("말뭉치로 학습합니다", ["train", "evaluate"], oneId, otherId);
        await using Visit officer = await site.VisitAsync("data-officer", "ko");
        await officer.GoAsync("/requests");
        await officer.Page.Locator($"a[href='/requests/{request}']").ClickAsync();
        await officer.Page.GetByText("보완 요청", new() { Exact = true }).First.ClickAsync();
        await officer.Page.GetByLabel("물어볼 것").FillAsync("언제까지 필요합니까?");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "보완 요청" }).ClickAsync();
        await Assertions.Expect(officer.Page.GetByText("보완을 요청했습니다.")).ToBeVisibleAsync();

        await using Visit member = await site.VisitAsync("consortium-member", "en", script: false);
        await member.GoAsync($"/requests/{request}");
        await Assertions.Expect(member.Page.GetByText("언제까지 필요합니까?")).ToBeVisibleAsync();
        await member.Page.GetByLabel("Your answer").FillAsync("For half a year.");
        await member.Page.GetByLabel("Until").FillAsync(Given.Day(180));
        await member.Page.GetByRole(AriaRole.Button, new() { Name = "Answer and ask again" }).ClickAsync();
        await Assertions.Expect(member.Page.GetByText("For half a year.")).ToBeVisibleAsync();

        await officer.GoAsync($"/requests/{request}");
        await officer.Page.GetByRole(AriaRole.Checkbox, new() { Name = other }).UncheckAsync();
        await officer.Page.GetByRole(AriaRole.Checkbox, new() { Name = "평가" }).UncheckAsync();
        await officer.Page.GetByLabel("종료일").FillAsync(Given.Day(90));
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "부여", Exact = true }).ClickAsync();
        await Assertions.Expect(officer.Page.GetByText("이용권을 부여했습니다.")).ToBeVisibleAsync();

        RegistryService service = await site.ServiceAsync();
        Answer right = await service.Admin.GetAsync($"/odata/Entitlements?$filter=RequestId eq {request}&$expand=Dataset($select=Key)");
        Assert.Equal(1, right["value"].GetArrayLength());
        Assert.Equal(one, right["value"][0].GetProperty("Dataset").GetProperty("Key").GetString());
        Assert.Equal(Given.Day(90), right["value"][0].GetProperty("EndsOn").GetString());
        Assert.Equal(["train"], right["value"][0].GetProperty("Actions").EnumerateArray().Select(a => a.GetString()));
        await member.GoAsync($"/requests/{request}");
        await Assertions.Expect(member.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = one })).ToContainTextAsync(": train, until ");
        await member.Page.GetByRole(AriaRole.Link, new() { Name = "granted right" }).ClickAsync();
        await Assertions.Expect(member.Page.GetByText("may evaluate and train")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Grant_ThatTheTermsForbid_IsRefusedWithTheClause_AndTheRequestRefusedByKeyboard()
    {
        (_, string dataset) = await DatasetAsync("permit evaluate\nforbid train (article \"제9조 2항\")");
        string request = await RequestAsync("학습이 필요합니다", ["train"], dataset);
        await using Visit officer = await site.VisitAsync("programme-admin", "en");
        IPage page = officer.Page;
        await officer.GoAsync($"/requests/{request}");
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Train" })).ToContainTextAsync("제9조 2항");
        await page.GetByRole(AriaRole.Button, new() { Name = "Grant", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("제9조 2항");
        await page.Locator("summary").Filter(new() { HasText = "Refuse" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Article 9 forbids training.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Article 9 forbids training.")).ToBeVisibleAsync();
        RegistryService service = await site.ServiceAsync();
        Assert.Equal("Refused", (await service.Admin.GetAsync($"/odata/AccessRequests({request})"))["Status"].GetString());
        await using Visit member = await site.VisitAsync("consortium-member", "ko");
        await member.GoAsync("/requests?state=Refused");
        await member.Page.Locator($"a[href='/requests/{request}']").ClickAsync();
        await Assertions.Expect(member.Page.GetByText("Article 9 forbids training.")).ToBeVisibleAsync();
    }

    private async Task<(string Key, string Id)> DatasetAsync(string terms)
    {
        Given given = new((await site.ServiceAsync()).Admin);
        string licensor = (await given.OrganisationAsync(Given.Unique("request-licensor"))).Id;
        string key = Given.Unique("request-page");
        string dataset = (await given.AvailableAsync(licensor, new { TitleKo = key, TitleEn = key }, key)).Id;
        await given.AgreementAsync(licensor, [dataset], new { Terms = new { Short = terms } });
        return (key, dataset);
    }

    private async Task<string> RequestAsync(string purpose, string[] actions, params string[] datasets)
    {
        ApiClient member = (await site.ServiceAsync()).Client(await site.KeyAsync("consortium-member"));
        Answer made = await member.PostAsync("/odata/AccessRequests", new { Purpose = purpose, Actions = actions, DatasetIds = datasets });
        return made.OfStatus(System.Net.HttpStatusCode.Created).Id;
    }
}
