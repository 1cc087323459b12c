using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace DataCatalog.Cli.Tests;

public sealed class CatalogCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cli").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Import_SendsPiecesAndCountsLinesOfTheFile()
    {
        await using FakeService service = await FakeService.StartAsync(Answer);
        string file = Write("rows.jsonl", string.Concat(Enumerable.Range(1, 1234).Select(i => $"row {i}\n")));
        string outcomes = Path.Combine(folder, "outcomes.txt");
        Assert.Equal(ExitCodes.Done, await RunAsync("import", file, "--url", service.Url, "--outcomes", outcomes));
        Assert.Equal(3, service.Requests.Count);
        Assert.Contains("in 1,234", output.ToString(), StringComparison.Ordinal);
        List<JsonElement> lines = [.. File.ReadLines(outcomes).Select(l => JsonElement.Parse(l))];
        Assert.Equal(Enumerable.Range(1, 1234), lines.Select(l => l.GetProperty("line").GetInt32()));
        Assert.All(lines, l => Assert.Equal($"row {l.GetProperty("line")}", l.GetProperty("key").GetString()));
    }

    [Fact]
    public async Task Import_CsvHasItsHeaderOnEachPieceAndItsOwnLines()
    {
        await using FakeService service = await FakeService.StartAsync(AnswerCsv);
        string file = Write("rows.csv", "key,\"de\nscription\"\r\n" + string.Concat(Enumerable.Range(1, 700).Select(i => $"k{i},\"a\nb\"\r\n")));
        string outcomes = Path.Combine(folder, "outcomes.txt");
        Assert.Equal(ExitCodes.Done, await RunAsync("import", file, "--url", service.Url, "--outcomes", outcomes));
        Assert.Equal(2, service.Requests.Count);
        Assert.All(service.Requests, r => Assert.StartsWith("key,\"de\nscription\"\r\n", r.Body, StringComparison.Ordinal));
        Assert.Equal([3, 1003], File.ReadLines(outcomes).Select(l => JsonElement.Parse(l).GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Import_FolderTellsFormatsByName()
    {
        await using FakeService service = await FakeService.StartAsync(Answer);
        Write("programme.json", "{}");
        Write("record.json", "{}");
        Write("notes.txt", "not sent");
        Assert.Equal(ExitCodes.Done, await RunAsync("import", folder, "--url", service.Url, "--dry-run"));
        Assert.Equal(["/import/programme", "/import/data-provenance"], service.Requests.Select(r => r.Path.Split('?')[0]));
        Assert.All(service.Requests, r => Assert.Contains("dryRun=true", r.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Import_RejectedRows_AreToldAndInTheExitCode()
    {
        await using FakeService service = await FakeService.StartAsync((_, _) =>
            """{"line":1,"result":"rejected","error":{"code":"x","field":"key","message":"no good","messageKo":"-"}}""" + "\n" + Summary(1, 1));
        Assert.Equal(ExitCodes.SomeRejected, await RunAsync("import", Write("a.jsonl", "x\n"), "--url", service.Url));
        Assert.Contains("a.jsonl line 1: key no good", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_AnswerWithoutSummary_BrokeOff()
    {
        await using FakeService service = await FakeService.StartAsync((_, _) => """{"line":1,"result":"created"}""" + "\n");
        Assert.Equal(ExitCodes.Unreachable, await RunAsync("import", Write("a.jsonl", "x\n"), "--url", service.Url));
    }

    [Fact]
    public async Task Refusal_IsToldInWords()
    {
        await using FakeService service = await FakeService.StartAsync((context, _) =>
        {
            context.Response.StatusCode = 403;
            return """{"title":"Forbidden","detail":"Your roles do not allow this.","code":"forbidden"}""";
        });
        Assert.Equal(ExitCodes.Refused, await RunAsync("import", Write("a.jsonl", "x\n"), "--url", service.Url));
        Assert.Contains("Your roles do not allow this.", errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import", "nowhere.jsonl")]
    [InlineData("import", "x", "--format", "parquet")]
    [InlineData("search", "a", "--url", "ftp://x")]
    [InlineData("dance")]
    public async Task WrongCommandLine_IsUsage(params string[] arguments) => Assert.Equal(ExitCodes.Usage, await RunAsync(arguments));

    [Fact]
    public async Task NoService_IsUnreachable() => Assert.Equal(ExitCodes.Unreachable, await RunAsync("search", "말뭉치", "--url", "http://127.0.0.1:1"));

    [Fact]
    public async Task Search_SendsTheKeyAndShowsHits()
    {
        await using FakeService service = await FakeService.StartAsync((_, _) =>
            """{"@odata.count":1,"value":[{"Key":"ko-news","TitleKo":"뉴스","TitleEn":"Ne\u001bws","Status":"Available"}]}""");
        Assert.Equal(ExitCodes.Done, await RunAsync("search", "뉴스", "말뭉치", "--url", service.Url, "--key-file", Write("key", "dck_secret\n")));
        Assert.Equal("Bearer dck_secret", service.Requests[0].Key);
        Assert.Contains("%EB%89%B4%EC%8A%A4%20", service.Requests[0].Path, StringComparison.Ordinal);
        Assert.Contains("ko-news\t뉴스 / Ne ws\tAvailable", output.ToString(), StringComparison.Ordinal);
    }

    private Task<int> RunAsync(params string[] arguments) => CatalogCommand.RunAsync(arguments, output, errors, TestContext.Current.CancellationToken);

    private string Write(string name, string text)
    {
        string file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private static string Answer(HttpContext context, string body)
    {
        string[] lines = body.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(lines.Select((l, i) => JsonSerializer.Serialize(new { line = i + 1, key = l, result = "created" }) + "\n")) + Summary(lines.Length, 0);
    }

    private static string AnswerCsv(HttpContext context, string body) => """{"line":3,"result":"created"}""" + "\n" + Summary(1, 0);

    private static string Summary(int count, int rejected) =>
        $$$"""{"summary":{"in":{{{count}}},"created":{{{count - rejected}}},"updated":0,"unchanged":0,"rejected":{{{rejected}}}}}""" + "\n";
}
