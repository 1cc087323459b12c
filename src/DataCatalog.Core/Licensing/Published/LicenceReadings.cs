using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.Published;

/// <summary>The readings that come with the registry: <c>Lists/readings.json</c>, and the classes of the Data Provenance Collection.</summary>
public static class LicenceReadings
{
    private static readonly ReadingsFile File = PublishedFile.Read<ReadingsFile>("readings.json");
    private static readonly FrozenDictionary<string, LicenceReading> ByKey = Load();

    /// <summary>Every reading, by key.</summary>
    public static IReadOnlyList<LicenceReading> All { get; } = [.. ByKey.Values.OrderBy(r => r.Key, StringComparer.Ordinal)];

    /// <summary>Keys of classes of the collection that the registry knows better.</summary>
    internal static IReadOnlyCollection<string> Amended => File.Amendments.Keys;

    /// <summary>The reading of a licence, or null where there is none; a deprecated identifier means the one that took its place.</summary>
    public static LicenceReading? Of(string key, bool orLater = false) => ByKey.GetValueOrDefault(SpdxLicences.Current(key, orLater));

    private static FrozenDictionary<string, LicenceReading> Load()
    {
        var readings = new Dictionary<string, LicenceReading>(StringComparer.OrdinalIgnoreCase);
        foreach (Entry entry in File.Readings)
        {
            foreach (string key in entry.Licences)
            {
                string source = entry.Source ?? SpdxLicences.AddressOf(key) ?? "";
                readings.Add(key, new LicenceReading(key, [.. entry.Features.Select(f => Read(f.Key, f.Value, source))]) { Without = entry.Without ?? [] });
            }
        }

        foreach (string key in DataProvenanceLicences.Keys)
        {
            if (FromClass(key, DataProvenanceLicences.Of(key)!) is { } reading) readings.TryAdd(key, reading);
        }

        return readings.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    // Where the collection does not say what the terms are open to, nothing is read out of them.
    private static LicenceReading? FromClass(string key, LicenceClass known)
    {
        if (known.Use is null) return null;
        List<FeatureReading> features =
        [
            Of(LicenceFeature.Training, true, "dpc-training"),
            Of(LicenceFeature.CommercialUse, known.CommercialUse, "dpc-" + known.Use),
            Of(LicenceFeature.ResearchOnly, known.Use == "academic", "dpc-" + known.Use),
            Of(LicenceFeature.Attribution, known.Attribution, known.Attribution is null ? "dpc-open" : "dpc-attribution"),
            Of(LicenceFeature.ShareAlike, known.ShareAlike, known.ShareAlike is null ? "dpc-open" : "dpc-shareAlike"),
            Of(LicenceFeature.Derivatives, null, "dpc-open"),
            Of(LicenceFeature.Redistribution, null, "dpc-open"),
            Of(LicenceFeature.WeightsAdapt, true, "dpc-weights"),
        ];
        foreach ((string feature, JsonElement[] amended) in File.Amendments.GetValueOrDefault(key) ?? [])
        {
            FeatureReading read = Read(feature, amended, "");
            features[features.FindIndex(f => f.Feature == read.Feature)] = read;
        }

        return new LicenceReading(key, features);

        FeatureReading Of(LicenceFeature feature, bool? value, string ground) => new(feature, value, [File.Ground(ground, "")]);
    }

    private static FeatureReading Read(string feature, JsonElement[] values, string source) => new(
        Enum.Parse<LicenceFeature>(feature, ignoreCase: true),
        values[0].ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null },
        [.. values.Skip(1).Select(v => File.Ground(v.GetString()!, source))]);

    /// <summary>A ground of the file that stands by itself, as those of add-on grants do.</summary>
    internal static Ground Ground(string name, string source = "") => File.Ground(name, source);

    private sealed record ReadingsFile(Dictionary<string, GroundEntry> Grounds, IReadOnlyList<Entry> Readings, Dictionary<string, Dictionary<string, JsonElement[]>> Amendments)
    {
        public Ground Ground(string name, string source)
        {
            GroundEntry entry = Grounds[name];
            return new Ground(entry.Source ?? source, entry.Section, LocalizedText.Of(entry.Ko, entry.En, name, 1000), entry.Interpretation);
        }
    }

    private sealed record GroundEntry(string? Source, string? Section, string En, string Ko, bool Interpretation);

    private sealed record Entry(IReadOnlyList<string> Licences, string? Source, [property: JsonPropertyName("features")] Dictionary<string, JsonElement[]> Features, IReadOnlyList<string>? Without);
}
