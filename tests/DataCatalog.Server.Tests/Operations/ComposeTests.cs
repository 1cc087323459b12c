using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace DataCatalog.Server.Tests.Operations;

/// <summary>The compose file as docker-compose reads it: valid, and closed where it should be.</summary>
public sealed class ComposeTests
{
    [Fact]
    public async Task Compose_IsValidAndHardened()
    {
        string config = await ConfigAsync();
        string[] services = [.. config[config.IndexOf("\nservices:", StringComparison.Ordinal)..config.IndexOf("\nversion:", StringComparison.Ordinal)].Split("\n  ").Where(l => l.Length > 0 && l[0] != ' ').Select(l => l.TrimEnd(':', '\n'))];
        foreach (string service in (string[])["proxy", "datacatalog-1", "datacatalog-2", "postgres", "elasticsearch"]) Assert.Contains(services, s => s.StartsWith(service, StringComparison.Ordinal));
        foreach (string part in (string[])["cap_drop:", "no-new-privileges:true", "healthcheck:", "restart: unless-stopped", "memory:"])
            Assert.True(config.Split(part).Length > 5, $"{part} is missing somewhere");
        Assert.DoesNotContain(":latest", config, StringComparison.Ordinal);
    }

    private static async Task<string> ConfigAsync([CallerFilePath] string here = "")
    {
        var start = new ProcessStartInfo("docker-compose", ["-f", Path.Combine(Path.GetDirectoryName(here)!, "../../../docker-compose.yml"), "config"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> faults = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string config = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(process.ExitCode == 0, await faults);
            return "\n" + config;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            const string missing = "docker-compose is not installed (Debian: docker-compose).";
            if (Environment.GetEnvironmentVariable("REQUIRE_SERVICES") == "1") Assert.Fail(missing);
            Assert.Skip(missing);
            return "";
        }
    }
}
