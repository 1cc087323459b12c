using System.Reflection;
using DataCatalog.Server.Hosting.Options;
using DataCatalog.Storage.Copies;

namespace DataCatalog.Server.Operations.Backups;

/// <summary>Takes a backup into a new folder, while the service runs.</summary>
/// <param name="options">The settings.</param>
/// <param name="clock">The clock.</param>
public sealed class TakeBackup(CatalogOptions options, TimeProvider clock)
{
    /// <summary>Takes it.</summary>
    /// <param name="target">A folder that is empty or not there.</param>
    /// <param name="withKeys">Whether the private keys of clearances go in.</param>
    /// <param name="cancellation">Gives up; what is there has no manifest, and so is no backup.</param>
    /// <exception cref="CopyException">It cannot be taken.</exception>
    public async Task<Manifest> RunAsync(string target, bool withKeys, CancellationToken cancellation)
    {
        string folder = Path.GetFullPath(target);
        Make(folder);
        DatabaseCopies copies = DatabaseCopies.Of(options.Storage(), clock, options.PostgresTools);
        // Files after the database: they are only ever added, so every one that its rows name is there by now.
        CopyFacts facts = await copies.TakeAsync(folder, cancellation);
        var files = new SortedDictionary<string, FileFacts>(StringComparer.Ordinal) { [copies.FileName] = await FileFacts.OfAsync(Path.Combine(folder, copies.FileName), cancellation) };
        foreach ((string path, string name) in new DataFiles(options).Listed(withKeys))
        {
            string copy = Path.Combine(folder, name);
            PrivateFile.Folder(Path.GetDirectoryName(copy)!);
            PrivateFile.Copy(path, copy);
            files[name] = await FileFacts.OfAsync(copy, cancellation);
        }

        var manifest = new Manifest(Manifest.CurrentFormat, Release(), options.Provider, clock.GetUtcNow(), copies.FileName, facts.Migration, facts.Audit, facts.Rows, files, withKeys);
        manifest.Write(folder);
        KnownCheckpoint.Of(options).Advance(facts.Audit);
        return manifest;
    }

    private void Make(string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) throw new CopyException($"{folder} is not empty; name a folder that is not there yet.");
        if ((folder + Path.DirectorySeparatorChar).StartsWith(Path.GetFullPath(options.Data) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new CopyException($"{folder} is in the data folder, and would be lost with it; name one on other storage.");
        PrivateFile.Folder(folder);
    }

    private static string Release() => typeof(TakeBackup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
}
