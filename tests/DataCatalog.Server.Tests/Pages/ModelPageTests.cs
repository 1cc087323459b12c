using System.Net;
using System.Text.Json;
using DataCatalog.Server.Tests.Support;
using Microsoft.Playwright;

namespace DataCatalog.Server.Tests.Pages;

/// <summary>Whether a model may be released, asked in a browser by those who build it.</summary>
public sealed class ModelPageTests(Site site)
{
    [Fact]
    public async Task Release_IsAskedAndClearedWithoutWhatStandsAgainstIt()
    {
        RegistryService service = await site.ServiceAsync();
        var given = new Given(service.Admin);
        string own = (await service.Admin.GetAsync($"/odata/Consortia?$filter=Key eq '{Site.Consortium}'&$select=Id")).Rows[0].GetProperty("Id").GetString()!;
        string provider = (await given.OrganisationAsync()).Id;
        string open = await EntitledAsync(given, provider, own, "permit train, releaseWeights provided attribute");
        string closed = await EntitledAsync(given, provider, own, "permit train; forbid releaseWeights");
        string model = (await given.ModelAsync(own))["Key"].GetString()!;
        (await service.Admin.PostAsync("/odata/ClearanceKeys/Rotate", new { })).OfStatus(HttpStatusCode.Created);
        ApiClient member = service.Client(await site.KeyAsync("consortium-member"));
        string run = (await member.PostAsync("/odata/TrainingRuns", new { RunId = Given.Unique("run"), Model = model, StartedAt = TimeProvider.System.GetUtcNow().ToString("O"), Versions = new[] { open, closed } })).OfStatus(HttpStatusCode.Created).Id;

        await using Visit visit = await site.VisitAsync("consortium-member", "ko");
        await visit.GoAsync($"/models/{model}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "판단하기" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("이대로는 공개할 수 없습니다.")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator(".callout.bad li")).ToHaveTextAsync([closed]);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "이 데이터셋을 빼고 다시 판단" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("공개해도 됩니다.")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "확인서 발급" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("확인서를 발급했습니다.")).ToBeVisibleAsync();

        IDownload file = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Link, new() { Name = "내려받기" }).ClickAsync());
        JsonElement envelope = JsonElement.Parse(await File.ReadAllTextAsync((await file.PathAsync())!, TestContext.Current.CancellationToken));
        string statement = System.Text.Encoding.UTF8.GetString(envelope.GetProperty("payload").GetBytesFromBase64());
        Assert.Contains(open, statement, StringComparison.Ordinal);
        Assert.DoesNotContain(closed + "/", statement, StringComparison.Ordinal);

        await visit.GoAsync($"/runs/{run}");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Row)).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task DatasetThatIsNotThere_IsRefusedInTheForm_WhichKeepsWhatWasTyped()
    {
        RegistryService service = await site.ServiceAsync();
        string own = (await service.Admin.GetAsync($"/odata/Consortia?$filter=Key eq '{Site.Consortium}'&$select=Id")).Rows[0].GetProperty("Id").GetString()!;
        string model = (await new Given(service.Admin).ModelAsync(own))["Key"].GetString()!;
        await using Visit visit = await site.VisitAsync("consortium-member", "en");
        IPage page = visit.Page;
        await visit.GoAsync($"/models/{model}");
        await page.GetByLabel("Datasets to add").FillAsync("no-such-dataset");
        await page.GetByLabel("Licence of the release").FillAsync("Apache-2.0");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("'no-such-dataset' is not a valid key of a dataset");
        await Assertions.Expect(page.GetByLabel("Datasets to add")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(page.GetByLabel("Datasets to add")).ToHaveValueAsync("no-such-dataset");
        await Assertions.Expect(page.GetByLabel("Licence of the release")).ToHaveValueAsync("Apache-2.0");
        await visit.GoAsync($"/models/{model}?weights=true", 422);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("'Datasets to add' is required");
    }

    [Fact]
    public async Task Model_IsRegisteredAndReleased_WithoutScript_AndOthersSeeItThen()
    {
        RegistryService service = await site.ServiceAsync();
        var given = new Given(service.Admin);
        string programme = (await service.Admin.GetAsync("/odata/Programmes?$orderby=Id&$top=1")).Rows[0].GetProperty("Id").GetString()!;
        string consortium = (await given.ConsortiumAsync(programme, (await given.OrganisationAsync()).Id)).Id;
        string key = Given.Unique("page-model");

        await using Visit officer = await site.VisitAsync("data-officer", "en", script: false);
        await officer.GoAsync("/programme/model");
        await officer.Page.GetByLabel("Key").FillAsync(key);
        await officer.Page.GetByLabel("Name").FillAsync("Page model");
        await officer.Page.GetByLabel("Consortium").SelectOptionAsync(consortium);
        await officer.Page.GetByLabel("Parameters, at least").FillAsync("many");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(officer.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        Assert.Equal("Page model", await officer.Page.GetByLabel("Name").InputValueAsync());
        await officer.Page.GetByLabel("Parameters, at least").FillAsync("7,000,000,000");
        await officer.Page.GetByLabel("audio").CheckAsync();
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(officer.Page.GetByText("The model is saved.")).ToBeVisibleAsync();

        await using Visit member = await site.VisitAsync("consortium-member", "en");
        await member.GoAsync($"/models/{key}", 404);
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "Change" }).ClickAsync();
        await officer.Page.GetByLabel("Status").SelectOptionAsync("Released");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(officer.Page.GetByText("The model is saved.")).ToBeVisibleAsync();
        await member.GoAsync($"/models/{key}");
        await Assertions.Expect(member.Page.GetByText("May we release it?")).ToHaveCountAsync(0);
    }

    private static async Task<string> EntitledAsync(Given given, string provider, string consortium, string terms)
    {
        Answer dataset = await given.AvailableAsync(provider);
        Answer agreement = await given.AgreementAsync(provider, [dataset.Id], new { Terms = new { Short = terms } });
        await given.EntitlementAsync(dataset.Id, consortium, agreement.Id);
        return dataset["Key"].GetString()!;
    }
}
