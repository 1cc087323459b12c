namespace DataCatalog.Cli.Clear;

/// <summary>Small files, whose faults the user is told in one sentence.</summary>
internal static class Files
{
    private const int Most = 64 * 1024 * 1024;

    /// <summary>The whole of a file.</summary>
    public static async Task<string> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            if (new FileInfo(path).Length > Most) throw new CliException(ExitCodes.Usage, $"{path} is longer than a clearance can be.");
            return await File.ReadAllTextAsync(path, cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCodes.Usage, $"A file cannot be read: {fault.Message}");
        }
    }

    /// <summary>Writes a file.</summary>
    public static async Task WriteAsync(string path, string text, CancellationToken cancellation)
    {
        try
        {
            await File.WriteAllTextAsync(path, text, cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCodes.Usage, $"A file cannot be written: {fault.Message}");
        }
    }
}
