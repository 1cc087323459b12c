using DataCatalog.Search.Elastic;

namespace DataCatalog.Search;

/// <summary>Where the search index is.</summary>
public sealed class SearchOptions
{
    /// <summary>Folder of the embedded index.</summary>
    /// <value>Required; a folder that only one process uses. Unused with <see cref="Elasticsearch"/>.</value>
    public required string Folder { get; init; }

    /// <summary>The cluster that several instances share; null for the embedded index.</summary>
    public ElasticOptions? Elasticsearch { get; init; }
}
