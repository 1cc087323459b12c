namespace DataCatalog.Core.Licensing.UseCheck.Mix;

/// <summary>May these be used together?</summary>
public sealed record MixQuestion
{
    /// <summary>The most datasets that one question may name.</summary>
    public const int MostItems = 10_000;

    /// <summary>What is to be used, each with its own question and layers.</summary>
    public required IReadOnlyList<MixItem> Items { get; init; }

    /// <summary>
    /// Whether works of two release classes can be part of one release; of a class with itself, whether two works of it can. It is asked both ways round,
    /// and a no either way is a conflict. Null where nothing is released.
    /// </summary>
    public Func<string, string, bool>? Compatible { get; init; }
}

/// <summary>One dataset of a mix.</summary>
public sealed record MixItem
{
    /// <summary>What names it in the answer; unique in the mix.</summary>
    public required string Key { get; init; }

    /// <summary>The question about it.</summary>
    public required UseQuestion Question { get; init; }

    /// <summary>The terms that cover it.</summary>
    public required IReadOnlyList<Layer> Layers { get; init; }

    /// <summary>What its licence demands of a release (share-alike, for one), counted where the licence decides; null where it demands nothing that another could conflict with.</summary>
    public string? ReleaseClass { get; init; }
}
