using System.Collections.Frozen;

namespace DataCatalog.Core.Licensing.Published;

/// <summary>The exceptions of the SPDX licence list: what may stand after <c>WITH</c>.</summary>
public static class SpdxExceptions
{
    private static readonly FrozenDictionary<string, string> Ids = PublishedFile.Read<ListFile>("spdx-exceptions.json").Exceptions
        .ToFrozenDictionary(e => e.Id, e => e.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every identifier of the list.</summary>
    public static IReadOnlyCollection<string> All => Ids.Values;

    /// <summary>An exception's identifier as the list spells it, or null where the list has none.</summary>
    public static string? Canonical(string id) => Ids.GetValueOrDefault(id);

    private sealed record ListFile(IReadOnlyList<Entry> Exceptions);

    private sealed record Entry(string Id, string Name);
}
