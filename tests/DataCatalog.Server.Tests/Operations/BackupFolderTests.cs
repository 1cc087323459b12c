using System.Text.Json.Nodes;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Server.Hosting.Options;
using DataCatalog.Server.Operations;
using DataCatalog.Server.Operations.Backups;
using DataCatalog.Server.Signing;
using DataCatalog.Storage;
using DataCatalog.Storage.Copies;
using DataCatalog.Storage.Documents;

namespace DataCatalog.Server.Tests.Operations;

/// <summary>What a backup's folder holds, and that one which was changed or not finished is refused before anything is touched.</summary>
public sealed class BackupFolderTests : IAsyncLifetime
{
    private readonly string root = Directory.CreateTempSubdirectory("datacatalog-backup-").FullName;
    private readonly CatalogOptions options = new();

    private string Taken => Path.Combine(root, "backup");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        options.Data = Path.Combine(root, "data");
        await new RegistryDbFactory(options.Storage(), TimeProvider.System, new Core.Search.IndexSignal()).MigrateAsync(Cancellation);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.CreateDirectory(Path.Combine(options.Data, "keys"));
        await File.WriteAllTextAsync(Path.Combine(options.Data, "keys", "key-1.xml"), "<key/>", Cancellation);
        Directory.CreateDirectory(Path.Combine(options.Data, "index"));
        await File.WriteAllTextAsync(Path.Combine(options.Data, "index", "current"), "index-000001", Cancellation);
        new ClearanceKeyFolder(options.ClearanceKeyFolder).Make();
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(root, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Backup_HoldsPrivateKeysOnlyWhereAsked(bool withKeys)
    {
        Manifest manifest = await TakeAsync(withKeys);
        Assert.Equal(withKeys, manifest.Files.Keys.Any(f => f.StartsWith("clearance-keys/", StringComparison.Ordinal)));
        Assert.Contains("files/keys/key-1.xml", manifest.Files.Keys);
        Assert.DoesNotContain(manifest.Files.Keys, f => f.Contains("index", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Backup_IsReadableToItsOwnerOnly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await TakeAsync(withKeys: true);
        Assert.All(Directory.EnumerateFiles(Taken, "*", SearchOption.AllDirectories), f => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(f)));
    }

    [Fact]
    public async Task Restore_BringsTheFilesBack()
    {
        await TakeAsync(withKeys: true);
        Directory.Delete(options.Data, recursive: true);
        Restored restored = await RestoreAsync();
        Assert.Null(restored.Kept);
        Assert.True(File.Exists(Path.Combine(options.Data, "keys", "key-1.xml")));
        Assert.Single(Directory.EnumerateFiles(options.ClearanceKeyFolder));
        Assert.True(RebuildMark.Of(options).IsSet);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Documents_AreInTheBackup_AndComeBack(bool elsewhere)
    {
        if (elsewhere) options.Documents = Path.Combine(root, "papers");
        StoredDocument kept = await Documents().KeepAsync(new MemoryStream("계약서"u8.ToArray()), Cancellation);
        await File.WriteAllTextAsync(Path.Combine(options.DocumentFolder, DocumentFolder.Draft + "half"), "half", Cancellation);
        Manifest manifest = await TakeAsync(withKeys: false);
        Assert.Equal($"documents/{kept.Sha256[..2]}/{kept.Sha256}", Assert.Single(manifest.Files.Keys, f => f.Contains("documents", StringComparison.Ordinal)));
        Directory.Delete(options.Data, recursive: true);
        if (elsewhere) Directory.Delete(options.Documents!, recursive: true);
        await RestoreAsync();
        Assert.Equal(kept, Documents().Find(kept.Sha256));

        DocumentFolder Documents() => new(options.DocumentFolder, 100);
    }

    [Fact]
    public async Task Restore_OfAHalfBackup_IsRefused()
    {
        await TakeAsync(withKeys: false);
        File.Delete(Path.Combine(Taken, Manifest.FileName));
        Assert.Contains("not finished", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("registry.db")]
    [InlineData("files/keys/key-1.xml")]
    public async Task Restore_OfAChangedFile_IsRefused(string file)
    {
        await TakeAsync(withKeys: false);
        string path = Path.Combine(Taken, file);
        byte[] bytes = await File.ReadAllBytesAsync(path, Cancellation);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, Cancellation);
        Assert.Contains(file, await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_OfALostFile_IsRefused()
    {
        await TakeAsync(withKeys: false);
        File.Delete(Path.Combine(Taken, "files", "keys", "key-1.xml"));
        Assert.Contains("missing", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rows.datasets", "7", "rows of datasets")]
    [InlineData("audit.count", "7", "audit log")]
    [InlineData("provider", "\"postgres\"", "DataCatalog:Provider")]
    [InlineData("format", "2", "format")]
    public async Task Restore_OfAManifestThatSaysOtherwise_IsRefused(string field, string value, string told)
    {
        await TakeAsync(withKeys: false);
        await EditAsync(manifest =>
        {
            string[] path = field.Split('.');
            JsonNode at = path.Length == 1 ? manifest : manifest[path[0]]!;
            at[path[^1]] = JsonNode.Parse(value);
        });
        Assert.Contains(told, await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_OfAManifestThatLeadsOut_IsRefused()
    {
        await TakeAsync(withKeys: false);
        await EditAsync(manifest => manifest["files"]!["files/../../../stolen"] = new JsonObject { ["bytes"] = 0, ["sha256"] = "" });
        Assert.Contains("outside", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("files/registry.db")]
    [InlineData("files/registry.db.restoring")]
    [InlineData("files/keys/../registry.db-wal")]
    [InlineData("files/audit-checkpoint")]
    [InlineData("files/index/current")]
    [InlineData("files/clearance-keys/00.pem")]
    [InlineData("elsewhere/key-1.xml")]
    public async Task Restore_OfAFileThatNoBackupHolds_IsRefused(string name)
    {
        await TakeAsync(withKeys: false);
        string path = Path.Combine(Taken, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, "planted", Cancellation);
        FileFacts facts = await FileFacts.OfAsync(path, Cancellation);
        await EditAsync(manifest => manifest["files"]![name] = new JsonObject { ["bytes"] = facts.Bytes, ["sha256"] = facts.Sha256 });
        Assert.Contains("not what a backup holds", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_OfADatabaseThatIsNoneOfTheListedFiles_IsRefused()
    {
        await TakeAsync(withKeys: false);
        await EditAsync(manifest =>
        {
            manifest["database"] = "files/keys/key-1.xml";
            manifest["files"]!.AsObject().Remove("registry.db");
        });
        Assert.Contains("as the database", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("files/keys/key-1.xml")]
    [InlineData("files/keys")]
    public async Task Restore_OfALink_IsRefused(string linked)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a privilege on Windows.");
        await TakeAsync(withKeys: false);
        (string path, string away) = (Path.Combine(Taken, linked), Path.Combine(root, "away"));
        Directory.Move(path, away);
        File.CreateSymbolicLink(path, away);
        Assert.Contains("is a link", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_IntoAFolderInUse_OrTheDataFolder_IsRefused()
    {
        await TakeAsync(withKeys: false);
        await Assert.ThrowsAsync<CopyException>(() => TakeAsync(withKeys: false));
        await Assert.ThrowsAsync<CopyException>(() => new TakeBackup(options, TimeProvider.System).RunAsync(Path.Combine(options.Data, "backup"), false, Cancellation));
    }

    private Task<Manifest> TakeAsync(bool withKeys) => new TakeBackup(options, TimeProvider.System).RunAsync(Taken, withKeys, Cancellation);

    private Task<Restored> RestoreAsync() => new RestoreBackup(options, TimeProvider.System).RunAsync(Taken, force: true, Cancellation);

    private static UnixFileMode Mode(string file) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file);

    // Whatever is refused, what was there is as it was.
    private async Task<string> RefusedAsync()
    {
        string database = Path.Combine(options.Data, "registry.db");
        byte[] before = await File.ReadAllBytesAsync(database, Cancellation);
        CopyException refused = await Assert.ThrowsAsync<CopyException>(RestoreAsync);
        Assert.Equal(before.Length, new FileInfo(database).Length);
        Assert.False(File.Exists(database + ".restoring"));
        Assert.False(RebuildMark.Of(options).IsSet);
        return refused.Message;
    }

    private async Task EditAsync(Action<JsonNode> edit)
    {
        string path = Path.Combine(Taken, Manifest.FileName);
        JsonNode manifest = JsonNode.Parse(await File.ReadAllTextAsync(path, Cancellation))!;
        edit(manifest);
        await File.WriteAllTextAsync(path, manifest.ToJsonString(), Cancellation);
    }
}
