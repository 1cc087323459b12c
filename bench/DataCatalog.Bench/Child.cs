using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace DataCatalog.Bench;

/// <summary>A service in a process of its own, on a free port of this machine.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process process;

    private Child(Process process, HttpClient client) => (this.process, Client) = (process, client);

    /// <summary>Asks it.</summary>
    public HttpClient Client { get; }

    /// <summary>Memory it holds, in MB.</summary>
    public double ResidentMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>Starts the catalogue, without rate limits, over a folder.</summary>
    public static Task<Child> ServiceAsync(string folder, bool empty = true) => StartAsync(url =>
        ["DataCatalog.Server.dll", "serve", "--urls", url, "--data", folder, .. empty ? (string[])["--empty"] : [], "--DataCatalog:Limits:RequestsPerSecond=1000000", "--DataCatalog:Limits:Burst=1000000", "--Logging:LogLevel:Default=Warning"], "/health/ready");

    /// <summary>Starts the floor over the catalogue's database.</summary>
    public static Task<Child> FloorAsync(string folder) => StartAsync(url => ["DataCatalog.Bench.dll", "floor", url, Path.Combine(folder, "registry.db")], "/ready");

    /// <inheritdoc/>
    public void Dispose()
    {
        Client.Dispose();
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static async Task<Child> StartAsync(Func<string, string[]> arguments, string ready)
    {
        string url = $"http://127.0.0.1:{FreePort()}";
        string key = "dck_bench_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        string[] words = arguments(url);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, words[0]), .. words[1..]]) { RedirectStandardOutput = true };
        start.Environment["DATACATALOG_ADMIN_KEY"] = key;
        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = new Uri(url), Timeout = TimeSpan.FromHours(1) };
        client.DefaultRequestHeaders.Add("X-Api-Key", key);
        while (!await IsReadyAsync(client, ready))
        {
            if (process.HasExited) throw new InvalidOperationException($"{words[0]} ended with {process.ExitCode} before it was ready.");
            await Task.Delay(10);
        }

        return new Child(process, client);
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, string path)
    {
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(path);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
