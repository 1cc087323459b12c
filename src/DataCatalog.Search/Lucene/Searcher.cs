using System.Buffers;
using System.Globalization;
using DataCatalog.Core.Search;
using DataCatalog.Search.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace DataCatalog.Search.Lucene;

/// <summary>Answers one question over one state of the index.</summary>
internal sealed class Searcher
{
    private const int CheckEvery = 4096;

    private readonly IndexSearcher index;
    private readonly SearchQuery question;
    private readonly IReadOnlyList<SearchFacet> filtered;
    private readonly Dictionary<SearchFacet, FacetCounter> counters;
    private readonly TopHits top;
    private readonly IReadOnlyList<TermPattern> patterns = [];
    private readonly Weight? weight;
    private long total;

    private Searcher(IndexSearcher index, SearchQuery question)
    {
        (this.index, this.question) = (index, question);
        filtered = [.. question.Filters.Where(f => f.Value.Count > 0).Select(f => f.Key)];
        counters = question.Facets.Distinct().ToDictionary(f => f, f => new FacetCounter(f));
        top = new TopHits(question.Take == 0 ? 0 : question.Skip + question.Take);
        if (question.Text is null) return;
        (Query query, patterns) = QueryBuilder.Build(question.Text);
        weight = index.CreateNormalizedWeight(query);
    }

    /// <summary>The answer.</summary>
    public static SearchResult Answer(IndexSearcher index, SearchQuery question, CancellationToken cancellation)
    {
        var searcher = new Searcher(index, question);
        foreach (AtomicReaderContext segment in index.IndexReader.Leaves) searcher.Search(segment, cancellation);
        SearchHit[] hits = [.. searcher.top.Page(question.Skip).Select(searcher.ToHit)];
        return new SearchResult(hits, searcher.total, searcher.counters.ToDictionary(c => c.Key, c => c.Value.Counts(question.FacetSize)));
    }

    private void Search(AtomicReaderContext segment, CancellationToken cancellation)
    {
        var filter = new HitFilter(segment.AtomicReader, question, filtered);
        using var matches = new SegmentMatches(segment.AtomicReader.MaxDoc, filtered.Count);
        var order = HitOrder.Of(segment, question.Order);
        foreach ((int document, float score) in Matches(segment))
        {
            if (document % CheckEvery == 0) cancellation.ThrowIfCancellationRequested();
            int judged = filter.Judge(document);
            if (judged == HitFilter.Fails) continue;
            matches.Add(document, judged);
            if (judged != HitFilter.Passes) continue;
            double rank = order.Rank(document, score);
            if (rank >= top.Least) top.Offer(order.Hit(document, rank, score));
        }

        total += matches.Passing.Length;
        foreach ((SearchFacet facet, FacetCounter counter) in counters) Count(segment.AtomicReader, facet, counter, matches);
    }

    private void Count(AtomicReader reader, SearchFacet facet, FacetCounter counter, SegmentMatches matches)
    {
        FacetView view = FacetView.Of(reader, facet, question);
        counter.Add(view, matches.Passing);
        for (int i = 0; i < filtered.Count; i++)
        {
            if (filtered[i] == facet) counter.Add(view, matches.KeptOutBy(i));
        }
    }

    private IEnumerable<(int Document, float Score)> Matches(AtomicReaderContext segment)
    {
        AtomicReader reader = segment.AtomicReader;
        if (weight is null)
        {
            for (int document = 0; document < reader.MaxDoc; document++)
            {
                if (reader.LiveDocs?.Get(document) != false) yield return (document, 0);
            }

            yield break;
        }

        if (weight.GetScorer(segment, reader.LiveDocs) is not { } scorer) yield break;
        for (int document = scorer.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = scorer.NextDoc())
        {
            yield return (document, scorer.GetScore());
        }
    }

    private SearchHit ToHit(RankedHit hit) => new(DocumentMapper.IdOf(hit.High, hit.Low), hit.Score, question.Highlight ? Marked(hit.Document) : new Dictionary<string, string>());

    private Dictionary<string, string> Marked(int document)
    {
        var marked = new Dictionary<string, string>(StringComparer.Ordinal);
        if (patterns.Count == 0) return marked;
        Document stored = index.Doc(document, DocumentMapper.Texts.ToHashSet());
        foreach (string field in DocumentMapper.Texts)
        {
            if (stored.GetField(field)?.GetStringValue(CultureInfo.InvariantCulture) is { } text && Highlighter.Mark(text, patterns) is { } passage) marked[field] = passage;
        }

        return marked;
    }
}

/// <summary>The matches of one segment: those that pass, and those that one filter alone keeps out.</summary>
internal sealed class SegmentMatches(int most, int filters) : IDisposable
{
    private readonly int[] passing = ArrayPool<int>.Shared.Rent(most);
    private readonly List<int>[] keptOut = [.. Enumerable.Range(0, filters).Select(_ => new List<int>())];
    private int count;

    /// <summary>Those that pass every filter.</summary>
    public ReadOnlySpan<int> Passing => passing.AsSpan(0, count);

    /// <summary>Those that only this filter keeps out.</summary>
    public ReadOnlySpan<int> KeptOutBy(int filter) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(keptOut[filter]);

    /// <summary>Adds a match as <see cref="HitFilter.Judge"/> judged it.</summary>
    public void Add(int document, int judged)
    {
        if (judged == HitFilter.Passes) passing[count++] = document;
        else keptOut[judged].Add(document);
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<int>.Shared.Return(passing);
}

/// <summary>Ranks the hits of one segment in the order asked for.</summary>
internal sealed class HitOrder
{
    private readonly int start;
    private readonly SearchOrder order;
    private readonly NumericDocValues high;
    private readonly NumericDocValues low;
    private readonly NumericDocValues registered;
    private readonly int[]? keyRanks;

    private HitOrder(AtomicReaderContext segment, SearchOrder order)
    {
        AtomicReader reader = segment.AtomicReader;
        (start, this.order) = (segment.DocBase, order);
        high = reader.GetNumericDocValues(IndexDefinition.IdHigh);
        low = reader.GetNumericDocValues(IndexDefinition.IdLow);
        registered = reader.GetNumericDocValues(IndexDefinition.Registered);
        if (order == SearchOrder.Key) keyRanks = KeyRanks.Of(segment);
    }

    /// <summary>The order in a segment.</summary>
    public static HitOrder Of(AtomicReaderContext segment, SearchOrder order) => new(segment, order);

    /// <summary>What the document is ordered by, higher first.</summary>
    public double Rank(int document, float score) => order switch
    {
        SearchOrder.Relevance => score,
        SearchOrder.Newest => (double)registered.Get(document),
        _ => -keyRanks![start + document],
    };

    /// <summary>The hit.</summary>
    public RankedHit Hit(int document, double rank, float score) => new(rank, high.Get(document), low.Get(document), start + document, score);
}
