using DataCatalog.Server.Tests.Support;
using Microsoft.Playwright;

namespace DataCatalog.Server.Tests.Pages;

/// <summary>What officers do with agreements in a day: register, amend, grant, end; and what a consortium sees of them.</summary>
public sealed class AgreementPageTests(Site site)
{
    [Fact]
    public async Task Officer_RegistersAnAgreement_ReadingItsTermsBeforeTheyAreKept()
    {
        RegistryService service = await site.ServiceAsync();
        Given given = new(service.Admin);
        string licensor = (await given.OrganisationAsync(Given.Unique("agreement-licensor"))).Id;
        string key = Given.Unique("agreement-page");
        await given.AvailableAsync(licensor, new { TitleEn = "Corpus " + key }, key);
        string number = Given.Unique("PAGE");
        await using Visit visit = await site.VisitAsync("data-officer", "en");
        IPage page = visit.Page;
        await visit.GoAsync("/agreements");
        await page.GetByRole(AriaRole.Link, new() { Name = "Register an agreement" }).ClickAsync();
        await page.GetByLabel("Number (required)").FillAsync(number);
        await page.GetByLabel("Licensor").SelectOptionAsync(licensor);
        await page.GetByLabel("Title in English").FillAsync("Agreement " + number);
        await page.GetByLabel("Signed on").FillAsync(Given.Day(-10));
        await page.GetByLabel("First day").FillAsync(Given.Day(-5));
        await page.GetByLabel("Last day").FillAsync(Given.Day(400));
        await page.GetByLabel("Renewal (required)").SelectOptionAsync("Automatic");
        await page.GetByLabel("Renews for").FillAsync("1 year");
        await page.GetByLabel("Notice period").FillAsync("60 days");
        await page.GetByLabel("Price", new() { Exact = true }).FillAsync("90,000,000");
        await page.GetByLabel("Payment 1: due").FillAsync(Given.Day(30));
        await page.GetByLabel("Payment 1: amount").FillAsync("45000000");
        await page.GetByLabel("Key or title of datasets to add").FillAsync(key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Find datasets" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Corpus " + key }).CheckAsync();
        await page.GetByLabel("Terms in the short form").FillAsync("permit train in KR provided attribute (article \"Article 3\")\nforbid distribute");
        await page.GetByLabel("The contract and its papers").SetInputFilesAsync(new FilePayload { Name = "contract.pdf", MimeType = "application/pdf", Buffer = "a contract"u8.ToArray() });
        ILocator save = page.GetByRole(AriaRole.Button, new() { Name = "Save" }).Last;
        await save.ClickAsync();
        await Assertions.Expect(page.GetByText("may train")).ToContainTextAsync("Article 3");
        await save.ClickAsync();
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("/agreements/[0-9a-f-]{36}$"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Agreement " + number);
        await Assertions.Expect(page.GetByText("less P60D")).ToBeVisibleAsync();
        Answer made = await service.Admin.GetAsync($"/odata/Agreements({page.Url.Split('/')[^1]})?$expand=Payments,Documents,Terms,Datasets");
        Assert.Equal(90_000_000m, made["PriceAmount"].GetDecimal());
        Assert.Equal(key, made["Datasets"][0].GetProperty("Key").GetString());
        Assert.Equal(1, made["Payments"].GetArrayLength());
        Assert.Equal(1, made["Terms"].GetArrayLength());
        Assert.Equal("contract.pdf", made["Documents"][0].GetProperty("Name").GetString());
        IDownload paper = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "contract.pdf" }).ClickAsync());
        Assert.Equal("a contract", await File.ReadAllTextAsync(await paper.PathAsync(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Officer_SeesWhatFlipsForWhom_BeforeTermsAreAmended()
    {
        (RegistryService service, string agreement, string dataset, string consortium) = await GrantedAsync();
        await using Visit visit = await site.VisitAsync("data-officer", "ko", script: false);
        IPage page = visit.Page;
        await visit.GoAsync($"/agreements/{agreement}/terms");
        ILocator terms = page.GetByLabel("조건(짧은 형식)");
        await terms.FillAsync("permitt train");
        await page.GetByRole(AriaRole.Button, new() { Name = "무엇이 바뀌는지 보기" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await terms.FillAsync("permit evaluate\nforbid train (article \"제7조\")");
        await page.GetByRole(AriaRole.Button, new() { Name = "무엇이 바뀌는지 보기" }).ClickAsync();
        ILocator row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = consortium }).Filter(new() { Has = page.GetByRole(AriaRole.Cell, new() { Name = "학습", Exact = true }) });
        await Assertions.Expect(row).ToContainTextAsync("금지");
        await Assertions.Expect(row).ToContainTextAsync(dataset);
        Assert.Equal(1, (await TermsAsync(service, agreement)).GetArrayLength());
        await page.GetByRole(AriaRole.Button, new() { Name = "이 조건으로 저장" }).ClickAsync();
        await page.WaitForURLAsync($"**/agreements/{agreement}");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "제2판" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("조건 변경 ·")).ToBeVisibleAsync();
        Assert.Equal(2, (await TermsAsync(service, agreement)).GetArrayLength());
    }

    [Fact]
    public async Task TermsThatTheShortFormCannotSay_AreToldInSentences_AndOnlyTheChosenFormCounts()
    {
        RegistryService service = await site.ServiceAsync();
        Given given = new(service.Admin);
        string licensor = (await given.OrganisationAsync(Given.Unique("odrl-licensor"))).Id;
        string dataset = (await given.AvailableAsync(licensor, null, Given.Unique("odrl-page"))).Id;
        // A rule with an IRI of its own is nothing that the short form can say.
        var odrl = new Dictionary<string, object>
        {
            ["@context"] = "http://www.w3.org/ns/odrl.jsonld", ["@type"] = "Agreement", ["uid"] = "urn:example:terms",
            ["permission"] = new[] { new { uid = "urn:example:rule", action = "use", target = "urn:example:data" } },
        };
        string agreement = (await given.AgreementAsync(licensor, [dataset], new { Terms = new { Odrl = odrl } })).Id;
        await using Visit visit = await site.VisitAsync("data-officer", "en");
        IPage page = visit.Page;
        await visit.GoAsync($"/agreements/{agreement}/terms");
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "The terms so far (version 1)" }).GetByRole(AriaRole.Listitem)).Not.ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Write ODRL" })).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Write the short form" }).CheckAsync();
        await page.GetByLabel("Terms in the short form").FillAsync("permit train");
        await Assertions.Expect(page.Locator("#told")).ToContainTextAsync("may train");
        await page.GetByRole(AriaRole.Button, new() { Name = "See what changes" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "This is what changes" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save these terms" }).ClickAsync();
        await page.WaitForURLAsync($"**/agreements/{agreement}");
        Assert.Equal(2, (await TermsAsync(service, agreement)).GetArrayLength());
    }

    [Fact]
    public async Task Officer_EndsAnAgreement_ByKeyboard_AfterSeeingWhatItTouches()
    {
        (RegistryService service, string agreement, _, string consortium) = await GrantedAsync();
        await using Visit visit = await site.VisitAsync("programme-admin", "en");
        IPage page = visit.Page;
        await visit.GoAsync($"/agreements/{agreement}/end?act=terminate");
        await page.GetByLabel("Last day").FillAsync(Given.Day(20));
        await page.GetByLabel("Reason").FocusAsync();
        await page.Keyboard.TypeAsync("The licensor closes its archive.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = consortium }).First).ToContainTextAsync("Not in force");
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await service.Admin.GetAsync($"/odata/Agreements({agreement})"))["TerminatedOn"].ValueKind);
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm: Terminate early" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**/agreements/{agreement}");
        await Assertions.Expect(page.GetByText("The licensor closes its archive.")).ToBeVisibleAsync();
        Assert.Equal(Given.Day(20), (await service.Admin.GetAsync($"/odata/Agreements({agreement})"))["TerminatedOn"].GetString());
    }

    [Fact]
    public async Task Officer_GrantsToAConsortium_AndRevokes_AndTheMemberSeesItWithoutMoney()
    {
        RegistryService service = await site.ServiceAsync();
        Given given = new(service.Admin);
        string licensor = (await given.OrganisationAsync(Given.Unique("grant-licensor"))).Id;
        string dataset = (await given.AvailableAsync(licensor, null, Given.Unique("grant-page"))).Id;
        string agreement = (await given.AgreementAsync(licensor, [dataset], new { PriceAmount = 7654321, RenewalPriceAmount = 1234567, RenewalPriceCurrency = "KRW", Terms = new { Short = "permit use" } })).Id;
        string consortium = (await service.Admin.GetAsync($"/odata/Consortia?$filter=Key eq '{Site.Consortium}'&$select=Id"))["value"][0].GetProperty("Id").GetString()!;
        await using Visit member = await site.VisitAsync("consortium-member", "en", script: false);
        await member.GoAsync($"/agreements/{agreement}", 404);
        await using Visit officer = await site.VisitAsync("data-officer", "ko");
        await officer.GoAsync($"/agreements/{agreement}/grant");
        await officer.Page.GetByLabel("누구에게").SelectOptionAsync(consortium);
        await officer.Page.GetByRole(AriaRole.Checkbox, new() { Name = "학습" }).CheckAsync();
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "부여", Exact = true }).ClickAsync();
        await Assertions.Expect(officer.Page.GetByText("이용권을 부여했습니다.")).ToBeVisibleAsync();
        await member.GoAsync($"/agreements/{agreement}");
        string seen = await member.Page.GetByRole(AriaRole.Main).InnerTextAsync();
        Assert.DoesNotContain("7,654,321", seen);
        Assert.DoesNotContain("1,234,567", seen);
        Assert.DoesNotContain("KRW", seen);
        Assert.Contains("In force", seen);
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "한국어 뉴스 말뭉치 (업스테이지" }).ClickAsync();
        await officer.Page.GetByLabel("사유").FillAsync("권리자의 요청");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "회수" }).ClickAsync();
        await Assertions.Expect(officer.Page.GetByText("이용권을 회수했습니다.")).ToBeVisibleAsync();
        Answer right = await service.Admin.GetAsync($"/odata/Entitlements?$filter=AgreementId eq {agreement}");
        Assert.Equal(Given.Day(0), right["value"][0].GetProperty("RevokedOn").GetString());
        await member.GoAsync($"/entitlements/{right["value"][0].GetProperty("Id").GetString()}");
        await Assertions.Expect(member.Page.GetByText("권리자의 요청")).ToBeVisibleAsync();
    }

    private async Task<(RegistryService Service, string Agreement, string Dataset, string Consortium)> GrantedAsync()
    {
        RegistryService service = await site.ServiceAsync();
        Given given = new(service.Admin);
        string organisation = (await given.OrganisationAsync(Given.Unique("amend-licensor"))).Id;
        string key = Given.Unique("amend-page");
        string dataset = (await given.AvailableAsync(organisation, null, key)).Id;
        string consortium = Given.Unique("amend-consortium");
        string programme = (await given.ProgrammeAsync(Given.Unique("amend-programme"))).Id;
        string asker = (await given.ConsortiumAsync(programme, organisation, consortium)).Id;
        string agreement = (await given.AgreementAsync(organisation, [dataset], new { Terms = new { Short = "permit use" } })).Id;
        await given.EntitlementAsync(dataset, asker, agreement);
        return (service, agreement, key, consortium);
    }

    private static async Task<System.Text.Json.JsonElement> TermsAsync(RegistryService service, string agreement) => (await service.Admin.GetAsync($"/odata/Agreements({agreement})/Terms"))["value"];
}
