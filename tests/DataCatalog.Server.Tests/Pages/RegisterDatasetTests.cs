using System.Text.Json;
using DataCatalog.Server.Tests.Support;
using Microsoft.Playwright;

namespace DataCatalog.Server.Tests.Pages;

/// <summary>A data officer registers datasets and organisations, and tries terms out, in a browser.</summary>
public sealed class RegisterDatasetTests(Site site)
{
    [Fact]
    public async Task Draft_IsLeftContinuedAndPublished()
    {
        string key = Given.Unique("page-dataset");
        RegistryService service = await site.ServiceAsync();
        await using Visit visit = await site.VisitAsync("data-officer");
        IPage page = visit.Page;
        await visit.GoAsync("/register");
        await page.GetByRole(AriaRole.Link, new() { Name = "데이터셋 등록" }).ClickAsync();
        await page.GetByLabel("키", new() { Exact = true }).FillAsync(key);
        await page.GetByLabel("제목(한국어)").FillAsync("면접 음성 말뭉치");
        await page.GetByLabel("설명(한국어)").FillAsync("가상 면접 녹음.");
        await Assertions.Expect(page.GetByLabel("토큰 수")).ToBeHiddenAsync();
        await page.GetByLabel("음성", new() { Exact = true }).CheckAsync();
        await Assertions.Expect(page.GetByLabel("표본율(Hz)")).ToBeVisibleAsync();
        await page.GetByText("목록에 없는 기관을 함께 등록").ClickAsync();
        await page.GetByLabel("기관 키").FillAsync(key + "-maker");
        await page.GetByLabel("이름(한국어)").FillAsync("한빛 음성");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "라이선스 SPDX" }).Or(page.Locator("[name='Form.Licences[0].Name']")).FillAsync("CC BY 4.0");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "이 라이선스로 할 수 있는 것" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#reading")).ToContainTextAsync("출처 표시");
        await Save(page, "작성 중으로 저장");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("저장했습니다");

        await visit.GoAsync("/register");
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "면접 음성 말뭉치" }).First).ToContainTextAsync("배포본");
        await visit.GoAsync($"/register/dataset/{key}");
        await page.GetByLabel("버전 번호").FillAsync("1.0.0");
        await page.Locator("[name='Form.Facts[audioHours]']").FillAsync("1,250.5");
        await FillDistributionAsync(page, 0, "a.zip");
        await page.GetByRole(AriaRole.Button, new() { Name = "배포본 더하기" }).ClickAsync();
        await FillDistributionAsync(page, 1, "b.zip");
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "저장하고 공개" }).ClickAsync();
        await page.WaitForURLAsync($"**/datasets/{key}");

        JsonElement kept = await KeptAsync(service, key, "&$expand=Provider,Licences,Versions($expand=Distributions)");
        Assert.Equal("Available", kept.GetProperty("Status").GetString());
        Assert.Equal(key + "-maker", kept.GetProperty("Provider").GetProperty("Key").GetString());
        Assert.Equal("CC-BY-4.0", kept.GetProperty("Licences")[0].GetProperty("Key").GetString());
        Assert.Equal(1250.5, kept.GetProperty("Versions")[0].GetProperty("Audio").GetProperty("Hours").GetDouble());
        Assert.Equal(2, kept.GetProperty("Versions")[0].GetProperty("Distributions").GetArrayLength());
    }

    [Fact]
    public async Task WithoutScript_RowsComeAndGo_AndARefusalKeepsWhatWasWritten()
    {
        RegistryService service = await site.ServiceAsync();
        string provider = (await new Given(service.Admin).OrganisationAsync())["Key"].GetString()!;
        string key = Given.Unique("plain-dataset");
        await using Visit visit = await site.VisitAsync("data-officer", "en", script: false);
        IPage page = visit.Page;
        await visit.GoAsync("/register/dataset");
        await page.GetByLabel("Title (English)").FillAsync("Plain corpus");
        await page.GetByLabel("Description (English)").FillAsync("Made up.");
        await page.GetByLabel("Key", new() { Exact = true }).FillAsync(key);
        await page.GetByLabel("Provider").FillAsync(provider);
        await FillDistributionAsync(page, 0, "a.zip");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a distribution" }).ClickAsync();
        await FillDistributionAsync(page, 1, "b.zip");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove distribution 1" }).ClickAsync();
        await Assertions.Expect(page.Locator("[name='Form.Distributions[0].Name']")).ToHaveValueAsync("b.zip");
        await Assertions.Expect(page.Locator("[name='Form.Distributions[1].Name']")).ToHaveCountAsync(0);
        await Save(page, "Save as draft");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This was not done");
        await Assertions.Expect(page.GetByText("Choose at least one.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Title (English)")).ToHaveValueAsync("Plain corpus");
        await page.GetByLabel("Text", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Version number").FillAsync("1");
        await Save(page, "Save as draft");
        await page.WaitForURLAsync($"**/register/dataset/{key}");
        JsonElement kept = await KeptAsync(service, key, "&$expand=Versions($expand=Distributions)");
        Assert.Equal("Draft", kept.GetProperty("Status").GetString());
        Assert.Equal("b.zip", Assert.Single(kept.GetProperty("Versions")[0].GetProperty("Distributions").EnumerateArray()).GetProperty("Name").GetString());
    }

    [Fact]
    public async Task AnothersChange_IsTold_AndOverwrittenOnlyOnPurpose()
    {
        RegistryService service = await site.ServiceAsync();
        Answer made = await new Given(service.Admin).DatasetAsync((await new Given(service.Admin).OrganisationAsync()).Id, new { Draft = true });
        string key = made["Key"].GetString()!;
        await using Visit visit = await site.VisitAsync("data-officer", "en");
        IPage page = visit.Page;
        await visit.GoAsync($"/register/dataset/{key}");
        await page.GetByLabel("Title (English)").FillAsync("Mine");
        (await service.Admin.PatchAsync($"/odata/Datasets({made.Id})", new { TitleEn = "Theirs" }, made.ETag)).OfStatus(System.Net.HttpStatusCode.OK);
        await Save(page, "Save as draft");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Someone else changed this dataset");
        await Assertions.Expect(page.GetByLabel("Title (English)")).ToHaveValueAsync("Mine");
        Assert.Equal("Theirs", (await KeptAsync(service, key)).GetProperty("TitleEn").GetString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Save mine over it" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Saved");
        Assert.Equal("Mine", (await KeptAsync(service, key)).GetProperty("TitleEn").GetString());
    }

    [Fact]
    public async Task Organisation_IsRegisteredByKeyboardAlone()
    {
        string key = Given.Unique("keyboard-org");
        await using Visit visit = await site.VisitAsync("programme-admin", "en");
        IPage page = visit.Page;
        await visit.GoAsync("/register/organisation");
        await page.GetByLabel("Organisation’s key").FocusAsync();
        await page.Keyboard.TypeAsync(key);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Keyboard Press");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**/organisations/{key}");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Keyboard Press");
    }

    [Fact]
    public async Task Terms_AreToldInBothLanguages_AndAnswered_WhileTheyAreWritten()
    {
        RegistryService service = await site.ServiceAsync();
        string key = (await new Given(service.Admin).DatasetAsync((await new Given(service.Admin).OrganisationAsync()).Id))["Key"].GetString()!;
        await using Visit visit = await site.VisitAsync("data-officer", "en");
        IPage page = visit.Page;
        await visit.GoAsync("/register/terms");
        ILocator terms = page.GetByLabel("Terms (short form)");
        await terms.FillAsync("permit trian in KR");
        await Assertions.Expect(page.Locator("#told")).ToContainTextAsync("line 1, column 8");
        await page.GetByLabel("Consortium").SelectOptionAsync(Site.Consortium);
        await page.GetByLabel("Key of the dataset").FillAsync(key);
        await terms.FillAsync("permit train in KR provided attribute");
        await Assertions.Expect(page.Locator("#told")).ToContainTextAsync("학습을 할 수 있습니다");
        await Assertions.Expect(page.Locator("#told")).ToContainTextAsync("may train, in Korea");
        await Assertions.Expect(page.Locator("#told .callout")).ToContainTextAsync("Yes");
        await page.GetByLabel("Where", new() { Exact = true }).FillAsync("US");
        await Assertions.Expect(page.Locator("#told .callout")).ToContainTextAsync("No");
        await Assertions.Expect(terms).ToHaveValueAsync("permit train in KR provided attribute");
    }

    private static async Task FillDistributionAsync(IPage page, int at, string name)
    {
        string row = $"Form.Distributions[{at}]";
        await page.Locator($"[name='{row}.Name']").FillAsync(name);
        await page.Locator($"[name='{row}.Location']").FillAsync("/store/" + name);
        await page.Locator($"[name='{row}.MediaType']").FillAsync("application/zip");
        await page.Locator($"[name='{row}.Bytes']").FillAsync("1,024");
        await page.Locator($"[name='{row}.Sha256']").FillAsync(new string('a', 64));
    }

    private static Task Save(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Last.ClickAsync();

    private static async Task<JsonElement> KeptAsync(RegistryService service, string key, string more = "") =>
        (await service.Admin.GetAsync($"/odata/Datasets?$filter=Key eq '{key}'{more}"))["value"][0];
}
