using System.Text.Json;

namespace DataCatalog.Bench;

/// <summary>The read path beside its floor.</summary>
internal sealed class Reads(Child service, Child floor, long rows, TimeSpan time)
{
    private const int Connections = 16;
    private const string Page = "$orderby=TitleKo&$top=20";
    private static readonly string[] Acquisitions = ["Licensed", "Public", "Crawled", "Synthetic"];

    /// <summary>A filtered, ordered page.</summary>
    public Task<Figure> ListAsync() => BesideAsync("list", "55 %", n => $"/odata/Datasets?$filter=Acquisition eq '{Value(n)}'&{Page}", n => $"/list?value={Value(n)}");

    /// <summary>The same with the number of all rows.</summary>
    public Task<Figure> CountAsync() => BesideAsync("count", "40 %", n => $"/odata/Datasets?$filter=Acquisition eq '{Value(n)}'&{Page}&$count=true", n => $"/count?value={Value(n)}");

    /// <summary>One row by its key.</summary>
    public async Task<Figure> ByKeyAsync()
    {
        using JsonDocument page = JsonDocument.Parse(await service.Client.GetStringAsync("/odata/Datasets?$select=Id&$orderby=Key&$top=1000"));
        string[] ids = [.. page.RootElement.GetProperty("value").EnumerateArray().Select(r => r.GetProperty("Id").GetString()!)];
        return await BesideAsync("by-key", "60 %", n => $"/odata/Datasets({ids[n % ids.Length]})", n => $"/by-key?value={ids[n % ids.Length].ToUpperInvariant()}");
    }

    /// <summary>A page with versions and providers.</summary>
    public Task<Figure> ExpandAsync() => BesideAsync("expand", "40 %", n => $"/odata/Datasets?$filter=Acquisition eq '{Value(n)}'&{Page}&$expand=Versions,Provider", n => $"/expand?value={Value(n)}");

    /// <summary>Groups of an unchanged catalogue.</summary>
    public async Task<Figure> GroupByAsync()
    {
        LoadResult here = await Load.RunAsync(service.Client, _ => "/odata/Datasets?$apply=groupby((Acquisition,Sensitivity),aggregate($count as Rows))", 1, time);
        LoadResult there = await Load.RunAsync(floor.Client, _ => "/groupby?value=x", 1, time);
        return Figure.Of("groupby", here.P50, "ms p50", there.P50, "1 ms", rows, $"p99 {here.P99:N1} ms; one connection");
    }

    /// <summary>Search with facets that every dataset answers.</summary>
    public async Task<Figure> SearchAsync()
    {
        LoadResult page = await Load.RunAsync(service.Client, _ => "/odata/Datasets?$search=말뭉치&$top=20&$count=true", 1, time);
        LoadResult facets = await Load.RunAsync(service.Client, _ => "/odata/Datasets/Facets()?$search=말뭉치", 1, time);
        return Figure.Of("search", facets.P50, "ms p50", null, "8 ms", rows, $"facets, p99 {facets.P99:N1} ms; a page of 20 with its rows: p50 {page.P50:N1}, p99 {page.P99:N1} ms");
    }

    private async Task<Figure> BesideAsync(string name, string target, Func<int, string> path, Func<int, string> floorPath)
    {
        LoadResult here = await Load.RunAsync(service.Client, path, Connections, time);
        LoadResult there = await Load.RunAsync(floor.Client, floorPath, Connections, time);
        return Figure.Of(name, here.PerSecond, "requests/s", there.PerSecond, target, rows, $"p50 {here.P50:N1}, p99 {here.P99:N1} ms; floor p50 {there.P50:N1} ms; {Connections} connections");
    }

    private static string Value(int n) => Acquisitions[n % Acquisitions.Length];
}
