using DataCatalog.Core.Audit;
using DataCatalog.Server.Hosting.Options;
using DataCatalog.Storage.Copies;

namespace DataCatalog.Server.Operations.Backups;

/// <summary>Puts a backup back: verified before anything is touched, prepared beside what is there, and swapped in one step.</summary>
/// <param name="options">The settings.</param>
/// <param name="clock">The clock.</param>
public sealed class RestoreBackup(CatalogOptions options, TimeProvider clock)
{
    /// <summary>Restores it. The search index is marked to be built anew.</summary>
    /// <param name="source">The backup's folder.</param>
    /// <param name="force">Whether a registry that is there is replaced; it is kept under another name.</param>
    /// <param name="cancellation">Gives up before the swap; nothing is changed then.</param>
    /// <exception cref="CopyException">The backup is not whole, or the place is not free.</exception>
    public async Task<Restored> RunAsync(string source, bool force, CancellationToken cancellation)
    {
        string folder = Path.GetFullPath(source);
        Manifest manifest = await Manifest.ReadAsync(folder, cancellation);
        if (manifest.Provider != options.Provider) throw new CopyException($"The backup is of '{manifest.Provider}', the settings say '{options.Provider}'; set DataCatalog:Provider to '{manifest.Provider}'.");
        DatabaseCopies copies = DatabaseCopies.Of(options.Storage(), clock, options.PostgresTools);
        if (await copies.IsThereAsync(cancellation) && !force) throw new CopyException("A registry is there already; add --force to replace it (it is kept under another name).");
        await copies.RequireStillAsync(cancellation);
        Checkpoint? known = Later(await copies.ReachedAsync(cancellation), KnownCheckpoint.Of(options).Read());
        try
        {
            Compare(manifest, await copies.PrepareAsync(folder, cancellation));
            PutFiles(manifest, folder);
            if (known is not null) KnownCheckpoint.Of(options).Advance(known);
            RebuildMark.Of(options).Set();
            return new Restored(manifest, await copies.SwapAsync(cancellation), known?.Count > manifest.Audit.Count ? known : null);
        }
        catch
        {
            await copies.DiscardAsync();
            throw;
        }
    }

    private static void Compare(Manifest manifest, CopyFacts found)
    {
        if (found.Audit != manifest.Audit) throw new CopyException($"The audit log of the backup ends at event {found.Audit.Count}, its manifest says {manifest.Audit.Count}; use another backup.");
        foreach ((string table, long rows) in manifest.Rows)
        {
            long there = found.Rows.GetValueOrDefault(table);
            if (there != rows) throw new CopyException($"The backup has {there} rows of {table}, its manifest says {rows}; use another backup.");
        }
    }

    // Before the database: its rows are what makes the files count.
    private void PutFiles(Manifest manifest, string folder)
    {
        var files = new DataFiles(options);
        Directory.CreateDirectory(options.Data);
        foreach (string name in manifest.Files.Keys)
        {
            if (files.PlaceOf(name) is not { } place) continue;
            PrivateFile.Folder(Path.GetDirectoryName(place)!);
            PrivateFile.Copy(Manifest.Inside(folder, name), place + ".restoring");
            File.Move(place + ".restoring", place, overwrite: true);
        }
    }

    private static Checkpoint? Later(Checkpoint? a, Checkpoint? b) => a is null || b?.Count > a.Count ? b : a;
}

/// <summary>What a restore did.</summary>
/// <param name="Manifest">What was put back.</param>
/// <param name="Kept">Where what was there is kept; null where nothing was.</param>
/// <param name="Beyond">The last checkpoint known, where the restored audit log does not reach it.</param>
public sealed record Restored(Manifest Manifest, string? Kept, Checkpoint? Beyond);
