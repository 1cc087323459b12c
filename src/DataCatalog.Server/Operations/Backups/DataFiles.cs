using DataCatalog.Server.Hosting.Options;
using DataCatalog.Storage.Copies;

namespace DataCatalog.Server.Operations.Backups;

/// <summary>
/// Which files go into a backup beside the database: all of the data folder but what is built anew (the index), what the database's
/// own copy holds, and the private keys of clearances, unless they are asked for.
/// </summary>
public sealed class DataFiles(CatalogOptions options)
{
    private const string Files = "files";
    private const string Keys = "clearance-keys";
    private const string Documents = "documents";
    private readonly string data = Path.GetFullPath(options.Data);
    private readonly string keys = Path.GetFullPath(options.ClearanceKeyFolder);
    private readonly string documents = Path.GetFullPath(options.DocumentFolder);

    /// <summary>Each file's path, and its name in the backup.</summary>
    public IEnumerable<(string Path, string Name)> Listed(bool withKeys) => Ordinary().Concat(Kept()).Concat(withKeys ? Under(keys, Keys) : []);

    /// <summary>Where a file of a backup belongs.</summary>
    /// <exception cref="CopyException">No backup holds it: put there, it would be taken for the database or for a key.</exception>
    public string PlaceOf(string name)
    {
        string? place = name.Split('/', 2) switch
        {
            [Files, var rest] when Manifest.Inside(data, rest) is var file && IsOrdinary(file) => file,
            [Keys, var rest] => Manifest.Inside(keys, rest),
            [Documents, var rest] => Manifest.Inside(documents, rest),
            _ => null,
        };
        return place ?? throw new CopyException($"The manifest names '{name}', which is not what a backup holds; it was changed. Use another backup.");
    }

    private IEnumerable<(string Path, string Name)> Ordinary() => Under(data, Files).Where(f => IsOrdinary(f.Path));

    private bool IsOrdinary(string path) =>
        !IsWithin(path, keys) && !IsWithin(path, documents) && !IsWithin(path, Path.Combine(data, "index")) && !IsPassing(Path.GetRelativePath(data, path));

    // Without what is still coming in: no row names it yet.
    private IEnumerable<(string Path, string Name)> Kept() => Under(documents, Documents).Where(f => !Path.GetFileName(f.Path).StartsWith(Storage.Documents.DocumentFolder.Draft, StringComparison.Ordinal));

    private static IEnumerable<(string Path, string Name)> Under(string folder, string name) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => (f, $"{name}/{Path.GetRelativePath(folder, f).Replace('\\', '/')}"))
        : [];

    private static bool IsWithin(string path, string folder) => path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static bool IsPassing(string name) =>
        name.StartsWith("registry.db", StringComparison.Ordinal) || name is "audit-checkpoint" or "audit-checkpoint.new" or "rebuild-index" or Hosting.Instances.IndexOwner.FileName;
}
