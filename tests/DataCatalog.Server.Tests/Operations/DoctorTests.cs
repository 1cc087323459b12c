using System.Diagnostics.CodeAnalysis;
using DataCatalog.Core.Audit;
using DataCatalog.Server.Operations;
using DataCatalog.Server.Operations.Doctor;
using DataCatalog.Server.Tests.Messaging;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.TestSupport;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Server.Tests.Operations;

/// <summary>The doctor finds what is wrong, says how to mend it, changes nothing and tells no secret.</summary>
public sealed class DoctorTests(PostgresServer server) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("datacatalog-doctor-").FullName;

    [Fact]
    public async Task WrongSettings_AreNamed()
    {
        Finding finding = Assert.Single(await ExamineAsync("--DataCatalog:TimeZone=Mars/Olympus", "--DataCatalog:Provider=oracle"));
        Assert.Equal(("configuration", Verdict.Fail), (finding.Check, finding.Verdict));
        Assert.Contains("Mars/Olympus", finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingYet_IsNoFailureAndLeavesNothing()
    {
        Assert.DoesNotContain(await ExamineAsync(), f => f.Verdict == Verdict.Fail);
        Assert.False(File.Exists(Path.Combine(folder, "registry.db")));
    }

    [Theory]
    [InlineData(StorageOptions.Sqlite)]
    [InlineData(StorageOptions.Postgres)]
    public async Task RunningService_IsWell(string provider)
    {
        await using var process = new ServiceProcess(provider == StorageOptions.Postgres ? await server.NewDatabaseAsync(TestContext.Current.CancellationToken) : null);
        await process.StartAsync();
        (int code, string said) = await process.SayAsync("doctor", "--urls=http://127.0.0.1:0");
        Assert.True(code == 0, said);
        Assert.Contains("ok    migrations: up to date", said, StringComparison.Ordinal);
        Assert.Contains("no checkpoint yet", said, StringComparison.Ordinal);
        Assert.Equal(0, await process.VerbAsync("audit", "checkpoint"));
        (code, said) = await process.SayAsync("doctor", "--json", "--urls=http://127.0.0.1:0");
        Assert.Contains("past checkpoint", said, StringComparison.Ordinal);
        Assert.Contains("\"well\": true", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data")]
    [InlineData("")]
    public async Task FreshInstall_HasNoWarningAndIsClosedToOthers(string inside)
    {
        await using var process = new ServiceProcess(null, "--DataCatalog:Empty=false") { Inside = inside };
        string made = inside.Length > 0 ? Path.GetDirectoryName(process.Folder)! : process.Folder;
        OpenToAll(made);
        await process.StartAsync();
        new Signing.ClearanceKeyFolder(Path.Combine(process.Folder, "clearance-keys")).Make();
        (int code, string said) = await process.SayAsync("doctor", $"--urls={process.Address}");
        Assert.True(code == 0, said);
        Assert.DoesNotContain(said.Split('\n'), line => line.StartsWith("WARN", StringComparison.Ordinal) && !line.Contains("free space", StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows()) Assert.All(Directory.EnumerateFileSystemEntries(made), AssertClosed);
    }

    [Fact]
    public async Task EventsThatNoCheckpointCovers_AreWarnedOfAfterAWeek()
    {
        await using var process = new ServiceProcess(null);
        await process.StartAsync();
        await process.KillAsync();
        var registry = new RegistryDbFactory(new StorageOptions { DataFolder = process.Folder }, TimeProvider.System, new Core.Search.IndexSignal());
        var known = new KnownCheckpoint(Path.Combine(process.Folder, "audit-checkpoint"));
        async Task<Finding?> ChainAsync(int days) => await new DatabaseChecks(registry, known, new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddDays(days))).Inner.Single(c => c.Name == "audit chain").RunAsync();
        Assert.Equal(Verdict.Ok, (await ChainAsync(6))!.Verdict);
        Assert.Equal(Verdict.Warn, (await ChainAsync(8))!.Verdict);
        Assert.Equal(0, await process.VerbAsync("audit", "checkpoint"));
        Assert.Equal(Verdict.Ok, (await ChainAsync(8))!.Verdict);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task ClusterAway_IsAWarning() =>
        Assert.Contains(await ExamineAsync("--DataCatalog:Search:Engine=elasticsearch", "--DataCatalog:Search:Elasticsearch:Nodes=http://127.0.0.1:1"), f => f is { Check: "search index", Verdict: Verdict.Warn });

    [Fact]
    public async Task DatabaseAway_FailsWithoutTellingThePassword()
    {
        IReadOnlyList<Finding> findings = await ExamineAsync("--DataCatalog:Provider=postgres", "--DataCatalog:ConnectionString=Host=127.0.0.1;Port=1;Username=u;Password=hush-hush;Timeout=2");
        Assert.Contains(findings, f => f is { Check: "database", Verdict: Verdict.Fail, Mend: not null });
        Assert.DoesNotContain(findings, f => $"{f.What} {f.Mend}".Contains("hush-hush", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ForeignPort_LostTail_OpenFilesAndBadKey_AreFound()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        await MigrateAsync();
        new KnownCheckpoint(Path.Combine(folder, "audit-checkpoint")).Keep(new Checkpoint(5, new string('a', 64)));
        Directory.CreateDirectory(Path.Combine(folder, "clearance-keys"));
        await File.WriteAllTextAsync(Path.Combine(folder, "clearance-keys", "ab.pem"), "not a key", TestContext.Current.CancellationToken);
        Open();
        IReadOnlyList<Finding> findings = await ExamineAsync($"--urls=http://{taken.LocalEndpoint}");
        Assert.Contains(findings, f => f is { Check: "port", Verdict: Verdict.Fail });
        Assert.Contains(findings, f => f is { Check: "audit chain", Verdict: Verdict.Fail });
        Assert.Contains(findings, f => f is { Check: "clearance keys", Verdict: Verdict.Fail });
        if (!OperatingSystem.IsWindows()) Assert.Contains(findings, f => f is { Check: "file permissions", Verdict: Verdict.Warn });
        Assert.All(findings.Where(f => f.Verdict != Verdict.Ok), f => Assert.NotNull(f.Mend));
    }

    [Fact]
    public async Task DamagedDatabase_Fails()
    {
        await MigrateAsync();
        string database = Path.Combine(folder, "registry.db");
        byte[] bytes = await File.ReadAllBytesAsync(database, TestContext.Current.CancellationToken);
        Array.Fill(bytes, (byte)0xA5, 8192, bytes.Length / 2);
        await File.WriteAllBytesAsync(database, bytes, TestContext.Current.CancellationToken);
        Assert.Contains(await ExamineAsync(), f => f.Verdict == Verdict.Fail);
    }

    [Fact]
    public async Task MailServer_IsGreeted()
    {
        Assert.Contains(await ExamineAsync("--Smtp:Host=127.0.0.1", "--Smtp:Port=1", "--Smtp:Security=None", "--Smtp:From=a@example.org"), f => f is { Check: "mail server", Verdict: Verdict.Warn });
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static void OpenToAll(string path)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32("755", 8));
    }

    private static void AssertClosed(string path) =>
        Assert.True(OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode)Convert.ToInt32("077", 8)) == 0, $"{path} is open to others");

    [SuppressMessage("Interoperability", "CA1416", Justification = "Guarded.")]
    private void Open()
    {
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        File.SetUnixFileMode(Path.Combine(folder, "registry.db"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
    }

    private async Task MigrateAsync()
    {
        await new RegistryDbFactory(new StorageOptions { DataFolder = folder }, TimeProvider.System, new Core.Search.IndexSignal()).MigrateAsync(TestContext.Current.CancellationToken);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    private Task<IReadOnlyList<Finding>> ExamineAsync(params string[] settings) =>
        new Examination([$"--DataCatalog:Data={folder}", .. settings.Any(s => s.StartsWith("--urls", StringComparison.Ordinal)) ? [] : (string[])["--urls=http://127.0.0.1:58231"], .. settings]).RunAsync();
}
