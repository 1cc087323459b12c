using System.Diagnostics;
using System.Text.Json;

namespace DataCatalog.Bench;

/// <summary>Runs the figures asked for, over data made for this run and removed after it.</summary>
internal static class Bench
{
    /// <summary>The figures, in the order in which they run.</summary>
    public static readonly string[] Names = ["start", "import", "list", "count", "by-key", "expand", "groupby", "search", "freshness", "sweep", "pages", "check-use", "check-mix", "check-use-http", "check-mix-http"];

    private static readonly HashSet<string> OnDatasets = ["import", "list", "count", "by-key", "expand", "groupby", "search", "freshness"];

    /// <summary>Runs them.</summary>
    public static async IAsyncEnumerable<Figure> RunAsync(string[] names, int rows, TimeSpan time)
    {
        string folder = Directory.CreateTempSubdirectory("datacatalog-bench-").FullName;
        try
        {
            if (names.Contains("start")) yield return await Writes.StartAsync(Path.Combine(folder, "start"));
            if (names.Any(OnDatasets.Contains))
            {
                await foreach (Figure figure in OnDatasetsAsync(names, Path.Combine(folder, "datasets"), rows, time)) yield return figure;
            }

            if (names.Contains("sweep"))
            {
                await foreach (Figure figure in Writes.SweepAsync(Path.Combine(folder, "sweep"), rows, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime))) yield return figure;
            }

            if (names.Contains("pages"))
            {
                await foreach (Figure figure in Pages.RunAsync(Path.Combine(folder, "pages"), time)) yield return figure;
            }

            if (names.Contains("check-use")) yield return Checks.Use(time);
            if (names.Contains("check-mix")) yield return Checks.Mix();
            if (names.Any(n => n is "check-use-http" or "check-mix-http"))
            {
                await foreach (Figure figure in Asked.RunAsync(names, Path.Combine(folder, "asked"), time)) yield return figure;
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async IAsyncEnumerable<Figure> OnDatasetsAsync(string[] names, string folder, int rows, TimeSpan time)
    {
        using Child service = await Child.ServiceAsync(folder);
        (TimeSpan took, double peak) = await Writes.ImportAsync(service, Rows.Datasets(rows));
        if (names.Contains("import")) yield return Figure.Of("import", rows / took.TotalSeconds, "datasets/s", null, "5,000", rows, $"at most {peak:N0} MB resident; indexing runs beside it");
        await IndexedAsync(service, rows, names.Contains("search") || names.Contains("freshness"));
        using Child floor = await Child.FloorAsync(folder);
        var reads = new Reads(service, floor, rows, time);
        foreach (string name in names)
        {
            Figure? figure = name switch
            {
                "list" => await reads.ListAsync(),
                "count" => await reads.CountAsync(),
                "by-key" => await reads.ByKeyAsync(),
                "expand" => await reads.ExpandAsync(),
                "groupby" => await reads.GroupByAsync(),
                "search" => await reads.SearchAsync(),
                "freshness" => await Writes.FreshnessAsync(service, rows, time),
                _ => null,
            };
            if (figure is not null) yield return figure;
        }
    }

    // Reads are measured at rest: until the index has caught up, it shares the machine.
    private static async Task IndexedAsync(Child service, int rows, bool needed)
    {
        var watch = Stopwatch.StartNew();
        TimeSpan patience = needed ? TimeSpan.FromMinutes(30) : TimeSpan.FromMinutes(2);
        while (watch.Elapsed < patience)
        {
            using JsonDocument page = JsonDocument.Parse(await service.Client.GetStringAsync("/odata/Datasets?$search=말뭉치&$count=true&$top=1&$select=Key"));
            if (page.RootElement.GetProperty("@odata.count").GetInt64() >= rows) break;
            await Task.Delay(500);
        }
    }
}
