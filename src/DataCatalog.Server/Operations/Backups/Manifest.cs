using System.Security.Cryptography;
using System.Text.Json;
using DataCatalog.Core.Audit;
using DataCatalog.Storage.Copies;

namespace DataCatalog.Server.Operations.Backups;

/// <summary>What a backup holds; written last, so a folder without one is no backup.</summary>
/// <param name="Format">Layout of the backup.</param>
/// <param name="Version">Release that took it.</param>
/// <param name="Provider"><c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="TakenAt">When, UTC.</param>
/// <param name="Database">Name of the database's file.</param>
/// <param name="Migration">Last migration of the database.</param>
/// <param name="Audit">How far the audit log had come.</param>
/// <param name="Rows">Rows of each table.</param>
/// <param name="Files">Length and SHA-256 of each file, by its path in the backup.</param>
/// <param name="WithKeys">Whether private keys are among them.</param>
public sealed record Manifest(
    int Format, string Version, string Provider, DateTimeOffset TakenAt, string Database, string? Migration, Checkpoint Audit,
    IReadOnlyDictionary<string, long> Rows, IReadOnlyDictionary<string, FileFacts> Files, bool WithKeys)
{
    /// <summary>The layout that this release writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Name of its file.</summary>
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Style = new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectRequiredConstructorParameters = true };

    /// <summary>Writes it, in one step.</summary>
    public void Write(string folder)
    {
        string draft = Path.Combine(folder, FileName + ".new");
        using (FileStream file = PrivateFile.Create(draft)) JsonSerializer.Serialize(file, this, Style);
        PrivateFile.Sync(draft);
        File.Move(draft, Path.Combine(folder, FileName));
    }

    /// <summary>Reads it and holds every file against it.</summary>
    /// <exception cref="CopyException">The backup is not whole, or not as it was taken.</exception>
    public static async Task<Manifest> ReadAsync(string folder, CancellationToken cancellation)
    {
        Manifest manifest = Parse(Path.Combine(folder, FileName));
        if (manifest.Format != CurrentFormat) throw new CopyException($"The backup's format is {manifest.Format}; this release reads {CurrentFormat}. Restore it with release {manifest.Version}.");
        if (!manifest.Files.ContainsKey(manifest.Database)) throw new CopyException("The manifest does not list the database; the backup was changed. Use another.");
        foreach ((string name, FileFacts facts) in manifest.Files)
        {
            string path = Inside(folder, name);
            if (!File.Exists(path)) throw new CopyException($"{name} is missing from the backup; use another.");
            if (LeadsAway(folder, path)) throw new CopyException($"{name} is a link; a backup holds files only, so it was changed. Use another backup.");
            if (await FileFacts.OfAsync(path, cancellation) != facts) throw new CopyException($"{name} is not as it was when the backup was taken (length or SHA-256 differs); use another.");
        }

        return manifest;
    }

    /// <summary>The path of a file that the manifest names.</summary>
    /// <exception cref="CopyException">It leads out of the folder.</exception>
    public static string Inside(string folder, string name)
    {
        string whole = Path.GetFullPath(Path.Combine(folder, name));
        return whole.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? whole
            : throw new CopyException($"The manifest names '{name}', which is outside the backup; it was changed. Use another backup.");
    }

    private static bool LeadsAway(string folder, string path)
    {
        for (string at = path; at.Length > folder.Length; at = Path.GetDirectoryName(at)!)
        {
            if (new FileInfo(at).LinkTarget is not null) return true;
        }

        return false;
    }

    private static Manifest Parse(string path)
    {
        if (!File.Exists(path)) throw new CopyException($"There is no {FileName} in {Path.GetDirectoryName(path)}: it is no backup, or one that was not finished. Use another.");
        try
        {
            return JsonSerializer.Deserialize<Manifest>(File.ReadAllBytes(path), Style) ?? throw new JsonException("It is empty.");
        }
        catch (JsonException damaged)
        {
            throw new CopyException($"{path} cannot be read: {damaged.Message} Use another backup.", damaged);
        }
    }
}

/// <summary>What a file must be.</summary>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its SHA-256, lower-case hexadecimal.</param>
public sealed record FileFacts(long Bytes, string Sha256)
{
    /// <summary>Those of a file.</summary>
    public static async Task<FileFacts> OfAsync(string path, CancellationToken cancellation)
    {
        await using FileStream file = File.OpenRead(path);
        return new FileFacts(file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation)));
    }
}
