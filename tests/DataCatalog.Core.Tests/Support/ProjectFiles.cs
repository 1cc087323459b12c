namespace DataCatalog.Core.Tests.Support;

/// <summary>Finds the project's own files from where the tests run.</summary>
internal static class ProjectFiles
{
    /// <summary>The full path of a file named from the project's folder.</summary>
    public static string Find(string relative)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DataCatalog.sln"))) folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("the tests do not run within the repository"), relative);
    }
}
