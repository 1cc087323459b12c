namespace DataCatalog.Core.Tests.Support;

/// <summary>Finds real files that lie beside the project and are not part of it.</summary>
internal static class SharedFiles
{
    /// <summary>The path of a file or folder among them, or null where they are missing.</summary>
    public static string? Find(string relative)
    {
        if (Environment.GetEnvironmentVariable("DATACATALOG_SHARED") is { Length: > 0 } root) return Existing(Path.Combine(root, relative));
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DataCatalog.sln"))) return Existing(Path.Combine(folder.FullName, "..", "shared", relative));
        }

        return null;
    }

    private static string? Existing(string path) => Path.Exists(path) ? path : null;
}
