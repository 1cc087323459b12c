using DataCatalog.Core.Search;
using DataCatalog.Search.Indexing;
using DataCatalog.Server.Hosting.Options;
using DataCatalog.Server.Hosting.Startup;

namespace DataCatalog.Server.Operations.Backups;

/// <summary>Backups from the operator's command line.</summary>
internal static class BackupVerbs
{
    /// <summary>Takes a backup.</summary>
    public static async Task<int> BackupAsync(CatalogOptions options, string target, bool withKeys)
    {
        Manifest taken = await new TakeBackup(options, TimeProvider.System).RunAsync(target, withKeys, CancellationToken.None);
        Console.WriteLine($"The backup is whole: {Path.GetFullPath(target)}, {taken.Rows.Values.Sum()} rows, {taken.Files.Count} files, {taken.Files.Values.Sum(f => f.Bytes) / 1024 / 1024.0:F1} MiB.");
        Console.WriteLine($"Audit checkpoint: {taken.Audit.Count} {taken.Audit.Hash}");
        if (!withKeys) Console.WriteLine("The private keys of clearances are not in it; --with-keys adds them.");
        return 0;
    }

    /// <summary>Puts a backup back and builds the search index anew.</summary>
    public static async Task<int> RestoreAsync(CatalogOptions options, string[] settings, string source, bool force)
    {
        Restored restored = await new RestoreBackup(options, TimeProvider.System).RunAsync(source, force, CancellationToken.None);
        Console.WriteLine($"The registry of {restored.Manifest.TakenAt:u} is in place: {restored.Manifest.Rows.Values.Sum()} rows, audit log intact up to event {restored.Manifest.Audit.Count}.");
        if (restored.Kept is { } kept) Console.WriteLine($"What was there is kept as {kept}; remove it when it is not needed.");
        if (restored.Beyond is { } beyond)
        {
            Console.WriteLine($"WARNING: the audit log had come to event {beyond.Count}; {beyond.Count - restored.Manifest.Audit.Count} events are not in this backup, and what they tell of must be done again.");
            Console.WriteLine("'doctor' reports this until 'audit checkpoint --accept' accepts the shorter log.");
        }

        await RebuildAsync(options, settings);
        return 0;
    }

    // The service rebuilds by the mark where this cannot be done now.
    private static async Task RebuildAsync(CatalogOptions options, string[] settings)
    {
        Console.WriteLine("The search index is being built anew …");
        try
        {
            await using WebApplication app = Service.Build([.. settings, "--Logging:LogLevel:Default=Warning"]);
            await app.Services.GetRequiredService<Storage.RegistryDbFactory>().MigrateAsync(CancellationToken.None);
            await app.Services.GetRequiredService<RebuildIndex>().RunAsync(CancellationToken.None);
            RebuildMark.Of(options).Clear();
            Console.WriteLine("The search index has been built.");
        }
        catch (Exception later) when (later is SearchUnavailableException or IOException or HttpRequestException)
        {
            Console.WriteLine($"The search index could not be built now ({later.Message}); the service builds it when it starts.");
        }
    }
}
