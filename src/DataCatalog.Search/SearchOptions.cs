namespace DataCatalog.Search;

/// <summary>Where the search index is.</summary>
public sealed class SearchOptions
{
    /// <summary>Folder of the embedded index.</summary>
    /// <value>Required; a folder that only one process uses.</value>
    public required string Folder { get; init; }
}
