namespace DataCatalog.Cli.Import;

/// <summary>The formats that can be sent.</summary>
internal static class FileFormats
{
    public static readonly IReadOnlyList<string> All = ["jsonl", "csv", "data-provenance", "programme"];

    /// <summary>The format that a file's name says.</summary>
    public static string Of(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".jsonl" or ".ndjson" => "jsonl",
        ".csv" => "csv",
        ".json" when Path.GetFileName(file).Equals("programme.json", StringComparison.OrdinalIgnoreCase) => "programme",
        ".json" => "data-provenance",
        _ => throw new CliException(ExitCodes.Usage, $"The name of '{file}' does not say its format; give --format."),
    };

    /// <summary>Whether a file of a folder is one to send.</summary>
    public static bool IsKnown(string file) => Path.GetExtension(file).ToLowerInvariant() is ".jsonl" or ".ndjson" or ".csv" or ".json";
}
