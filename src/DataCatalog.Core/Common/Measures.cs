using System.Diagnostics.Metrics;

namespace DataCatalog.Core.Common;

/// <summary>What the registry counts of its own work; costs nothing while nobody listens.</summary>
public static class Measures
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "DataCatalog";

    /// <summary>The meter.</summary>
    public static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Alerts = Meter.CreateCounter<long>("datacatalog.alerts.raised", "{alert}", "Alerts raised by the expiry sweep.");
    private static readonly Counter<long> UseChecks = Meter.CreateCounter<long>("datacatalog.use_checks", "{check}", "Use-checks answered, by verdict.");
    private static readonly Counter<long> Imported = Meter.CreateCounter<long>("datacatalog.import.rows", "{row}", "Imported rows, by result.");
    private static readonly Counter<long> Rebuilt = Meter.CreateCounter<long>("datacatalog.index.rebuilds", "{rebuild}", "Rebuilds of the search index, by result.");

    /// <summary>Alerts were raised.</summary>
    public static void AlertsRaised(long count) => Alerts.Add(count);

    /// <summary>A use-check was answered.</summary>
    public static void UseChecked(string verdict) => UseChecks.Add(1, new KeyValuePair<string, object?>("verdict", verdict));

    /// <summary>A row was imported, or refused.</summary>
    public static void RowImported(string result) => Imported.Add(1, new KeyValuePair<string, object?>("result", result));

    /// <summary>The search index was built anew, or could not be.</summary>
    public static void IndexRebuilt(bool done) => Rebuilt.Add(1, new KeyValuePair<string, object?>("result", done ? "done" : "failed"));
}
