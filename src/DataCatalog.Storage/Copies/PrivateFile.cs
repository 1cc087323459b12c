namespace DataCatalog.Storage.Copies;

/// <summary>Files that only their owner can read, and that are on the disk when they are said to be.</summary>
public static class PrivateFile
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a new file; what was there is overwritten.</summary>
    public static FileStream Create(string path, FileShare share = FileShare.Read)
    {
        FileStream file = Open(path, FileMode.Create, share);
        // The mode above holds for a new file only.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, Owner);
        return file;
    }

    /// <summary>Makes an empty file where there is none; one that is there is not opened, since closing it would end locks of this process on it.</summary>
    public static void Ensure(string path)
    {
        if (!File.Exists(path)) Open(path, FileMode.OpenOrCreate).Dispose();
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

    private static FileStream Open(string path, FileMode mode, FileShare share = FileShare.Read)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = share };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Owner;
        return new FileStream(path, options);
    }
}
