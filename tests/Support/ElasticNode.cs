using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DataCatalog.TestSupport;

/// <summary>
/// An Elasticsearch node for tests: the one that ELASTICSEARCH_URL names, or one that <c>run.sh</c> in ELASTICSEARCH_HOME starts in a
/// temporary folder that goes when the run ends. Where there is neither, tests skip, or fail where REQUIRE_SERVICES is 1.
/// </summary>
public sealed class ElasticNode : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly SemaphoreSlim once = new(1, 1);
    private string? folder;
    private string? missing;
    private Process? process;
    private Uri? address;
    private int prefixes;

    /// <summary>The node's address.</summary>
    public async Task<Uri> RequireAsync(CancellationToken cancellation)
    {
        await once.WaitAsync(cancellation);
        try
        {
            if (address is null && missing is null) await FindAsync(cancellation);
        }
        finally
        {
            once.Release();
        }

        return address ?? throw Missing(missing!);
    }

    /// <summary>A prefix that no other test's indices have.</summary>
    public string NewPrefix() => $"test-{Environment.ProcessId}-{Interlocked.Increment(ref prefixes)}";

    /// <summary>Starts a node of the test's own, which may be killed.</summary>
    public async Task<OwnNode> StartOwnAsync(CancellationToken cancellation)
    {
        await RequireAsync(cancellation);
        string? home = Environment.GetEnvironmentVariable("ELASTICSEARCH_HOME");
        if (home is null) throw Missing("ELASTICSEARCH_HOME names no node that a test may kill.");
        var node = new OwnNode(Path.Combine(home, "run.sh"), Directory.CreateTempSubdirectory("datacatalog-es-own-").FullName, FreePort());
        await node.StartAsync(cancellation);
        return node;
    }

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        once.Dispose();
        if (process is null)
        {
            if (address is not null) await RemoveIndicesAsync(address);
            return;
        }

        await StopAsync(process);
        Directory.Delete(folder!, recursive: true);
    }

    /// <summary>A port that nothing listens on now.</summary>
    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts <c>run.sh</c> and waits until it says that it is ready.</summary>
    internal static async Task<Process> LaunchAsync(string script, string data, int port, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[] { script, data, $"{port}", $"{FreePort()}" }) start.ArgumentList.Add(argument);
        start.Environment["ES_HEAP"] = "512m";
        var process = Process.Start(start)!;
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new System.Text.StringBuilder();
        void Hear(string? line)
        {
            lock (said) said.AppendLine(line);
            if (line?.Contains("elasticsearch ready", StringComparison.Ordinal) == true) ready.TrySetResult();
        }

        process.OutputDataReceived += (_, e) => Hear(e.Data);
        process.ErrorDataReceived += (_, e) => Hear(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Task.WhenAny(ready.Task, process.WaitForExitAsync(cancellation), Task.Delay(Patience, cancellation));
        if (ready.Task.IsCompleted) return process;
        process.Kill(entireProcessTree: true);
        lock (said) throw new InvalidOperationException($"The node did not start: {said}");
    }

    /// <summary>Ends a node at once, as a power cut would.</summary>
    internal static async Task StopAsync(Process node)
    {
        node.Kill(entireProcessTree: true);
        await node.WaitForExitAsync();
        node.Dispose();
    }

    // A node that goes on running keeps nothing of the tests; by name, since it may not allow wildcards.
    private static async Task RemoveIndicesAsync(Uri node)
    {
        using var wire = new HttpMessageInvoker(new SocketsHttpHandler());
        using var list = new HttpRequestMessage(HttpMethod.Get, new Uri(node, $"_cat/indices/test-{Environment.ProcessId}-*?h=index"));
        using HttpResponseMessage answer = await wire.SendAsync(list, CancellationToken.None);
        foreach (string name in (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            using var remove = new HttpRequestMessage(HttpMethod.Delete, new Uri(node, name));
            using HttpResponseMessage removed = await wire.SendAsync(remove, CancellationToken.None);
        }
    }

    private static InvalidOperationException Missing(string what)
    {
        if (Environment.GetEnvironmentVariable("REQUIRE_SERVICES") == "1") Assert.Fail(what);
        Assert.Skip(what);
        return new InvalidOperationException(what);
    }

    private async Task FindAsync(CancellationToken cancellation)
    {
        if (Environment.GetEnvironmentVariable("ELASTICSEARCH_URL") is { Length: > 0 } url)
        {
            address = new Uri(url);
            return;
        }

        string? home = Environment.GetEnvironmentVariable("ELASTICSEARCH_HOME");
        string script = Path.Combine(home ?? "", "run.sh");
        if (home is null || !File.Exists(script))
        {
            missing = "There is no Elasticsearch: name a node in ELASTICSEARCH_URL, or a folder with run.sh in ELASTICSEARCH_HOME.";
            return;
        }

        folder = Directory.CreateTempSubdirectory("datacatalog-es-").FullName;
        int port = FreePort();
        process = await LaunchAsync(script, folder, port, cancellation);
        address = new Uri($"http://127.0.0.1:{port}");
    }
}

/// <summary>A node that one test starts, kills and starts again.</summary>
public sealed class OwnNode(string script, string folder, int port) : IAsyncDisposable
{
    private Process? process;

    /// <summary>Its address, the same after a restart.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{port}");

    /// <summary>Starts it, with what it held.</summary>
    public async Task StartAsync(CancellationToken cancellation) => process = await ElasticNode.LaunchAsync(script, folder, port, cancellation);

    /// <summary>Kills it.</summary>
    public async Task KillAsync()
    {
        if (process is null) return;
        await ElasticNode.StopAsync(process);
        process = null;
    }

    /// <summary>Loses all that it held; to be killed before.</summary>
    public void Empty()
    {
        Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(folder, recursive: true);
    }
}
