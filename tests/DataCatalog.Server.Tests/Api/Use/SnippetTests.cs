using System.Diagnostics;
using System.Net;
using System.Text.Json;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;

namespace DataCatalog.Server.Tests.Api.Use;

/// <summary>What the page tells pipelines to run, run.</summary>
public sealed class SnippetTests(Worlds worlds, PostgresServer server) : TeamTests(StorageOptions.Sqlite, worlds, server)
{
    [Fact]
    public async Task Python_RegistersARun_AndSaysWhatWasNotAllowed()
    {
        string python = Environment.GetEnvironmentVariable("DATACATALOG_TEST_PYTHON") ?? "/usr/bin/python3";
        Assert.SkipUnless(File.Exists(python) || Environment.GetEnvironmentVariable("REQUIRE_SERVICES") == "1", $"There is no {python}.");
        Team team = await TeamAsync();
        Corpus held = await HeldAsync(team), other = await CorpusAsync();
        string file = Path.Combine(Directory.CreateTempSubdirectory("datacatalog-snippet-").FullName, "register_run.py");
        await File.WriteAllTextAsync(file, Snippet("python"), TestContext.Current.CancellationToken);
        (int exit, string output, string errors) = await RunAsync(python, [file, "py-1", team.ModelKey, "pretrain"], Settings(team), $"{held.Key}@1.0.0\n\n");
        Assert.True(exit == 0, errors);
        JsonElement run = Assert.Single((await team.Member.GetAsync("/odata/TrainingRuns")).Rows);
        Assert.Equal($"{run.GetProperty("Id").GetString()} Permitted", output.Trim());
        Assert.Equal("pretrain", run.GetProperty("Action").GetString());
        (exit, output, _) = await RunAsync(python, [file, "py-2", team.ModelKey], Settings(team), $"{held.Key}\n{other.Key}\n");
        Assert.Equal((3, true), (exit, output.Trim().EndsWith(" NotPermitted", StringComparison.Ordinal)));
        (exit, _, errors) = await RunAsync(python, [file, "py-3", team.ModelKey], Settings(team), "no-such@1\n");
        Assert.NotEqual(0, exit);
        Assert.Contains("no-such@1", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Curl_RegistersARun()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/curl"), "There is no /usr/bin/curl.");
        Team team = await TeamAsync();
        Corpus held = await HeldAsync(team);
        Dictionary<string, string> settings = Settings(team);
        (settings["RUN"], settings["MODEL"], settings["STARTED_AT"], settings["VERSION"]) = ("curl-1", team.ModelKey, Ago(TimeSpan.FromMinutes(1)), held.Key);
        (int exit, string output, string errors) = await RunAsync("/bin/sh", ["-c", Snippet("sh")], settings, "");
        Assert.True(exit == 0, errors + output);
        Assert.Equal("Permitted", JsonElement.Parse(output).GetProperty("Verdict").GetString());
        Assert.Single((await team.Member.GetAsync("/odata/TrainingRuns")).OfStatus(HttpStatusCode.OK).Rows);
    }

    private Dictionary<string, string> Settings(Team team) => new() { ["DATACATALOG_URL"] = World.Service.Address.AbsoluteUri.TrimEnd('/'), ["DATACATALOG_KEY"] = team.Member.Key! };

    private static string Snippet(string language)
    {
        string page = File.ReadAllText(Path.Combine(Root(), "docs", "use.md"));
        int start = page.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return page[start..page.IndexOf("\n```", start, StringComparison.Ordinal)] + "\n";
    }

    private static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DataCatalog.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The project's root was not found.");
    }

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(string program, string[] arguments, Dictionary<string, string> settings, string input)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in settings) start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, errors);
    }
}
