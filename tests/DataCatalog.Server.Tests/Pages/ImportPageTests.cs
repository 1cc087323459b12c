using System.Text;
using DataCatalog.Server.Tests.Support;
using Microsoft.Playwright;

namespace DataCatalog.Server.Tests.Pages;

/// <summary>A data officer brings files in, in a browser: tried first, then taken.</summary>
public sealed class ImportPageTests(Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task File_IsTriedFirst_ThenTaken_RowByRow(bool script)
    {
        RegistryService service = await site.ServiceAsync();
        string key = Given.Unique("imported");
        await using Visit visit = await site.VisitAsync("data-officer", "en", script);
        IPage page = visit.Page;
        await visit.GoAsync("/register/import");
        await SendAsync(page, "rows.jsonl", $$"""
            {"kind":"organisation","key":"{{key}}","nameEn":"Imported Press"}
            {"kind":"organisation","key":"Bad Key","nameEn":"Nobody"}
            {"kind":"dataset","key":"{{key}}","titleEn":"Imported news","descriptionEn":"Made up.","modalities":["text"],"provider":"{{key}}"}
            """);
        await page.WaitForURLAsync("**/register/import/*");
        await Assertions.Expect(page.GetByText("Nothing was written.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("1 row is refused");
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "Bad Key" })).ToContainTextAsync("not a valid key");
        Assert.Equal(0, await CountAsync(service, key));
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it now" }).ClickAsync();
        await Assertions.Expect(page.GetByText("It is taken.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "Dataset 1 0 0 0" })).ToBeVisibleAsync();
        Assert.Equal(1, await CountAsync(service, key));
        IAPIResponse file = await page.APIRequest.GetAsync(await page.GetByRole(AriaRole.Link, new() { Name = "Every row’s outcome" }).GetAttributeAsync("href") ?? "");
        Assert.Contains("\"rejected\":1", (await file.TextAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]);
    }

    [Fact]
    public async Task LargeFile_ComesThrough_WithItsProgress()
    {
        await using Visit visit = await site.VisitAsync("data-officer");
        IPage page = visit.Page;
        await visit.GoAsync("/register/import");
        string stem = Given.Unique("many");
        // Beyond the limit of other pages' forms, and of what is held in memory.
        string rows = string.Join('\n', Enumerable.Range(0, 15_000).Select(i => $"{{\"kind\":\"organisation\",\"key\":\"{stem}-{i}\",\"nameEn\":\"{new string('x', 100)}\"}}"));
        await SendAsync(page, "many.jsonl", rows, "시험해 보기");
        await page.WaitForURLAsync("**/register/import/*");
        await Assertions.Expect(page.GetByText("거절될 행이 없습니다.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "기관 15,000 0 0 0" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("처음 200개입니다.")).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task WrongHeader_BreaksOff_AndAnUnknownFormatIsRefused()
    {
        await using Visit visit = await site.VisitAsync("data-officer", "en");
        IPage page = visit.Page;
        await visit.GoAsync("/register/import");
        await SendAsync(page, "notes.txt", "hello");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("choose the format");
        await SendAsync(page, "rows.csv", "name,what\nx,y\n");
        await Assertions.Expect(page.GetByText("It broke off.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Choose other files" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("The header does not fit");
    }

    [Fact]
    public async Task Member_DoesNotImport_AndAnotherOfficersRunIsNotSeen()
    {
        await using Visit member = await site.VisitAsync("consortium-member", "en");
        await member.GoAsync("/register/import", 403);
        await Assertions.Expect(member.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("it needs one of: data-officer, programme-admin.");
        await using Visit officer = await site.VisitAsync("data-officer", "en");
        await officer.GoAsync("/mine", 403);
        await Assertions.Expect(officer.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("it needs one of: consortium-member.");
        await officer.GoAsync("/register/import");
        await SendAsync(officer.Page, "rows.jsonl", "{}");
        await officer.Page.WaitForURLAsync("**/register/import/*");
        await using Visit other = await site.VisitAsync("programme-admin", "en");
        await other.GoAsync(new Uri(officer.Page.Url).AbsolutePath, 404);
    }

    private static async Task SendAsync(IPage page, string name, string content, string button = "Try them")
    {
        await page.Locator("#files").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(content) });
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
    }

    private static async Task<int> CountAsync(RegistryService service, string key) =>
        (await service.Admin.GetAsync($"/odata/Datasets?$filter=Key eq '{key}'&$select=Key"))["value"].GetArrayLength();
}
