using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Tests.Import;

public sealed class ImportTests(ITestOutputHelper output)
{
    [Fact]
    public async Task RealRecords_NumbersInAndOutAgree_AndAgainChangesNothing()
    {
        await using ImportService service = await ImportService.StartAsync();
        string[] files = Files();
        Stopwatch watch = Stopwatch.StartNew();
        Dictionary<string, long> first = await SendAllAsync(service, files);
        output.WriteLine($"{first["in"]} records in {watch.Elapsed.TotalSeconds:F1} s: {first["in"] / watch.Elapsed.TotalSeconds:F0} a second, {files.Length} requests");
        Assert.Equal(2512, first["in"]);
        Assert.Equal((2510, 0, 1, 1), (first["created"], first["updated"], first["unchanged"], first["rejected"]));
        (long events, long tasks) = await TrailAsync(service);
        Dictionary<string, long> second = await SendAllAsync(service, files);
        Assert.Equal((0, 0, 2511, 1), (second["created"], second["updated"], second["unchanged"], second["rejected"]));
        Assert.Equal((events, tasks), await TrailAsync(service));
        Assert.Equal(2510, await service.ReadAsync(db => db.Datasets.CountAsync()));
    }

    [Fact]
    public async Task Changed_IsUpdatedAndKeepsWhatOfficersSet()
    {
        await using ImportService service = await ImportService.StartAsync();
        await PostAsync(service, Dataset("a", "One"));
        await SetSupplyAsync(service);
        JsonElement outcome = (await PostAsync(service, Dataset("a", "Two")))[0];
        Assert.Equal("updated", outcome.GetProperty("result").GetString());
        Dataset dataset = await service.ReadAsync(db => db.Datasets.SingleAsync());
        Assert.Equal("Two", dataset.Title.En);
        Assert.Equal("another programme", dataset.Supply.BuiltUnder);
    }

    [Fact]
    public async Task BadRow_LeavesItsBatch()
    {
        await using ImportService service = await ImportService.StartAsync();
        List<JsonElement> lines = await PostAsync(service, $"{Dataset("a", "A")}\n{{broken\n{Dataset("Bad Key", "B")}\n{Dataset("c", "C")}");
        Assert.Equal(["created", "rejected", "rejected", "created"], lines.SkipLast(1).Select(l => l.GetProperty("result").GetString()));
        Assert.Equal("invalid-value", lines[2].GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(2, await service.ReadAsync(db => db.Datasets.CountAsync()));
    }

    [Fact]
    public async Task DryRun_SaysTheSameAndWritesNothing()
    {
        await using ImportService service = await ImportService.StartAsync();
        List<JsonElement> lines = await PostAsync(service, $"{Dataset("a", "A")}\n{Dataset("a", "B")}", "?dryRun=true");
        Assert.Equal(["created", "updated"], lines.SkipLast(1).Select(l => l.GetProperty("result").GetString()));
        Assert.Equal(0, await service.ReadAsync(db => db.Datasets.CountAsync()));
        Assert.Equal(0, await service.ReadAsync(db => db.AuditEvents.CountAsync()));
    }

    [Fact]
    public async Task From_PassesOver()
    {
        await using ImportService service = await ImportService.StartAsync();
        List<JsonElement> lines = await PostAsync(service, $"{Dataset("a", "A")}\n{Dataset("b", "B")}", "?from=2");
        Assert.Equal("b", Assert.Single(lines.SkipLast(1)).GetProperty("key").GetString());
    }

    [Fact]
    public async Task Refusals_ComeBeforeTheFirstByte()
    {
        await using ImportService service = await ImportService.StartAsync();
        (HttpStatusCode status, _) = await service.SendAsync("/import/parquet", new StringContent(""));
        Assert.Equal(HttpStatusCode.NotFound, status);
        (status, List<JsonElement> lines) = await service.SendAsync("/import/csv", new StringContent("name;title\n"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("csv-header", lines[0].GetProperty("code").GetString());
        await using ImportService members = await ImportService.StartAsync(new Actor(Guid.Empty, "member", Roles.ConsortiumMember, Guid.Empty));
        (status, _) = await members.SendAsync("/import/jsonl", new StringContent(Dataset("a", "A")));
        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    [Fact]
    public async Task ProgrammeAgreementsAndEntitlements_ComeInByKey()
    {
        await using ImportService service = await ImportService.StartAsync();
        string[] rows =
        [
            """{"kind":"organisation","key":"lead","nameEn":"Lead"}""",
            """{"kind":"programme","key":"p","nameEn":"P","funder":"lead","selectedOn":"2025-08-04"}""",
            """{"kind":"consortium","key":"c","nameEn":"C","programme":"p","lead":"lead","activeFrom":"2025-08-04","members":[{"organisation":"lead","role":"data"}]}""",
            """{"kind":"model","key":"m","name":"M","consortium":"c","modalities":["text"]}""",
            """{"kind":"dataset","key":"d","titleEn":"D","descriptionEn":"D","modalities":["text"],"provider":"lead","acquisition":"licensed","versions":[{"number":"1","distributions":[{"name":"a","location":"x/a","mediaType":"text/plain","bytes":1,"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}]}],"publish":"1"}""",
            """{"kind":"agreement","number":"A-1","titleEn":"A","licensor":"lead","signedOn":"2025-01-01","startsOn":"2025-01-01","endsOn":"2030-12-31","datasets":["d"],"parties":[{"role":"licensee","consortium":"c"}],"payments":[{"dueOn":"2026-01-01","amount":5,"currency":"KRW"}],"terms":{"@context":"http://www.w3.org/ns/odrl.jsonld","@type":"Set","uid":"urn:x:1","permission":[{"target":"urn:x:d","action":"use"}]}}""",
            """{"kind":"entitlement","consortium":"c","dataset":"d","agreement":"A-1"}""",
            """{"kind":"entitlement","consortium":"c","dataset":"nowhere","agreement":"A-1"}""",
        ];
        List<JsonElement> lines = await PostAsync(service, string.Join('\n', rows));
        Assert.Equal([.. Enumerable.Repeat("created", 7), "rejected"], lines.SkipLast(1).Select(l => l.GetProperty("result").GetString()));
        Assert.Equal("unknown-key", lines[7].GetProperty("error").GetProperty("code").GetString());
        lines = await PostAsync(service, string.Join('\n', rows));
        Assert.Equal([.. Enumerable.Repeat("unchanged", 7), "rejected"], lines.SkipLast(1).Select(l => l.GetProperty("result").GetString()));
    }

    [Fact]
    public async Task CutStream_KeepsWholeBatches_AndResumes()
    {
        await using ImportService service = await ImportService.StartAsync();
        string rows = string.Join('\n', Enumerable.Range(1, 1200).Select(i => Dataset($"d{i}", $"D {i}")));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => service.SendAsync("/import/jsonl", new CutContent(Encoding.UTF8.GetBytes(rows), () => WaitAsync(service, 1000))));
        Assert.Equal(1000, await service.ReadAsync(db => db.Datasets.CountAsync()));
        JsonElement summary = (await PostAsync(service, rows))[^1].GetProperty("summary");
        Assert.Equal((200, 1000), (summary.GetProperty("created").GetInt64(), summary.GetProperty("unchanged").GetInt64()));
    }

    [Fact]
    public async Task ThousandsASecond()
    {
        await using ImportService service = await ImportService.StartAsync();
        const int Count = 20_000;
        await PostAsync(service, Dataset("warm", "Warm"));
        string rows = string.Join('\n', Enumerable.Range(1, Count).Select(i => Dataset($"d{i}", $"D {i}")));
        Stopwatch watch = Stopwatch.StartNew();
        JsonElement summary = (await PostAsync(service, rows))[^1].GetProperty("summary");
        output.WriteLine($"created {Count / watch.Elapsed.TotalSeconds:F0} a second");
        Assert.Equal(Count, summary.GetProperty("created").GetInt64());
        watch.Restart();
        summary = (await PostAsync(service, rows))[^1].GetProperty("summary");
        output.WriteLine($"unchanged {Count / watch.Elapsed.TotalSeconds:F0} a second");
        Assert.Equal(Count, summary.GetProperty("unchanged").GetInt64());
    }

    [Fact]
    public async Task GigabyteOfTooLargeRows_LeavesMemoryFlat()
    {
        await using ImportService service = await ImportService.StartAsync();
        long before = Process.GetCurrentProcess().WorkingSet64;
        (HttpStatusCode status, List<JsonElement> lines) = await service.SendAsync("/import/jsonl", new LongContent(1L << 30));
        Process process = Process.GetCurrentProcess();
        output.WriteLine($"memory {before >> 20} MiB before, {process.WorkingSet64 >> 20} MiB after, peak {process.PeakWorkingSet64 >> 20} MiB");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(64, lines[^1].GetProperty("summary").GetProperty("rejected").GetInt64());
        Assert.InRange(process.WorkingSet64 - before, long.MinValue, 200L << 20);
    }

    private static string Dataset(string key, string title) =>
        $$"""{"kind":"dataset","key":"{{key}}","titleEn":"{{title}}","descriptionEn":"Text in Korean.","modalities":["text"],"languages":["ko"],"provider":"p","providerNameEn":"P","acquisition":"public","links":["https://example.org/{{title.Replace(' ', '-')}}"],"licences":[{"key":"CC-BY-4.0","asStated":"CC BY 4.0"}],"volumes":[{"amount":3,"unit":"tokens"}]}""";

    private static async Task<List<JsonElement>> PostAsync(ImportService service, string rows, string query = "")
    {
        (HttpStatusCode status, List<JsonElement> lines) = await service.SendAsync("/import/jsonl" + query, new StringContent(rows));
        Assert.Equal(HttpStatusCode.OK, status);
        return lines;
    }

    private static async Task<Dictionary<string, long>> SendAllAsync(ImportService service, string[] files)
    {
        var sums = new Dictionary<string, long> { ["in"] = 0, ["created"] = 0, ["updated"] = 0, ["unchanged"] = 0, ["rejected"] = 0 };
        foreach (string file in files)
        {
            await using FileStream body = File.OpenRead(file);
            (_, List<JsonElement> lines) = await service.SendAsync("/import/data-provenance", new StreamContent(body));
            foreach (JsonProperty sum in lines[^1].GetProperty("summary").EnumerateObject()) sums[sum.Name] += sum.Value.GetInt64();
        }

        return sums;
    }

    private static async Task<(long Events, long Tasks)> TrailAsync(ImportService service) =>
        (await service.ReadAsync(db => db.AuditEvents.LongCountAsync()), await service.ReadAsync(db => db.IndexTasks.LongCountAsync()));

    private static Task<bool> SetSupplyAsync(ImportService service) => service.ReadAsync(db => db.WriteAsync(
        async token =>
        {
            Dataset dataset = await db.Datasets.Include(d => d.Licences).SingleAsync(token);
            dataset.Change(
                new DatasetInput
                {
                    TitleEn = "One", DescriptionEn = "x", Modalities = ["text"], ProviderId = dataset.ProviderId, Supply = new Supply { BuiltUnder = "another programme" },
                },
                TimeProvider.System);
            db.Record(new Core.Audit.AuditEntry("dataset.changed", nameof(Dataset), dataset.Id));
            return true;
        },
        TestContext.Current.CancellationToken));

    private static async Task WaitAsync(ImportService service, int datasets)
    {
        for (int i = 0; i < 200 && await service.ReadAsync(db => db.Datasets.CountAsync()) < datasets; i++) await Task.Delay(50, TestContext.Current.CancellationToken);
    }

    private static string[] Files()
    {
        string shared = Environment.GetEnvironmentVariable("DATACATALOG_SHARED") ?? Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "..", "..", "shared");
        string folder = Path.Combine(shared, "data", "data-provenance-collection");
        if (!Directory.Exists(folder)) Assert.Skip("the shared data data-provenance-collection is missing");
        return [.. new[] { "text", "speech", "video" }.SelectMany(f => Directory.GetFiles(Path.Combine(folder, f), "*.json")).Order(StringComparer.Ordinal)];
    }

    /// <summary>Sends its bytes, waits, and breaks off.</summary>
    private sealed class CutContent(byte[] bytes, Func<Task> before) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(bytes);
            await stream.FlushAsync();
            await before();
            throw new IOException("cut");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length + 1;
            return true;
        }
    }

    /// <summary>Lines of 16 MiB each.</summary>
    private sealed class LongContent(long bytes) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            byte[] chunk = new byte[1 << 20];
            Array.Fill(chunk, (byte)'x');
            for (long sent = 0; sent < bytes; sent += chunk.Length)
            {
                chunk[^1] = (sent / chunk.Length) % 16 == 15 ? (byte)'\n' : (byte)'x';
                await stream.WriteAsync(chunk);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes;
            return true;
        }
    }
}
