using System.Diagnostics;

namespace DataCatalog.Bench;

/// <summary>What a load came to.</summary>
/// <param name="PerSecond">Requests answered a second.</param>
/// <param name="P50">Median of the answer times, in milliseconds.</param>
/// <param name="P99">99th percentile, in milliseconds.</param>
internal sealed record LoadResult(double PerSecond, double P50, double P99);

/// <summary>Asks as fast as the answers come, over connections kept alive; each answer must be 200.</summary>
internal static class Load
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <summary>Runs a load: two seconds that are not counted, then the time given.</summary>
    /// <param name="client">Knows the service and the key.</param>
    /// <param name="path">Path of the nth request.</param>
    /// <param name="connections">How many ask at once.</param>
    /// <param name="time">How long.</param>
    public static Task<LoadResult> RunAsync(HttpClient client, Func<int, string> path, int connections, TimeSpan time) =>
        RunAsync(client, n => new HttpRequestMessage(HttpMethod.Get, path(n)), connections, time);

    /// <summary>Runs a load of requests of any kind.</summary>
    public static async Task<LoadResult> RunAsync(HttpClient client, Func<int, HttpRequestMessage> request, int connections, TimeSpan time)
    {
        await MeasureAsync(client, request, connections, WarmUp);
        return await MeasureAsync(client, request, connections, time);
    }

    private static async Task<LoadResult> MeasureAsync(HttpClient client, Func<int, HttpRequestMessage> request, int connections, TimeSpan time)
    {
        int sent = 0;
        var watch = Stopwatch.StartNew();
        List<double>[] times = await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            List<double> mine = [];
            while (watch.Elapsed < time)
            {
                long begun = Stopwatch.GetTimestamp();
                using HttpRequestMessage asked = request(Interlocked.Increment(ref sent));
                using HttpResponseMessage answer = await client.SendAsync(asked);
                answer.EnsureSuccessStatusCode();
                mine.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }

            return mine;
        }));
        double[] all = [.. times.SelectMany(t => t).Order()];
        return new LoadResult(all.Length / watch.Elapsed.TotalSeconds, At(all, 0.5), At(all, 0.99));
    }

    /// <summary>A quantile of ordered values.</summary>
    public static double At(double[] ordered, double share) => ordered[(int)Math.Min(ordered.Length - 1, ordered.Length * share)];
}
