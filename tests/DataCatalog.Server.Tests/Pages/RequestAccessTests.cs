using System.Text.Json;
using System.Text.RegularExpressions;
using DataCatalog.Server.Tests.Support;
using Microsoft.Playwright;

namespace DataCatalog.Server.Tests.Pages;

/// <summary>Asking for access, and a consortium's own page.</summary>
public sealed partial class RequestAccessTests(Site site)
{
    [Theory]
    [InlineData("ko", true)]
    [InlineData("en", false)]
    public async Task Member_AsksForADataset_AndWhatTheTermsSayIsKept(string language, bool script)
    {
        bool korean = language == "ko";
        Shelf shelf = await Shelf.MakeAsync(site);
        await using Visit visit = await site.VisitAsync("consortium-member", language, script);
        IPage page = visit.Page;
        await visit.GoAsync($"/datasets/{shelf.Key}");
        await page.GetByRole(AriaRole.Link, new() { Name = korean ? "이용 신청" : "Request access" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = korean ? "이용 신청" : "Request access" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(shelf.Key);
        string purpose = $"Purpose of {shelf.Key}";
        await page.GetByLabel(korean ? "목적" : "Purpose").FillAsync(purpose);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = korean ? "평가" : "Evaluate" }).CheckAsync();
        await page.GetByLabel(korean ? "첫날" : "First day").FillAsync(Given.Day(20));
        await page.GetByLabel(korean ? "마지막 날" : "Last day").FillAsync(Given.Day(10));
        ILocator send = page.GetByRole(AriaRole.Button, new() { Name = korean ? "신청 보내기" : "Send the request" });
        await send.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel(korean ? "목적" : "Purpose")).ToHaveValueAsync(purpose);
        await page.GetByLabel(korean ? "마지막 날" : "Last day").FillAsync(Given.Day(30));
        await send.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Made());

        RegistryService running = await site.ServiceAsync();
        Answer made = await running.Admin.GetAsync($"/odata/AccessRequests({page.Url.Split('/')[^1]})?$expand=Items");
        Assert.Equal(purpose, made["Purpose"].GetString());
        Assert.Equal(["evaluate", "train"], made["Actions"].EnumerateArray().Select(a => a.GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(shelf.Id, Assert.Single(made["Items"].EnumerateArray()).GetProperty("DatasetId").GetString());
        Assert.NotEqual(JsonValueKind.Null, made["DecisionId"].ValueKind);
    }

    [Fact]
    public async Task SeveralDatasets_AreAddedByKey_AndLeftOut_AndWhatIsWrittenStays()
    {
        Shelf one = await Shelf.MakeAsync(site), other = await Shelf.MakeAsync(site);
        await using Visit visit = await site.VisitAsync("consortium-member", "en");
        IPage page = visit.Page;
        await visit.GoAsync($"/requests/new?dataset={one.Key}");
        await page.GetByLabel("Purpose").FillAsync("Two corpora at once");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Evaluate" }).CheckAsync();
        await page.GetByLabel("First day").FillAsync(Given.Day(3));
        await page.GetByLabel("Key of another dataset").FillAsync(other.Key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        ILocator chosen = page.GetByRole(AriaRole.Region, new() { Name = "Datasets" });
        await Assertions.Expect(chosen.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await chosen.GetByRole(AriaRole.Listitem).Filter(new() { HasText = one.Word }).GetByRole(AriaRole.Button, new() { Name = "Leave out" }).ClickAsync();
        await Assertions.Expect(chosen.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await Assertions.Expect(chosen).ToContainTextAsync(other.Word);
        await page.GetByLabel("Key of another dataset").FillAsync("no-such-dataset");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("no-such-dataset");
        await Assertions.Expect(page.GetByLabel("Key of another dataset")).ToHaveValueAsync("no-such-dataset");
        await Assertions.Expect(page.GetByLabel("Purpose")).ToHaveValueAsync("Two corpora at once");
        await Assertions.Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Evaluate" })).ToBeCheckedAsync();
        await Assertions.Expect(page.GetByLabel("First day")).ToHaveValueAsync(Given.Day(3));
    }

    [Fact]
    public async Task OurConsortium_ShowsWhatToDoFirst()
    {
        Shelf shelf = await Shelf.MakeAsync(site, needsAcceptance: true);
        await using Visit visit = await site.VisitAsync("consortium-member", "ko");
        await visit.GoAsync("/mine");
        ILocator first = visit.Page.GetByRole(AriaRole.Region, new() { Name = "먼저 볼 것" });
        RegistryService running = await site.ServiceAsync();
        string right = (await running.Admin.GetAsync($"/odata/Entitlements?$filter=DatasetId eq {shelf.Id}&$select=Id"))["value"][0].GetProperty("Id").GetString()!;
        await Assertions.Expect(first.GetByRole(AriaRole.Link, new() { Name = $"조건을 수락하세요: {shelf.Word} 방송 대본" })).ToHaveAttributeAsync("href", $"/entitlements/{right}");
        await Assertions.Expect(first.GetByRole(AriaRole.Link, new() { Name = $"{shelf.Word} 방송 대본", Exact = true })).ToHaveAttributeAsync("href", $"/datasets/{shelf.Key}");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Table, new() { Name = "지금과 앞으로의 이용 권리" })).ToContainTextAsync("40일 뒤");
    }

    [Fact]
    public async Task WhoseConsortiumHasLeft_SeesItsHistoryOnly()
    {
        RegistryService running = await site.ServiceAsync();
        var given = new Given(running.Admin);
        Answer programme = await running.Admin.GetAsync("/odata/Programmes?$select=Id&$top=1");
        string lead = (await given.OrganisationAsync()).Id;
        Answer consortium = await given.ConsortiumAsync(programme["value"][0].GetProperty("Id").GetString()!, lead);
        string key = await given.KeyAsync("consortium-member", consortium.Id);
        (await running.Admin.PostAsync($"/odata/Consortia({consortium.Id})/End", new { LastDay = Given.Day(-1), Reason = "Left" })).OfStatus(System.Net.HttpStatusCode.OK);
        await using Visit visit = await site.VisitAsync(null, "en");
        IPage page = visit.Page;
        await visit.GoAsync("/sign-in?back=%2F");
        await page.GetByLabel("API key").FillAsync(key);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync("**/mine");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("left the programme");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Find datasets and request access" })).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Search" })).ToHaveCountAsync(0);
    }

    [GeneratedRegex("/requests/[0-9a-f-]{36}$")]
    private static partial Regex Made();
}
