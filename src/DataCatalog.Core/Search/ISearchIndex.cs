namespace DataCatalog.Core.Search;

/// <summary>The search engine: keeps dataset documents and answers questions with ids. The database stays the authority.</summary>
public interface ISearchIndex
{
    /// <summary>Whether all instances of the service use the same index; otherwise it is this one's own.</summary>
    bool IsShared => false;

    /// <summary>Adds, replaces or removes documents; a document older than the one held is passed over. On return the changes are searchable and will survive a restart or be asked for again.</summary>
    /// <exception cref="SearchUnavailableException">The engine cannot be reached or its index is damaged.</exception>
    Task ApplyAsync(IReadOnlyList<DatasetDocument> documents, CancellationToken cancellation);

    /// <summary>Answers a question: one page of ids with marked texts, the total, and the facets asked for.</summary>
    /// <exception cref="SearchUnavailableException">The engine cannot be reached or its index is damaged or being rebuilt.</exception>
    Task<SearchResult> SearchAsync(SearchQuery query, CancellationToken cancellation);

    /// <summary>Builds a new index from all documents while the old one answers, then puts it in its place.</summary>
    /// <param name="documents">Every document, as the database has it.</param>
    /// <param name="cancellation">Gives the rebuild up; the old index stays.</param>
    Task RebuildAsync(IAsyncEnumerable<DatasetDocument> documents, CancellationToken cancellation);

    /// <summary>How the index is, and how many documents it holds.</summary>
    Task<SearchHealth> HealthAsync(CancellationToken cancellation);
}

/// <summary>How an index is.</summary>
public enum SearchState
{
    /// <summary>It answers.</summary>
    Ready,

    /// <summary>It is missing, damaged or of another definition, and must be rebuilt.</summary>
    NeedsRebuild,

    /// <summary>It cannot be reached.</summary>
    Unavailable,
}

/// <summary>How an index is.</summary>
/// <param name="State">Whether it answers.</param>
/// <param name="Documents">How many documents it holds.</param>
/// <param name="Detail">What is wrong, or null.</param>
public sealed record SearchHealth(SearchState State, long Documents, string? Detail = null);

/// <summary>Search cannot answer now; other reads go on.</summary>
public sealed class SearchUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
