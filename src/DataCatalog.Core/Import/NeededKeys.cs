namespace DataCatalog.Core.Import;

/// <summary>Keys of the rows that a batch refers to, so that they are read in one question a kind.</summary>
internal sealed class NeededKeys
{
    public HashSet<string> Organisations { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Licences { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Datasets { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Programmes { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Consortia { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Models { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Agreements { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether any row speaks of versions, which are costly to read.</summary>
    public bool Versions { get; set; }

    /// <summary>Whether any row grants.</summary>
    public bool Entitlements { get; set; }

    public static void Add(HashSet<string> keys, string? key)
    {
        if (!string.IsNullOrWhiteSpace(key)) keys.Add(key);
    }
}
