using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace DataCatalog.Bench;

/// <summary>The pages over the sample catalogue: how long the server takes for each, and what a browser loads on its first visit.</summary>
internal static partial class Pages
{
    private static readonly string[] Addresses =
        ["/", "/?q=말뭉치", "/datasets/modu-news", "/requests", "/models", "/agreements", "/compliance", "/compliance/alerts", "/compliance/obligations", "/programme", "/consortia", "/register", "/programme/audit"];

    /// <summary>A figure a page: the median time of its answer, one after the other; the floor is the page that asks for the key.</summary>
    public static async IAsyncEnumerable<Figure> RunAsync(string folder, TimeSpan time)
    {
        using Child service = await Child.ServiceAsync(folder, empty: false);
        double floor = (await Load.RunAsync(service.Client, _ => Asking("/sign-in"), 1, time)).P50;
        foreach (string address in Addresses)
        {
            LoadResult took = await Load.RunAsync(service.Client, _ => Asking(address), 1, time);
            (long page, long first) = await WeightAsync(service.Client, address);
            yield return Figure.Of("page", took.P50, "ms p50", floor, "100 ms, 150 kB", 0, string.Create(CultureInfo.InvariantCulture, $"{Uri.UnescapeDataString(address)}; p99 {took.P99:N0} ms; {page / 1e3:N0} kB, first visit {first / 1e3:N0} kB, compressed"));
        }
    }

    private static async Task<(long Page, long First)> WeightAsync(HttpClient client, string address)
    {
        byte[] body = await BodyAsync(client, address, compressed: false);
        long page = (await BodyAsync(client, address, compressed: true)).Length;
        long first = page;
        foreach (string asset in Assets().Matches(System.Text.Encoding.UTF8.GetString(body)).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct()) first += (await BodyAsync(client, asset, compressed: true)).Length;
        return (page, first);
    }

    private static async Task<byte[]> BodyAsync(HttpClient client, string address, bool compressed)
    {
        using HttpRequestMessage asked = Asking(address);
        if (compressed) asked.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using HttpResponseMessage answer = await client.SendAsync(asked);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static HttpRequestMessage Asking(string address)
    {
        var asked = new HttpRequestMessage(HttpMethod.Get, address);
        asked.Headers.Accept.ParseAdd("text/html");
        asked.Headers.AcceptLanguage.ParseAdd("ko");
        return asked;
    }

    [GeneratedRegex("(?:src|href)=\"(/assets/[^\"]+)\"")]
    private static partial Regex Assets();
}
