namespace DataCatalog.Cli;

/// <summary>An end that the user is told in one sentence.</summary>
/// <param name="exitCode">The exit code.</param>
/// <param name="message">What is wrong, and how to put it right.</param>
public sealed class CliException(int exitCode, string message) : Exception(message)
{
    /// <summary>The exit code.</summary>
    public int ExitCode { get; } = exitCode;
}
