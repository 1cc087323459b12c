using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataCatalog.Bench;

/// <summary>What was measured.</summary>
/// <param name="Name">Name of the figure.</param>
/// <param name="Value">What was measured; null where the work is not built yet.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Floor">The same for the floor, in the same run; null where there is none.</param>
/// <param name="Ratio">Value over floor.</param>
/// <param name="Target">What is to be reached.</param>
/// <param name="Rows">Rows there were.</param>
/// <param name="Note">What else is to be known.</param>
public sealed record Figure(string Name, double? Value, string Unit, double? Floor, double? Ratio, string Target, long Rows, string? Note = null)
{
    /// <summary>Of check-use: decisions a second, in process on one core; null of others.</summary>
    public double? DecisionsPerSecond { get; init; }

    /// <summary>Head of the table.</summary>
    public static string Head { get; } = $"{"name",-12} {"value",12} {"unit",-12} {"floor",12} {"ratio",7} {"target",-16} {"rows",9}  note";

    /// <summary>How it is written for machines.</summary>
    public static JsonSerializerOptions Json { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>A figure beside its floor.</summary>
    public static Figure Of(string name, double value, string unit, double? floor, string target, long rows, string? note = null) =>
        new(name, Math.Round(value, 3), unit, floor is { } f ? Math.Round(f, 3) : null, floor is > 0 and var over ? Math.Round(value / over, 3) : null, target, rows, note);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name,-12} {Value,12:N1} {Unit,-12} {Floor,12:N1} {Ratio,7:P0} {Target,-16} {Rows,9:N0}  {Note}");
}
