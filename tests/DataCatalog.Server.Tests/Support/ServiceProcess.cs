using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace DataCatalog.Server.Tests.Support;

/// <summary>The service as it is run: a process of its own over a data folder that outlives it.</summary>
/// <param name="connection">A PostgreSQL database; null for SQLite in the folder.</param>
/// <param name="settings">More settings, as on the command line.</param>
public sealed partial class ServiceProcess(string? connection, params string[] settings) : IAsyncDisposable
{
    private const string AdminKey = "test-administrator-0123456789abcdef0123456789";
    private readonly string root = Directory.CreateTempSubdirectory("datacatalog-process-").FullName;
    private readonly SocketsHttpHandler handler = new() { MaxConnectionsPerServer = 50 };
    private readonly ConcurrentQueue<string> lines = [];
    private Process? process;
    private Task reading = Task.CompletedTask;

    /// <summary>Its data folder.</summary>
    public string Folder => Path.Combine(root, Inside);

    /// <summary>Where in its temporary folder that is; the folder itself where nothing is said.</summary>
    public string Inside { get; init; } = "";

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What it said, a line each.</summary>
    public IReadOnlyCollection<string> Lines => lines;

    /// <summary>A client that signs in with that key.</summary>
    public ApiClient Client(string key) => new(new HttpClient(handler, disposeHandler: false) { BaseAddress = Address }, key);

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public async Task<ApiClient> StartAsync()
    {
        process = Start(["--urls=http://127.0.0.1:0", "--empty", .. settings]);
        for (string? line = ""; line is not null; line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))
        {
            if (line.Length > 0) lines.Enqueue(line);
            if (ReadyOn().Match(line) is not { Success: true } ready) continue;
            Address = new Uri(ready.Groups[1].Value);
            reading = ReadAsync(process.StandardOutput);
            _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
            return Client(AdminKey);
        }

        throw new InvalidOperationException($"The service ended with {process.ExitCode}.");
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.Dispose();
        process = null;
    }

    /// <summary>Asks it to end as <c>SIGTERM</c> does.</summary>
    /// <returns>Its exit code, once it has ended.</returns>
    public async Task<int> TerminateAsync()
    {
        using (Process signal = System.Diagnostics.Process.Start("kill", ["-TERM", process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await signal.WaitForExitAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await reading;
        int code = process.ExitCode;
        process.Dispose();
        process = null;
        return code;
    }

    /// <summary>Runs a verb of the operator's over the same folder.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> VerbAsync(params string[] words) => (await SayAsync(words)).ExitCode;

    /// <summary>Runs a verb of the operator's over the same folder.</summary>
    /// <returns>Its exit code, and what it said.</returns>
    public async Task<(int ExitCode, string Said)> SayAsync(params string[] words)
    {
        using Process verb = Start(words);
        Task<string> faults = verb.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string said = await verb.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await verb.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (verb.ExitCode, said + await faults);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null) await KillAsync();
        handler.Dispose();
        Directory.Delete(root, recursive: true);
    }

    private Process Start(params string[] arguments)
    {
        string[] command = ["dotnet", Path.Combine(AppContext.BaseDirectory, "DataCatalog.Server.dll"), .. arguments];
        // With the loosest umask, so that what is kept from others is kept by the service itself.
        if (!OperatingSystem.IsWindows()) command = ["sh", "-c", "umask 0; exec \"$@\"", "sh", .. command];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DATACATALOG__DATA"] = Folder;
        start.Environment["DATACATALOG_ADMIN_KEY"] = AdminKey;
        start.Environment["DATACATALOG__LIMITS__REQUESTSPERSECOND"] = start.Environment["DATACATALOG__LIMITS__BURST"] = "100000";
        // The tests around it can take the whole machine.
        start.Environment["DATACATALOG__LIMITS__REQUESTSECONDS"] = "120";
        if (connection is not null) (start.Environment["DATACATALOG__PROVIDER"], start.Environment["DATACATALOG__CONNECTIONSTRING"]) = ("postgres", connection);
        return Process.Start(start)!;
    }

    private async Task ReadAsync(StreamReader output)
    {
        while (await output.ReadLineAsync(CancellationToken.None) is { } line) lines.Enqueue(line);
    }

    [GeneratedRegex("ready on (http[^\"\\s]+)")]
    private static partial Regex ReadyOn();
}
