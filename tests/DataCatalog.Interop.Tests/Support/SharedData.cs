namespace DataCatalog.Interop.Tests.Support;

/// <summary>Real files that lie beside the repository; a test that needs them skips where they are missing.</summary>
internal static class SharedData
{
    public static string Folder(params string[] parts)
    {
        string? root = Root();
        string folder = Path.Combine([root ?? "", "data", .. parts]);
        if (root is null || !Path.Exists(folder))
        {
            if (Environment.GetEnvironmentVariable("REQUIRE_SERVICES") == "1") Assert.Fail($"the shared data {string.Join('/', parts)} is missing");
            Assert.Skip($"the shared data {string.Join('/', parts)} is missing");
        }

        return folder;
    }

    private static string? Root()
    {
        if (Environment.GetEnvironmentVariable("DATACATALOG_SHARED") is { Length: > 0 } named) return named;
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string shared = Path.Combine(folder.FullName, "..", "shared");
            if (File.Exists(Path.Combine(folder.FullName, "DataCatalog.sln"))) return Directory.Exists(shared) ? shared : null;
        }

        return null;
    }
}
