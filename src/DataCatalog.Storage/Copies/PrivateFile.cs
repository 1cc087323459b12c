namespace DataCatalog.Storage.Copies;

/// <summary>Files that only their owner can read, and that are on the disk when they are said to be.</summary>
public static class PrivateFile
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder that only its owner can enter, unless it is there.</summary>
    public static void Folder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, Owner | UnixFileMode.UserExecute);
    }

    /// <summary>Makes a new file; what was there is overwritten.</summary>
    public static FileStream Create(string path, FileShare share = FileShare.Read)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = share };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Owner;
        var file = new FileStream(path, options);
        // The mode above holds for a new file only.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, Owner);
        return file;
    }

    /// <summary>Copies a file, and waits for the disk.</summary>
    public static void Copy(string from, string to)
    {
        using FileStream source = File.OpenRead(from);
        using FileStream target = Create(to);
        source.CopyTo(target);
        target.Flush(flushToDisk: true);
    }

    /// <summary>Waits until a file is on the disk.</summary>
    public static void Sync(string path)
    {
        using FileStream file = File.Open(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}
