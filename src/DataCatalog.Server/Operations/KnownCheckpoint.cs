using System.Globalization;
using DataCatalog.Core.Audit;
using DataCatalog.Server.Hosting.Options;
using DataCatalog.Storage.Copies;

namespace DataCatalog.Server.Operations;

/// <summary>The last checkpoint of the audit log that is known, in a file beside the database: a log that is cut off, or older, is seen by it.</summary>
/// <param name="path">The file; best on other storage than the database.</param>
public sealed class KnownCheckpoint(string path)
{
    /// <summary>Where the settings say.</summary>
    public static KnownCheckpoint Of(CatalogOptions options) => new(options.Checkpoint ?? Path.Combine(options.Data, "audit-checkpoint"));

    /// <summary>The checkpoint; null where none has been kept.</summary>
    /// <exception cref="CopyException">The file holds something else.</exception>
    public Checkpoint? Read()
    {
        if (!File.Exists(path)) return null;
        string[] words = File.ReadAllText(path).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words is [var count, { Length: 64 } hash] && long.TryParse(count, CultureInfo.InvariantCulture, out long number)
            ? new Checkpoint(number, hash)
            : throw new CopyException($"{path} is not a checkpoint; write one anew with 'audit checkpoint', after 'audit verify'.");
    }

    /// <summary>Keeps it, unless a later one is known.</summary>
    public void Advance(Checkpoint reached)
    {
        if (Read() is not { } known || known.Count < reached.Count) Keep(reached);
    }

    /// <summary>Keeps it, whatever is known.</summary>
    public void Keep(Checkpoint reached)
    {
        string draft = path + ".new";
        using (var file = new StreamWriter(PrivateFile.Create(draft))) file.WriteLine(FormattableString.Invariant($"{reached.Count} {reached.Hash}"));
        PrivateFile.Sync(draft);
        File.Move(draft, path, overwrite: true);
    }
}
