using DataCatalog.Core.Search;
using Lucene.Net.Index;

namespace DataCatalog.Search.Lucene;

/// <summary>A facet in one segment: what each of its column's values counts as, for one question.</summary>
/// <param name="Column">The values.</param>
/// <param name="Buckets">What each value counts as, -1 for nothing; null where each counts as itself.</param>
/// <param name="Names">The names of what is counted.</param>
internal sealed record FacetView(ValueColumn Column, int[]? Buckets, IReadOnlyList<string> Names)
{
    private static readonly int[] Days = [30, 90, 180, 365];

    private static readonly string[] DayNames = [.. Days.Select(d => d.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>The facet as the question's viewer may count it.</summary>
    public static FacetView Of(AtomicReader reader, SearchFacet facet, SearchQuery question)
    {
        SegmentColumns columns = SegmentColumns.Of(reader);
        ValueColumn column = columns.Column(reader, DocumentMapper.FieldOf(facet));
        return facet switch
        {
            SearchFacet.PermittedAction => ByAction(column, [.. columns.Rights(reader).Select(r => r.Action.Length > 0 && r.CountsFor(question.Viewer, question.Today) ? r.Action : null)]),
            SearchFacet.May => ByAction(column, [.. columns.May(reader).Select(m => question.May is { } asked && m.HoldsFor(asked) ? m.Action : null)]),
            SearchFacet.EndsWithin => new FacetView(column, [.. columns.Rights(reader).Select(r => DaysBucket(r, question))], DayNames),
            _ => new FacetView(column, null, column.Values),
        };
    }

    /// <summary>Which of the column's values satisfy a filter.</summary>
    public bool[] Accepted(SearchFacet facet, IReadOnlyList<string> wanted)
    {
        bool[] accepted = new bool[Column.Values.Length];
        for (int i = 0; i < accepted.Length; i++)
        {
            int bucket = Buckets is null ? i : Buckets[i];
            accepted[i] = bucket >= 0 && (facet == SearchFacet.EndsWithin ? wanted.Any(w => Array.IndexOf(DayNames, w) >= bucket) : wanted.Contains(Names[bucket], StringComparer.Ordinal));
        }

        return accepted;
    }

    private static FacetView ByAction(ValueColumn column, string?[] actions)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] buckets = new int[actions.Length];
        for (int i = 0; i < actions.Length; i++)
        {
            buckets[i] = -1;
            if (actions[i] is not { } action) continue;
            if (!numbers.TryGetValue(action, out int number)) numbers.Add(action, number = numbers.Count);
            buckets[i] = number;
        }

        return new FacetView(column, buckets, [.. numbers.Keys]);
    }

    private static int DaysBucket(RightValue right, SearchQuery question)
    {
        if (right.LastDay == int.MaxValue || !right.CountsFor(question.Viewer, question.Today)) return -1;
        return Array.FindIndex(Days, d => right.LastDay - question.Today.DayNumber <= d);
    }
}

/// <summary>Counts one facet over all segments.</summary>
internal sealed class FacetCounter(SearchFacet facet)
{
    private readonly Dictionary<string, long> totals = new(StringComparer.Ordinal);

    /// <summary>Counts the documents of a segment.</summary>
    public void Add(FacetView view, ReadOnlySpan<int> documents)
    {
        int[] counts = new int[view.Names.Count];
        if (view.Buckets is null) CountValues(view.Column, documents, counts);
        else if (facet == SearchFacet.EndsWithin) CountSoonest(view, documents, counts);
        else CountOnce(view, documents, counts);
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0) totals[view.Names[i]] = totals.GetValueOrDefault(view.Names[i]) + counts[i];
        }
    }

    /// <summary>The counts, most frequent first, then by value.</summary>
    public IReadOnlyList<FacetCount> Counts(int most) =>
        [.. totals.OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).Take(most).Select(t => new FacetCount(t.Key, t.Value))];

    private static void CountValues(ValueColumn column, ReadOnlySpan<int> documents, int[] counts)
    {
        (int[] starts, int[] ordinals) = (column.Starts, column.Ordinals);
        foreach (int document in documents)
        {
            int end = starts[document + 1];
            for (int i = starts[document]; i < end; i++) counts[ordinals[i]]++;
        }
    }

    // Several rights can permit the same action; the document counts once.
    private static void CountOnce(FacetView view, ReadOnlySpan<int> documents, int[] counts)
    {
        (int[] starts, int[] ordinals, int[] buckets) = (view.Column.Starts, view.Column.Ordinals, view.Buckets!);
        int[] last = new int[counts.Length];
        Array.Fill(last, -1);
        foreach (int document in documents)
        {
            int end = starts[document + 1];
            for (int i = starts[document]; i < end; i++)
            {
                int bucket = buckets[ordinals[i]];
                if (bucket < 0 || last[bucket] == document) continue;
                last[bucket] = document;
                counts[bucket]++;
            }
        }
    }

    // The right that ends soonest decides; the wider spans count it too.
    private static void CountSoonest(FacetView view, ReadOnlySpan<int> documents, int[] counts)
    {
        (int[] starts, int[] ordinals, int[] buckets) = (view.Column.Starts, view.Column.Ordinals, view.Buckets!);
        foreach (int document in documents)
        {
            int soonest = counts.Length;
            for (int i = starts[document]; i < starts[document + 1]; i++)
            {
                if (buckets[ordinals[i]] is >= 0 and int bucket && bucket < soonest) soonest = bucket;
            }

            for (int bucket = soonest; bucket < counts.Length; bucket++) counts[bucket]++;
        }
    }
}
