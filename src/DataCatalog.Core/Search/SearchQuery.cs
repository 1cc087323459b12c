namespace DataCatalog.Core.Search;

/// <summary>A question to the search engine.</summary>
public sealed record SearchQuery
{
    /// <summary>The words, as a tree; null finds everything.</summary>
    public SearchExpression? Text { get; init; }

    /// <summary>Values that facets are narrowed to: within a facet any of them, between facets all.</summary>
    public IReadOnlyDictionary<SearchFacet, IReadOnlyList<string>> Filters { get; init; } = new Dictionary<SearchFacet, IReadOnlyList<string>>();

    /// <summary>Only these datasets, where the database has narrowed the question; null for all.</summary>
    public IReadOnlySet<Guid>? Only { get; init; }

    /// <summary>What must be permitted, all of it; null for whatever.</summary>
    public SearchMay? May { get; init; }

    /// <summary>Facets to count.</summary>
    public IReadOnlyList<SearchFacet> Facets { get; init; } = [];

    /// <summary>Most values of each facet, the most frequent first; 1 to 1000.</summary>
    public int FacetSize { get; init; } = 50;

    /// <summary>Hits to pass over, 0 to 10,000.</summary>
    public int Skip { get; init; }

    /// <summary>Hits to give, 0 to 1000.</summary>
    public int Take { get; init; } = 20;

    /// <summary>The order of the hits.</summary>
    public SearchOrder Order { get; init; } = SearchOrder.Relevance;

    /// <summary>Whether to mark the words in the texts.</summary>
    public bool Highlight { get; init; }

    /// <summary>Who asks: null sees everything, a consortium sees available datasets and those it is or was entitled to.</summary>
    public Guid? Viewer { get; init; }

    /// <summary>Today in the programme's time zone, for <see cref="SearchFacet.EndsWithin"/> and rights that have ended.</summary>
    public required DateOnly Today { get; init; }
}

/// <summary>What a consortium may do on a day, by the use-check.</summary>
/// <param name="Consortium">The consortium.</param>
/// <param name="On">The day, at its first instant.</param>
/// <param name="Actions">Short names of common actions, every one of which must be permitted; none to count only.</param>
public sealed record SearchMay(Guid Consortium, DateOnly On, IReadOnlyList<string> Actions);

/// <summary>The order of hits; ties go by id, so that the same question has the same answer.</summary>
public enum SearchOrder
{
    /// <summary>Best match first.</summary>
    Relevance,

    /// <summary>Last registered first.</summary>
    Newest,

    /// <summary>By key.</summary>
    Key,
}

/// <summary>What hits can be counted and narrowed by.</summary>
public enum SearchFacet
{
    /// <summary>Modality.</summary>
    Modality,

    /// <summary>BCP 47 tag.</summary>
    Language,

    /// <summary>Domain.</summary>
    Domain,

    /// <summary>Provider's key.</summary>
    Provider,

    /// <summary>Licence key.</summary>
    Licence,

    /// <summary>Action that an agreement in force permits: to the viewer's consortium, or to anyone where staff ask.</summary>
    PermittedAction,

    /// <summary>Status.</summary>
    Status,

    /// <summary>Common action that the use-check permits to the consortium of <see cref="SearchQuery.May"/> on its day; narrowed by that alone.</summary>
    May,

    /// <summary>A right that ends within <c>30</c>, <c>90</c>, <c>180</c> or <c>365</c> days from today (each counts those before it too).</summary>
    EndsWithin,
}

/// <summary>Words to find, as a tree. Its depth and size are limited where it is made.</summary>
public abstract record SearchExpression
{
    /// <summary>Both.</summary>
    public sealed record And(SearchExpression Left, SearchExpression Right) : SearchExpression;

    /// <summary>Either.</summary>
    public sealed record Or(SearchExpression Left, SearchExpression Right) : SearchExpression;

    /// <summary>Not this.</summary>
    public sealed record Not(SearchExpression Inner) : SearchExpression;

    /// <summary>A word, in its forms; a Korean word with or without particles.</summary>
    public sealed record Word(string Text) : SearchExpression;

    /// <summary>Words that stand together in this order.</summary>
    public sealed record Phrase(string Text) : SearchExpression;

    /// <summary>A word that begins so; at least two letters (one for Hangul).</summary>
    public sealed record Prefix(string Text) : SearchExpression;
}

/// <summary>The answer to a question.</summary>
/// <param name="Hits">One page.</param>
/// <param name="Total">How many hits in all.</param>
/// <param name="Facets">Counts by facet and value, most frequent first, then by value. A facet's own filter does not narrow its counts.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, long Total, IReadOnlyDictionary<SearchFacet, IReadOnlyList<FacetCount>> Facets);

/// <summary>A dataset found.</summary>
/// <param name="Id">The dataset.</param>
/// <param name="Score">How well it matches; higher is better. Never depends on datasets the viewer cannot see in a way that tells of them.</param>
/// <param name="Highlights">Marked passages by field (<c>TitleKo</c>, <c>DescriptionEn</c>, …), HTML-encoded but for <c>&lt;em&gt;</c>.</param>
public sealed record SearchHit(Guid Id, double Score, IReadOnlyDictionary<string, string> Highlights);

/// <summary>How many hits have a value.</summary>
public sealed record FacetCount(string Value, long Count);
