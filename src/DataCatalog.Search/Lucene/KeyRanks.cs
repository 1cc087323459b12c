using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace DataCatalog.Search.Lucene;

/// <summary>Each document's place in the order of keys, made when first asked for in a state of the index.</summary>
internal static class KeyRanks
{
    private static readonly ConditionalWeakTable<IndexReader, int[]> Kept = [];

    /// <summary>The places of all documents of the index that the segment belongs to.</summary>
    public static int[] Of(AtomicReaderContext segment)
    {
        IndexReaderContext whole = segment;
        while (whole.Parent is { } parent) whole = parent;
        return Kept.GetValue(whole.Reader, Make);
    }

    private static int[] Make(IndexReader reader)
    {
        var keys = new List<(string Key, int Document)>(reader.MaxDoc);
        foreach (AtomicReaderContext segment in reader.Leaves) Read(segment, keys);
        keys.Sort(static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        int[] ranks = new int[reader.MaxDoc];
        for (int i = 0; i < keys.Count; i++) ranks[keys[i].Document] = i;
        return ranks;
    }

    private static void Read(AtomicReaderContext segment, List<(string Key, int Document)> keys)
    {
        SortedDocValues values = segment.AtomicReader.GetSortedDocValues(IndexDefinition.Key);
        var bytes = new BytesRef();
        for (int document = 0; document < segment.AtomicReader.MaxDoc; document++)
        {
            values.Get(document, bytes);
            keys.Add((bytes.Utf8ToString(), segment.DocBase + document));
        }
    }
}
