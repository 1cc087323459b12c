using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace DataCatalog.Search.Lucene;

/// <summary>What the index's files hold and how matches are weighed.</summary>
internal static class IndexDefinition
{
    /// <summary>Raised with every change of fields, terms or weights: an index of another version is built anew.</summary>
    public const int Version = 2;

    /// <summary>Where a commit's data keeps <see cref="Version"/>.</summary>
    public const string VersionEntry = "definition";

    /// <summary>Lucene's own compatibility version.</summary>
    public const LuceneVersion Compatibility = LuceneVersion.LUCENE_48;

    /// <summary>The dataset's id, as a term.</summary>
    public const string Id = "id";

    /// <summary>First and second half of the id, as numbers, for ties.</summary>
    public const string IdHigh = "id-high";

    /// <inheritdoc cref="IdHigh"/>
    public const string IdLow = "id-low";

    /// <summary>The row's version.</summary>
    public const string RowVersion = "version";

    /// <summary>1 unless the document is a tombstone.</summary>
    public const string Alive = "alive";

    /// <summary>When it was registered, in microseconds since 2000: exact as a double too.</summary>
    public const string Registered = "registered";

    /// <summary>The key, for the order by key.</summary>
    public const string Key = "key";

    /// <summary>All words: title, names and description, weighted by how often they are entered.</summary>
    public const string Text = "text";

    /// <summary>Rights, one value for each consortium, last day and action.</summary>
    public const string Right = "right";

    /// <summary>What the use-check permits, one value for each consortium, span of days and action.</summary>
    public const string May = "may";

    /// <summary>Consortia that find it whatever its status.</summary>
    public const string Consortium = "consortium";

    /// <summary>How often a word of the title counts against one of the description.</summary>
    public const int TitleWeight = 4;

    /// <summary>How often a word of the provider's names, the tasks and the like counts.</summary>
    public const int NamesWeight = 2;

    /// <summary>Memory for documents not yet written out, in MiB.</summary>
    private const double BufferMegabytes = 64;

    /// <summary>The measure of a match.</summary>
    public static Similarity Similarity { get; } = new Measure();

    /// <summary>How documents are written.</summary>
    public static IndexWriterConfig WriterConfig(OpenMode mode) => new(Compatibility, new KeywordAnalyzer())
    {
        OpenMode = mode,
        RAMBufferSizeMB = BufferMegabytes,
        Similarity = Similarity,
    };

    /// <summary>
    /// BM25 without statistics of the collection: rarity of words and average length would tell a viewer of documents that are
    /// hidden from them, and change a score whenever files are merged.
    /// </summary>
    private sealed class Measure : BM25Similarity
    {
        private const float TypicalLength = 80;

        protected override float Idf(long docFreq, long numDocs) => 1;

        protected override float AvgFieldLength(CollectionStatistics collectionStats) => TypicalLength;
    }
}
