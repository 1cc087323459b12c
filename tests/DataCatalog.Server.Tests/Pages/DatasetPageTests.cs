using System.Net;
using DataCatalog.Server.Tests.Support;
using Microsoft.Playwright;

namespace DataCatalog.Server.Tests.Pages;

/// <summary>A dataset's page: what may be done with it and why, and halting it.</summary>
public sealed class DatasetPageTests(Site site)
{
    [Theory]
    [InlineData("ko", true)]
    [InlineData("en", false)]
    public async Task May_IsAnsweredWithReasons(string language, bool script)
    {
        bool korean = language == "ko";
        Shelf shelf = await Shelf.MakeAsync(site);
        await using Visit visit = await site.VisitAsync("consortium-member", language, script);
        IPage page = visit.Page;
        await visit.GoAsync($"/datasets/{shelf.Key}");
        ILocator panel = page.GetByRole(AriaRole.Region, new() { Name = korean ? "해도 되나요?" : "May I …?" });
        ILocator ask = panel.GetByRole(AriaRole.Button, new() { Name = korean ? "물어보기" : "Ask" });
        await ask.ClickAsync();
        await Assertions.Expect(panel.GetByRole(AriaRole.Status)).ToContainTextAsync(korean ? "예, 해도 됩니다" : "Yes, this is permitted");
        await Assertions.Expect(panel).ToContainTextAsync(korean ? "까지 유효합니다" : "holds until");
        await panel.GetByRole(AriaRole.Checkbox, new() { Name = korean ? "가중치 공개" : "Release weights" }).CheckAsync();
        await ask.ClickAsync();
        await Assertions.Expect(panel.GetByRole(AriaRole.Status)).ToContainTextAsync(korean ? "아니요" : "No,");
        Assert.Contains("may=releaseWeights", page.Url);
        await visit.GoAsync($"/datasets/{shelf.Key}?asked=1&may=train&on=yesterday", 422);
        await Assertions.Expect(panel.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Member_SeesItsOwnMattersOnly()
    {
        Shelf shelf = await Shelf.MakeAsync(site);
        RegistryService running = await site.ServiceAsync();
        string other = (await running.Admin.GetAsync("/odata/Consortia?$filter=Key eq 'naver-cloud'&$select=Id"))["value"][0].GetProperty("Id").GetString()!;
        await new Given(running.Admin).EntitlementAsync(shelf.Id, other, shelf.Agreement);
        await using Visit member = await site.VisitAsync("consortium-member", "en");
        await member.GoAsync($"/datasets/{shelf.Key}");
        ILocator rights = member.Page.GetByRole(AriaRole.Table, new() { Name = "Rights" });
        await Assertions.Expect(rights.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        string seen = await member.Page.ContentAsync();
        Assert.DoesNotContain("naver", seen, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hidden-supply", seen, StringComparison.Ordinal);
        await member.GoAsync($"/datasets/{shelf.Key}/halt", 403);

        await using Visit staff = await site.VisitAsync("auditor", "en");
        await staff.GoAsync($"/datasets/{shelf.Key}");
        await Assertions.Expect(staff.Page.GetByRole(AriaRole.Table, new() { Name = "Rights" }).GetByRole(AriaRole.Row)).ToHaveCountAsync(3);
        await Assertions.Expect(staff.Page.GetByRole(AriaRole.Region, new() { Name = "History" })).ToContainTextAsync("registered");

        Answer draft = await new Given(running.Admin).DatasetAsync((await new Given(running.Admin).OrganisationAsync()).Id, new { Draft = true });
        await member.GoAsync($"/datasets/{draft["Key"].GetString()}", 404);
    }

    [Fact]
    public async Task Officer_SeesTheImpact_AndSuspends()
    {
        Shelf shelf = await Shelf.MakeAsync(site);
        await using Visit visit = await site.VisitAsync("data-officer", "en");
        IPage page = visit.Page;
        await visit.GoAsync($"/datasets/{shelf.Key}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Suspend or withdraw" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "What it touches" })).ToContainTextAsync(Site.Consortium);
        ILocator form = page.Locator("form").Filter(new() { Has = page.GetByRole(AriaRole.Button, new() { Name = "Suspend" }) });
        await form.GetByLabel("Reason").FillAsync("A rightsholder objected");
        await form.GetByRole(AriaRole.Button, new() { Name = "Suspend" }).ClickAsync();
        await page.WaitForURLAsync($"**/datasets/{shelf.Key}");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("A rightsholder objected");
        RegistryService running = await site.ServiceAsync();
        Assert.Equal("Suspended", (await running.Admin.GetAsync($"/odata/Datasets({shelf.Id})")).OfStatus(HttpStatusCode.OK)["Status"].GetString());

        await using Visit member = await site.VisitAsync("consortium-member", "en");
        await member.GoAsync($"/datasets/{shelf.Key}");
        await Assertions.Expect(member.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Its use is halted");
        Assert.DoesNotContain("rightsholder objected", await member.Page.ContentAsync(), StringComparison.Ordinal);
    }
}
