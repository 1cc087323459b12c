using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace DataCatalog.Bench;

/// <summary>Figures of the use-check over HTTP: facts read from the database, decided, told with reasons and sentences.</summary>
internal static class Asked
{
    private const int Datasets = 10_000;
    private static readonly string[] Train = ["train"];
    private static readonly object[] Facts = [new { Name = "language", Values = (string[])["ko-KR"] }, new { Name = "modelSize", Values = (string[])["70000000000"] }];
    private static readonly JsonSerializerOptions Plain = new();

    /// <summary>Measures them over a catalogue of their own.</summary>
    public static async IAsyncEnumerable<Figure> RunAsync(string[] names, string folder, TimeSpan time)
    {
        using Child service = await Child.ServiceAsync(folder);
        await Writes.ImportAsync(service, Rows.Entitled(Datasets, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)));
        await Task.Delay(TimeSpan.FromSeconds(20));
        if (names.Contains("check-use-http")) yield return await UseAsync(service, time);
        if (names.Contains("check-mix-http")) yield return await MixAsync(service);
    }

    private static async Task<Figure> UseAsync(Child service, TimeSpan time)
    {
        HttpRequestMessage Ask(int n) => new(HttpMethod.Post, "/odata/CheckUse") { Content = Body(new { Consortium = "consortium", Dataset = Key(n * 7919 % Datasets), Actions = Train, Purpose = "research", Territory = "KR-11", Facts }) };
        LoadResult one = await Load.RunAsync(service.Client, Ask, 1, time);
        LoadResult four = await Load.RunAsync(service.Client, Ask, 4, time);
        return Figure.Of("check-use-http", one.P99, "ms p99", null, "3 ms", Datasets, $"p50 {one.P50:N1} ms, one connection; four: {four.PerSecond:N0} answers/s, p50 {four.P50:N1}, p99 {four.P99:N1} ms; five rules, four facts, all reasons and sentences");
    }

    private static async Task<Figure> MixAsync(Child service)
    {
        var mix = new { Consortium = "consortium", Datasets = Enumerable.Range(0, Datasets).Select(Key).ToArray(), Actions = Train, Purpose = "research", Territory = "KR-11", Facts };
        List<double> took = [];
        for (int i = 0; i < 6; i++)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            using HttpResponseMessage answer = await service.Client.PostAsync("/odata/CheckMix", Body(mix));
            answer.EnsureSuccessStatusCode();
            using JsonDocument read = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
            if (read.RootElement.GetProperty("Verdict").GetString() != "Permitted") throw new InvalidOperationException("The mix is not permitted: " + read.RootElement.GetProperty("Verdict"));
            if (i > 0) took.Add(watch.Elapsed.TotalMilliseconds);
        }

        return Figure.Of("check-mix-http", took.Order().ElementAt(took.Count / 2), "ms", null, "", Datasets, $"median of five, first not counted; at most {service.ResidentMegabytes:N0} MB resident");
    }

    private static string Key(int i) => string.Create(CultureInfo.InvariantCulture, $"dataset-{i:D7}");

    private static JsonContent Body(object body) => JsonContent.Create(body, body.GetType(), options: Plain);
}
