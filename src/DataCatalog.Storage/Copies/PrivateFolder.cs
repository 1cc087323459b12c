namespace DataCatalog.Storage.Copies;

/// <summary>Folders that only their owner can enter, so that whatever is in them is closed to others of the machine, however it was made.</summary>
public static class PrivateFolder
{
    /// <summary>Makes a folder where there is none, and those above it; one that is there stays as it is, since someone may share it on purpose.</summary>
    /// <returns>The folder.</returns>
    public static DirectoryInfo Create(string path)
    {
        if (OperatingSystem.IsWindows()) return Directory.CreateDirectory(path);
        // Left to the system, those above would be as open as the umask lets them be.
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } above && !Directory.Exists(above)) Create(above);
        return Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
