using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DataCatalog.Server.Tests.Messaging;

/// <summary>A real SMTP server (aiosmtpd) on the loopback, which keeps each mail as a file. Where it is missing, tests skip, or fail where REQUIRE_SERVICES is 1.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("datacatalog-smtp-").FullName;
    private Process? process;

    private SmtpServer(int port) => Port = port;

    public int Port { get; }

    private string Box => Path.Combine(folder, "box");

    public static SmtpServer OnFreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return new SmtpServer(((IPEndPoint)probe.LocalEndpoint).Port);
    }

    public static async Task<SmtpServer> StartedAsync(CancellationToken cancellation)
    {
        SmtpServer server = OnFreePort();
        await server.StartAsync(cancellation);
        return server;
    }

    public async Task StartAsync(CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Python()) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (string argument in (string[])["-m", "aiosmtpd", "-n", "-l", $"127.0.0.1:{Port}", "-c", "aiosmtpd.handlers.Mailbox", Box]) start.ArgumentList.Add(argument);
        process = Process.Start(start)!;
        for (int i = 0; i < 200; i++)
        {
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync(IPAddress.Loopback, Port, cancellation);
                return;
            }
            catch (SocketException) when (!process.HasExited)
            {
                await Task.Delay(50, cancellation);
            }
        }
    }

    public List<MimeKit.MimeMessage> Mails() =>
        Directory.Exists(Path.Combine(Box, "new")) ? [.. Directory.EnumerateFiles(Path.Combine(Box, "new")).Order().Select(f => MimeKit.MimeMessage.Load(f))] : [];

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string Python()
    {
        foreach (string? candidate in (string?[])[Environment.GetEnvironmentVariable("DATACATALOG_TEST_PYTHON"), "python3"])
        {
            if (candidate is not null && HasModule(candidate)) return candidate;
        }

        const string Missing = "The Python module aiosmtpd is not installed; install python3-aiosmtpd, or name a Python that has it in DATACATALOG_TEST_PYTHON.";
        if (Environment.GetEnvironmentVariable("REQUIRE_SERVICES") == "1") Assert.Fail(Missing);
        Assert.Skip(Missing);
        return "";
    }

    private static bool HasModule(string python)
    {
        try
        {
            var start = new ProcessStartInfo(python) { RedirectStandardError = true };
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add("import aiosmtpd");
            using Process probe = Process.Start(start)!;
            probe.WaitForExit();
            return probe.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
