namespace DataCatalog.Cli.Import;

/// <summary>What the user asks of an import.</summary>
/// <param name="Paths">Files and folders.</param>
/// <param name="Format">The format of all, or null for what their names say.</param>
/// <param name="DryRun">Write nothing.</param>
/// <param name="OutcomesFile">Where outcomes go, or null.</param>
/// <param name="From">First line to take.</param>
/// <param name="Json">For machines.</param>
public sealed record ImportSettings(IReadOnlyList<string> Paths, string? Format, bool DryRun, string? OutcomesFile, long From, bool Json);
