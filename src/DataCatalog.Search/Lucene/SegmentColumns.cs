using System.Collections.Concurrent;
using DataCatalog.Core.Search;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace DataCatalog.Search.Lucene;

/// <summary>Each document's values of one field, as numbers into a list of the values.</summary>
/// <param name="Values">The values, in order.</param>
/// <param name="Starts">Where each document's numbers begin; one more than documents.</param>
/// <param name="Ordinals">The numbers.</param>
internal sealed record ValueColumn(string[] Values, int[] Starts, int[] Ordinals)
{
    /// <summary>Reads a field of a segment.</summary>
    public static ValueColumn Read(AtomicReader reader, string field)
    {
        int[] starts = new int[reader.MaxDoc + 1];
        if (reader.GetSortedSetDocValues(field) is not { } source) return new ValueColumn([], starts, []);
        var ordinals = new List<int>(reader.MaxDoc);
        for (int document = 0; document < reader.MaxDoc; document++)
        {
            source.SetDocument(document);
            for (long ordinal = source.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = source.NextOrd()) ordinals.Add((int)ordinal);
            starts[document + 1] = ordinals.Count;
        }

        return new ValueColumn(ReadValues(source), starts, [.. ordinals]);
    }

    private static string[] ReadValues(SortedSetDocValues source)
    {
        string[] values = new string[source.ValueCount];
        var bytes = new BytesRef();
        for (int i = 0; i < values.Length; i++)
        {
            source.LookupOrd(i, bytes);
            values[i] = bytes.Utf8ToString();
        }

        return values;
    }
}

/// <summary>A segment's columns in memory: a segment's files never change, so they are read once and live as long as it.</summary>
internal sealed class SegmentColumns
{
    // More viewers than there can be consortia at work; beyond that the sets are simply made again.
    private const int MostViewers = 64;

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<object, SegmentColumns> Kept = [];

    private readonly ConcurrentDictionary<string, ValueColumn> columns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(bool Staff, Guid Consortium), FixedBitSet> visible = new();
    private RightValue[]? rights;
    private MayValue[]? may;

    private SegmentColumns()
    {
    }

    /// <summary>The columns of a segment.</summary>
    public static SegmentColumns Of(AtomicReader reader) => Kept.GetValue(reader.CoreCacheKey, _ => new SegmentColumns());

    /// <summary>One field's values.</summary>
    public ValueColumn Column(AtomicReader reader, string field) => columns.GetOrAdd(field, static (name, source) => ValueColumn.Read(source, name), reader);

    /// <summary>The rights, by the number that the column of rights has.</summary>
    public RightValue[] Rights(AtomicReader reader) => rights ??= [.. Column(reader, IndexDefinition.Right).Values.Select(RightValue.Decode)];

    /// <summary>What is permitted, by the number that its column has.</summary>
    public MayValue[] May(AtomicReader reader) => may ??= [.. Column(reader, IndexDefinition.May).Values.Select(MayValue.Decode)];

    /// <summary>The documents that a viewer finds; null for staff, who find all but tombstones.</summary>
    public FixedBitSet VisibleTo(AtomicReader reader, Guid? viewer)
    {
        if (visible.Count > MostViewers) visible.Clear();
        return visible.GetOrAdd((viewer is null, viewer ?? default), static (_, x) => x.columns.Visible(x.reader, x.viewer), (columns: this, reader, viewer));
    }

    private FixedBitSet Visible(AtomicReader reader, Guid? viewer)
    {
        var set = new FixedBitSet(reader.MaxDoc);
        NumericDocValues? alive = reader.GetNumericDocValues(IndexDefinition.Alive);
        for (int document = 0; document < reader.MaxDoc; document++)
        {
            if (alive?.Get(document) == 1 && (viewer is null || IsVisible(reader, document, viewer.Value))) set.Set(document);
        }

        return set;
    }

    private bool IsVisible(AtomicReader reader, int document, Guid viewer)
    {
        ValueColumn status = Column(reader, DocumentMapper.FieldOf(SearchFacet.Status));
        if (Has(status, document, nameof(Core.Catalogue.DatasetStatus.Available))) return true;
        return !Has(status, document, nameof(Core.Catalogue.DatasetStatus.Draft))
            && Has(Column(reader, IndexDefinition.Consortium), document, DocumentMapper.TermOf(viewer));
    }

    private static bool Has(ValueColumn column, int document, string value)
    {
        for (int i = column.Starts[document]; i < column.Starts[document + 1]; i++)
        {
            if (column.Values[column.Ordinals[i]] == value) return true;
        }

        return false;
    }
}
