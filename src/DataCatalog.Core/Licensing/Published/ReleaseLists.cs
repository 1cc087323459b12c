using System.Collections.Frozen;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.Published;

/// <summary>Under which licences adaptations may be released: <c>Lists/compatibility.json</c>.</summary>
internal static class ReleaseLists
{
    private static readonly ListFile File = PublishedFile.Read<ListFile>("compatibility.json");
    private static readonly FrozenDictionary<string, Entry> ShareAlikes = Keyed(File.ShareAlike);
    private static readonly FrozenDictionary<string, Entry> Clashes = Keyed(File.Clashes);

    /// <summary>Keys of the share-alike licences that the list knows.</summary>
    public static IReadOnlyCollection<string> Keys => ShareAlikes.Keys;

    /// <summary>What an adaptation of share-alike material may be released under: what the list says, else the same licence alone.</summary>
    public static (ReleaseSet Releases, Ground? Ground) ShareAlike(string key) =>
        ShareAlikes.TryGetValue(key, out Entry? entry) ? (ReleaseSet.Only(entry.Under!), entry.Ground()) : (ReleaseSet.Only([key]), null);

    /// <summary>What an adaptation of non-commercial material may be released under.</summary>
    public static (ReleaseSet Releases, Ground Ground) NonCommercial(string key) =>
        (ReleaseSet.Only(key.StartsWith("LicenseRef-", StringComparison.Ordinal) ? File.NonCommercial.Under!.Append(key) : File.NonCommercial.Under!), File.NonCommercial.Ground());

    /// <summary>Licences without share-alike whose conditions clash with another's, and the clash; null where there is none.</summary>
    public static (ReleaseSet Releases, Ground Ground)? Clash(string key) =>
        Clashes.TryGetValue(key, out Entry? entry) ? (ReleaseSet.Except(entry.Not!), entry.Ground()) : null;

    private static FrozenDictionary<string, Entry> Keyed(IReadOnlyList<Entry> entries) =>
        entries.SelectMany(e => e.Licences!.Select(l => (l, e))).ToFrozenDictionary(p => p.l, p => p.e, StringComparer.OrdinalIgnoreCase);

    private sealed record ListFile(IReadOnlyList<Entry> ShareAlike, Entry NonCommercial, IReadOnlyList<Entry> Clashes);

    private sealed record Entry(IReadOnlyList<string>? Licences, IReadOnlyList<string>? Under, IReadOnlyList<string>? Not, string Source, string? Section, string En, string Ko)
    {
        public Ground Ground() => new(Source, Section, LocalizedText.Of(Ko, En, nameof(Source), 1000), false);
    }
}
