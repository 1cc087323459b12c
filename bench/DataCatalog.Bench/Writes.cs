using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.UseCases;
using DataCatalog.Core.Search;
using DataCatalog.Storage;

namespace DataCatalog.Bench;

/// <summary>What changes the registry: imports, changes that search must see, the sweep; and the start.</summary>
internal static class Writes
{
    private static readonly string[] Modalities = ["text"];

    /// <summary>Sends rows and waits for the last outcome.</summary>
    /// <returns>The time, and the most memory that the service held.</returns>
    public static async Task<(TimeSpan Time, double Peak)> ImportAsync(Child service, Rows rows)
    {
        var watch = Stopwatch.StartNew();
        double peak = 0;
        foreach (HttpContent piece in rows.Pieces())
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/import/jsonl") { Content = piece };
            using HttpResponseMessage answer = await service.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            answer.EnsureSuccessStatusCode();
            await ReadOutcomesAsync(answer);
            peak = Math.Max(peak, service.ResidentMegabytes);
        }

        return (watch.Elapsed, peak);
    }

    private static async Task ReadOutcomesAsync(HttpResponseMessage answer)
    {
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        string last = "";
        string? rejected = null;
        while (await lines.ReadLineAsync() is { } line)
        {
            last = line;
            if (rejected is null && line.Contains("\"rejected\",", StringComparison.Ordinal)) rejected = line;
        }

        using JsonDocument summary = JsonDocument.Parse(last);
        if (summary.RootElement.GetProperty("summary").GetProperty("rejected").GetInt64() > 0) throw new InvalidOperationException($"Rows were rejected, as {rejected}: {last}");
    }

    /// <summary>How soon search sees a change while 100 arrive each second.</summary>
    public static async Task<Figure> FreshnessAsync(Child service, long rows, TimeSpan time)
    {
        using JsonDocument page = JsonDocument.Parse(await service.Client.GetStringAsync("/odata/Organisations?$select=Id&$top=1"));
        string provider = page.RootElement.GetProperty("value")[0].GetProperty("Id").GetString()!;
        List<Task<double>> seen = [];
        List<Task> made = [];
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        var watch = Stopwatch.StartNew();
        string run = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(4));
        for (int n = 0; watch.Elapsed < time * 2 && await beat.WaitForNextTickAsync(); n++)
        {
            string word = $"fresh{run}x{n}";
            Task<double> change = ChangeAsync(service.Client, word, provider, n % 10 == 0);
            made.Add(change);
            if (n % 10 == 0) seen.Add(change);
        }

        await Task.WhenAll(made);
        double rate = made.Count / watch.Elapsed.TotalSeconds;
        double[] times = [.. (await Task.WhenAll(seen)).Order()];
        return Figure.Of("freshness", Load.At(times, 0.99), "ms p99", null, "1,000 ms", rows, $"p50 {Load.At(times, 0.5):N0} ms; {rate:N0} changes a second, each tenth looked for");
    }

    /// <summary>
    /// The sweep over as many watched dates, of agreements that have an end, a day of notice and a payment each: the first night, on which all
    /// that is near is due at once, and the night after it, which is like every other.
    /// </summary>
    public static async IAsyncEnumerable<Figure> SweepAsync(string folder, int rows, DateOnly today)
    {
        using (Child service = await Child.ServiceAsync(folder)) await ImportAsync(service, Rows.Agreements(rows / 3, today));
        var registry = new RegistryDbFactory(new StorageOptions { DataFolder = folder }, TimeProvider.System, new IndexSignal());
        for (int night = 0; night < 3; night++)
        {
            long before = Process.GetCurrentProcess().WorkingSet64;
            var watch = Stopwatch.StartNew();
            SweepOutcome outcome = await new RaiseExpiryAlerts(registry, TimeProvider.System).HandleAsync(today.AddDays(night), CancellationToken.None);
            double seconds = watch.Elapsed.TotalSeconds;
            yield return Figure.Of(night == 0 ? "sweep-first" : "sweep", seconds, "s", null, "10 s a million", rows, $"{outcome}; {(Process.GetCurrentProcess().WorkingSet64 - before) / 1e6:N0} MB more than before");
        }
    }

    /// <summary>From the start of the process to readiness, with an empty catalogue.</summary>
    public static async Task<Figure> StartAsync(string folder)
    {
        var watch = Stopwatch.StartNew();
        using Child service = await Child.ServiceAsync(folder);
        double first = watch.Elapsed.TotalSeconds;
        await Task.Delay(TimeSpan.FromSeconds(5));
        return Figure.Of("start", first, "s", null, "2 s, 200 MB", 0, $"{service.ResidentMegabytes:N0} MB resident at rest");
    }

    private static async Task<double> ChangeAsync(HttpClient client, string word, string provider, bool look)
    {
        using HttpResponseMessage made = await client.PostAsJsonAsync("/odata/Datasets", new { Key = word, TitleEn = word, DescriptionEn = word, Modalities, ProviderId = provider }, new JsonSerializerOptions());
        made.EnsureSuccessStatusCode();
        var watch = Stopwatch.StartNew();
        while (look && !(await client.GetStringAsync($"/odata/Datasets?$search={word}&$select=Key")).Contains($"\"{word}\"", StringComparison.Ordinal)) await Task.Delay(10);
        return watch.Elapsed.TotalMilliseconds;
    }
}
