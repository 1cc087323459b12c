using System.Net;
using System.Text.Json;
using DataCatalog.Server.Hosting.Options;
using DataCatalog.Server.Operations.Backups;
using DataCatalog.Server.Tests.Support;
using DataCatalog.Storage;
using DataCatalog.Storage.Copies;
using DataCatalog.TestSupport;

namespace DataCatalog.Server.Tests.Operations;

/// <summary>
/// The drill: a backup is taken by the operator's verb while many write, the registry is lost, and what was acknowledged before the backup
/// began is there after the restore, with its audit log whole and search equal to the database. On both databases.
/// </summary>
public abstract class BackupTests(string provider, PostgresServer server) : IDisposable
{
    private const int Rounds = 5;
    private const int Writers = 4;
    private readonly string away = Directory.CreateTempSubdirectory("datacatalog-backups-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task BackupDuringWrites_RestoreHasAllThatWasAcknowledgedBefore()
    {
        string? connection = await ConnectionAsync();
        await using var process = new ServiceProcess(connection);
        var options = new CatalogOptions { Data = process.Folder, Provider = provider, ConnectionString = connection };
        ApiClient client = await process.StartAsync();
        string organisation = (await client.PostAsync("/odata/Organisations", new { Key = "hanbit", NameEn = "Hanbit", Kind = "Company" })).OfStatus(HttpStatusCode.Created).Id;
        for (int round = 0; round < Rounds; round++)
        {
            string target = Path.Combine(away, $"round-{round}");
            List<string> acknowledged = [];
            Task[] writers = [.. Enumerable.Range(0, Writers).Select(w => WriteAsync(client, organisation, $"r{round}-w{w}", acknowledged))];
            await AwaitWritesAsync(acknowledged, 30);
            string[] before = Snapshot(acknowledged);
            await new TakeBackup(options, TimeProvider.System).RunAsync(target, withKeys: false, Cancellation);
            await AwaitWritesAsync(acknowledged, Snapshot(acknowledged).Length + 20);
            await Assert.ThrowsAsync<CopyException>(() => RestoreAsync(options, target));
            await process.KillAsync();
            await Task.WhenAll(writers);
            Restored restored = await RestoreAsync(options, target);
            Assert.True(restored.Beyond?.Count > restored.Manifest.Audit.Count);
            client = await process.StartAsync();
            await CheckAsync(client, before);
        }

        await process.KillAsync();
        Assert.Equal(0, await process.VerbAsync("audit", "verify"));
    }

    [Fact]
    public async Task Verbs_TakeAndPutBack()
    {
        await using var process = new ServiceProcess(await ConnectionAsync());
        string target = Path.Combine(away, "one");
        Assert.Equal(0, await process.VerbAsync("migrate"));
        (int code, string said) = await process.SayAsync("backup", target);
        Assert.True(code == 0, said);
        (code, said) = await process.SayAsync("restore", target);
        Assert.Equal(1, code);
        Assert.Contains("--force", said, StringComparison.Ordinal);
        (code, said) = await process.SayAsync("restore", target, "--force");
        Assert.True(code == 0, said);
        Assert.Contains("is kept as", said, StringComparison.Ordinal);
        Assert.Contains("The search index has been built.", said, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Directory.Delete(away, recursive: true);
    }

    private async Task<string?> ConnectionAsync() => provider == StorageOptions.Postgres ? await server.NewDatabaseAsync(Cancellation) : null;

    private static async Task<Restored> RestoreAsync(CatalogOptions options, string source) => await new RestoreBackup(options, TimeProvider.System).RunAsync(source, force: true, Cancellation);

    private static async Task WriteAsync(ApiClient client, string organisation, string stem, List<string> acknowledged)
    {
        for (int i = 0; ; i++)
        {
            try
            {
                Answer made = await client.PostAsync("/odata/Datasets", Given.Dataset(organisation, $"{stem}-{i}"));
                if (made.Status != HttpStatusCode.Created) continue;
                lock (acknowledged) acknowledged.Add($"{stem}-{i}");
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private static string[] Snapshot(List<string> acknowledged)
    {
        lock (acknowledged) return [.. acknowledged];
    }

    private static async Task AwaitWritesAsync(List<string> acknowledged, int least)
    {
        for (int i = 0; i < 1200 && Snapshot(acknowledged).Length < least; i++) await Task.Delay(50, Cancellation);
    }

    private static async Task CheckAsync(ApiClient client, string[] before)
    {
        HashSet<string> rows = await KeysAsync(client, "/odata/Datasets?$select=Key");
        Assert.Empty(before.Except(rows));
        HashSet<string> found = [];
        for (int i = 0; i < 100 && found.Count != rows.Count; i++)
        {
            if ((await client.GetAsync("/odata/Datasets/$count?$search=corpus")).Status == HttpStatusCode.OK) found = await KeysAsync(client, "/odata/Datasets?$search=corpus&$select=Key");
            await Task.Delay(100, Cancellation);
        }

        Assert.Equal(rows.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static async Task<HashSet<string>> KeysAsync(ApiClient client, string address)
    {
        HashSet<string> keys = [];
        for (string? next = address; next is not null;)
        {
            Answer page = await client.GetAsync(next, ("Prefer", "odata.maxpagesize=1000"));
            keys.UnionWith(page.Rows.Select(r => r.GetProperty("Key").GetString()!));
            next = page.Body.TryGetProperty("@odata.nextLink", out JsonElement link) ? link.GetString() : null;
        }

        return keys;
    }
}

public sealed class SqliteBackupTests(PostgresServer server) : BackupTests(StorageOptions.Sqlite, server);

public sealed class PostgresBackupTests(PostgresServer server) : BackupTests(StorageOptions.Postgres, server);
