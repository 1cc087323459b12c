using DataCatalog.Server.Hosting.Options;
using DataCatalog.Storage.Copies;

namespace DataCatalog.Server.Operations.Doctor;

/// <summary>Looks at the data folder and at the private keys.</summary>
internal sealed class FolderChecks(CatalogOptions options)
{
    private const long LittleBytes = 1L << 30;
    private const long TooLittleBytes = 100L << 20;
    private const UnixFileMode Others = UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private string Folder => Path.GetFullPath(options.Data);

    private string Keyring => Path.GetFullPath(options.ClearanceKeyFolder);

    /// <summary>The checks.</summary>
    public IEnumerable<Check> All =>
    [
        new("data folder", _ => Task.FromResult<Answer?>(Writable())),
        new("free space", _ => Task.FromResult<Answer?>(Space())),
        new("file permissions", _ => Task.FromResult<Answer?>(Permissions())),
        new("clearance keys", _ => Task.FromResult<Answer?>(Keys())),
    ];

    private Answer Writable()
    {
        if (!Directory.Exists(Folder)) return Answer.Warn($"{Folder} is not there yet", "The first start makes it; or name the right one with --data.");
        string probe = Path.Combine(Folder, $".doctor-{Environment.ProcessId}");
        try
        {
            PrivateFile.Create(probe).Dispose();
            File.Delete(probe);
            return Answer.Ok($"{Folder} can be written to");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Answer.Fail($"{Folder} cannot be written to: {refused.Message}", $"Give it to the service's user: chown -R {Environment.UserName} {Folder}; or free space on its disk.");
        }
    }

    private Answer Space()
    {
        if (!Directory.Exists(Folder)) return Answer.Ok("nothing is kept yet");
        var disk = new DriveInfo(Folder);
        string what = $"{disk.AvailableFreeSpace >> 20:N0} MiB of {disk.TotalSize >> 20:N0} MiB are free at {Folder}";
        const string mend = "Free space or enlarge the disk; writes are refused when it is full ('Full disk' in docs/runbook.md).";
        return disk.AvailableFreeSpace switch
        {
            < TooLittleBytes => Answer.Fail(what, mend),
            < LittleBytes => Answer.Warn(what, mend),
            _ => Answer.Ok(what),
        };
    }

    private Answer Permissions()
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(Folder)) return Answer.Ok("nothing to check");
        string[] open = [.. Secret().Where(IsOpen)];
        if (open.Length > 0)
        {
            string named = string.Join(", ", open.Take(3).Select(f => Path.GetRelativePath(Folder, f)));
            return Answer.Warn($"others on this machine can read or change {named}{(open.Length > 3 ? " …" : "")}", $"chmod -R go-rwx {string.Join(' ', open.Select(Path.GetDirectoryName).Distinct())}");
        }

        return (File.GetUnixFileMode(Folder) & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == 0
            ? Answer.Ok("only the service's user can read what is secret")
            : Answer.Warn($"others can write into {Folder}", $"chmod go-w {Folder}");
    }

    private static bool IsOpen(string file) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != 0;

    private IEnumerable<string> Secret() =>
        Reachable(Folder, "registry.db*", SearchOption.TopDirectoryOnly)
            .Concat(new[] { Path.Combine(Folder, "keys"), Path.Combine(Folder, "index"), Keyring }.SelectMany(f => Reachable(f, "*", SearchOption.AllDirectories)));

    // Nobody else passes a closed folder, whatever is open behind it.
    private static IEnumerable<string> Reachable(string folder, string pattern, SearchOption depth)
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(folder)) return [];
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            if ((at.UnixFileMode & (UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) == 0) return [];
        }

        return Directory.EnumerateFiles(folder, pattern, depth);
    }

    private Answer Keys()
    {
        string[] keys = Directory.Exists(Keyring) ? Directory.GetFiles(Keyring, "*", SearchOption.AllDirectories) : [];
        foreach (string key in keys)
        {
            using var pair = System.Security.Cryptography.ECDsa.Create();
            try
            {
                pair.ImportFromPem(File.ReadAllText(key));
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or System.Security.Cryptography.CryptographicException)
            {
                return Answer.Fail($"{Path.GetFileName(key)} cannot be used", $"Put back its file from a backup taken with --with-keys, readable to {Environment.UserName}; or rotate the clearance key ('Rotate keys' in docs/runbook.md).");
            }
        }

        return Answer.Ok(keys.Length == 0 ? "none yet; the first clearance makes one" : $"{keys.Length} can be read");
    }
}
