using DataCatalog.Server.Hosting.Options;

namespace DataCatalog.Server.Operations;

/// <summary>A mark in the data folder: the search index is of another registry, and must be built anew before it is trusted.</summary>
/// <param name="folder">The data folder.</param>
public sealed class RebuildMark(string folder)
{
    private readonly string path = Path.Combine(folder, "rebuild-index");

    /// <summary>That of the settings' data folder.</summary>
    public static RebuildMark Of(CatalogOptions options) => new(options.Data);

    /// <summary>Whether it is set.</summary>
    public bool IsSet => File.Exists(path);

    /// <summary>Sets it.</summary>
    public void Set() => Storage.Copies.PrivateFile.Create(path).Dispose();

    /// <summary>Takes it away.</summary>
    public void Clear() => File.Delete(path);
}
