using DataCatalog.Server.Hosting.Options;

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

    /// <summary>Where a file of a backup belongs; null for the database.</summary>
    public string? PlaceOf(string name) => name.Split('/', 2) switch
    {
        [Files, var rest] => Manifest.Inside(data, rest),
        [Keys, var rest] => Manifest.Inside(keys, rest),
        [Documents, var rest] => Manifest.Inside(documents, rest),
        _ => null,
    };

    private IEnumerable<(string Path, string Name)> Ordinary() =>
        Under(data, Files).Where(f => !IsWithin(f.Path, keys) && !IsWithin(f.Path, documents) && !IsWithin(f.Path, Path.Combine(data, "index")) && !IsPassing(Path.GetRelativePath(data, f.Path)));

    // Without what is still coming in: no row names it yet.
    private IEnumerable<(string Path, string Name)> Kept() => Under(documents, Documents).Where(f => !Path.GetFileName(f.Path).StartsWith(Storage.Documents.DocumentFolder.Draft, StringComparison.Ordinal));

    private static IEnumerable<(string Path, string Name)> Under(string folder, string name) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => (f, $"{name}/{Path.GetRelativePath(folder, f).Replace('\\', '/')}"))
        : [];

    private static bool IsWithin(string path, string folder) => path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static bool IsPassing(string name) =>
        name.StartsWith("registry.db", StringComparison.Ordinal) || name is "audit-checkpoint" or "audit-checkpoint.new" or "rebuild-index";
}
