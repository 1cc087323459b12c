using System.Text.RegularExpressions;
using DataCatalog.Server.Tests.Support;
using Microsoft.Playwright;

namespace DataCatalog.Server.Tests.Pages;

/// <summary>Finding datasets at the front door.</summary>
public sealed partial class SearchPageTests(Site site)
{
    [Fact]
    public async Task Words_FindMarkAndNarrow_AndTellWhatMayBeDone()
    {
        Shelf shelf = await (await Shelf.MakeAsync(site)).IndexedAsync(site);
        await using Visit visit = await site.VisitAsync("consortium-member", "ko");
        IPage page = visit.Page;
        await visit.GoAsync("/");
        await page.GetByRole(AriaRole.Searchbox).FillAsync(shelf.Word);
        await page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        ILocator hit = page.Locator("[data-hit]");
        await Assertions.Expect(hit).ToHaveCountAsync(1);
        await Assertions.Expect(hit.Locator("h2 mark")).ToHaveTextAsync(shelf.Word);
        await Assertions.Expect(hit).ToContainTextAsync("학습: 허용");
        await Assertions.Expect(hit).ToContainTextAsync("계약");

        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = Text() }).CheckAsync();
        ILocator chips = page.GetByRole(AriaRole.List, new() { Name = "적용된 조건" });
        await Assertions.Expect(chips).ToContainTextAsync("모달리티: 텍스트");
        Assert.Contains("Modality=text", page.Url);
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = Release() }).CheckAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("0건");
        await page.GetByRole(AriaRole.Link, new() { Name = "조건을 모두 빼고 찾기" }).ClickAsync();
        await Assertions.Expect(hit).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync(shelf.Word);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task WithoutScript_AButtonNarrows_AndTheAddressHoldsAll()
    {
        Shelf shelf = await (await Shelf.MakeAsync(site)).IndexedAsync(site);
        await using Visit visit = await site.VisitAsync("data-officer", "en", script: false);
        IPage page = visit.Page;
        await visit.GoAsync("/");
        await page.GetByRole(AriaRole.Searchbox).FillAsync(shelf.Word);
        await page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-hit]")).ToHaveCountAsync(1);
        await page.GetByLabel("To which consortium").SelectOptionAsync(Site.Consortium);
        await page.GetByRole(AriaRole.Group, new() { Name = "What must be permitted" }).GetByRole(AriaRole.Checkbox, new() { Name = "Train" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-hit]")).ToContainTextAsync("Train: Permitted · until");
        string address = page.Url;
        await visit.GoAsync("/");
        await visit.GoAsync(address);
        await Assertions.Expect(page.Locator("[data-hit]")).ToContainTextAsync("Train: Permitted · until");
    }

    [Fact]
    public async Task KeysAlone_ReachTheBoxAHitAndItsPage()
    {
        Shelf shelf = await (await Shelf.MakeAsync(site)).IndexedAsync(site);
        await using Visit visit = await site.VisitAsync("consortium-member", "en");
        IPage page = visit.Page;
        await visit.GoAsync("/");
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(shelf.Word);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-hit]")).ToHaveCountAsync(1);
        await page.EvaluateAsync("() => document.activeElement?.blur()");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**/datasets/{shelf.Key}");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(shelf.Word);
    }

    [Fact]
    public async Task TooManyWords_AreRefused_AndStayInTheBox()
    {
        await using Visit visit = await site.VisitAsync("consortium-member", "ko");
        string words = string.Join(' ', Enumerable.Range(0, 40).Select(i => $"w{i}"));
        await visit.GoAsync("/?q=" + Uri.EscapeDataString(words), 422);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("낱말");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync(words);
        await visit.GoAsync("/?Modality=smell", 400);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task WhoHasNotSignedIn_SeesWhatThisIs()
    {
        await using Visit visit = await site.VisitAsync(null, "en");
        await visit.GoAsync("/");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("/health/ready");
        await visit.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await visit.Page.WaitForURLAsync("**/sign-in");
    }

    [GeneratedRegex("^텍스트")]
    private static partial Regex Text();

    [GeneratedRegex("^가중치 공개")]
    private static partial Regex Release();
}
