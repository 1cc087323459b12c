using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using DataCatalog.Server.Hosting.Startup;
using Microsoft.AspNetCore.Builder;

namespace DataCatalog.Server.Tests;

/// <summary>The README's tour, line by line, against a service that a newcomer would have.</summary>
public sealed partial class TourTests : IAsyncLifetime
{
    private const string Key = "dck_the_tour_is_taken_with_this_key_0123456789";
    private readonly string folder = Directory.CreateTempSubdirectory("datacatalog-tour").FullName;
    private WebApplication? app;

    [Fact]
    public async Task Tour_RunsLineByLine()
    {
        (int status, string output) = await BashAsync("set -euo pipefail\n" + string.Join('\n', Blocks().Select(b => b.Groups[1].Value)));
        Assert.True(status == 0, output);
        string[] refused = [.. output.Split('\n').Where(line => line.Contains("\"error\"", StringComparison.Ordinal))];
        Assert.Contains("no-such-address", Assert.Single(refused), StringComparison.Ordinal);
        foreach (string seen in (string[])["modu-", "\"Name\":\"Modality\"", "\"Status\":\"Available\"", "\"Window\":14", "\"State\":\"Delivered\"", "\"LastDay\"", "key.issued",
            "\"Source\":\"SAMPLE-002\"", "제9조 1항", "\"LeaveOut\":[\"modu-messenger\"]", "\"Layer\":\"Exemption\"", "Verified OK"])
        {
            Assert.Contains(seen, output, StringComparison.Ordinal);
        }
    }

    public async ValueTask InitializeAsync()
    {
        app = Service.Build(["--urls=http://127.0.0.1:0", $"--DataCatalog:Data={folder}", $"--{Preparation.AdminKey}={Key}", "--Logging:LogLevel:Default=Warning"]);
        await Preparation.RunAsync(app);
        await app.StartAsync();
        await Preparation.AwaitSearchAsync(app.Services, TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static MatchCollection Blocks()
    {
        string? at = AppContext.BaseDirectory;
        while (at is not null && !File.Exists(Path.Combine(at, "DataCatalog.sln"))) at = Path.GetDirectoryName(at);
        MatchCollection blocks = Block().Matches(File.ReadAllText(Path.Combine(at!, "README.md")));
        Assert.InRange(blocks.Count, 7, 20);
        return blocks;
    }

    private async Task<(int Status, string Output)> BashAsync(string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        start.Environment["URL"] = app!.Urls.First();
        start.Environment["KEY"] = Key;
        using Process bash = Process.Start(start)!;
        string[] output = await Task.WhenAll(
            bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), bash.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (bash.ExitCode, string.Concat(output));
    }

    [GeneratedRegex("^```sh\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
