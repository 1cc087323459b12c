namespace DataCatalog.Server.Pages.Parts;

/// <summary>A bar of a chart.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Parts">Its parts, not negative, from the start of the bar.</param>
/// <param name="Text">The amount in words.</param>
public sealed record ChartBar(string Name, IReadOnlyList<decimal> Parts, string Text);
