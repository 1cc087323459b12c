using DataCatalog.Core.Search;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace DataCatalog.Search.Lucene;

/// <summary>Tells in one segment which matches the viewer may see, and which facet's filter alone keeps a match out.</summary>
internal sealed class HitFilter
{
    /// <summary>Every filter lets it pass.</summary>
    public const int Passes = -1;

    /// <summary>It is hidden, or more than one filter keeps it out.</summary>
    public const int Fails = -2;

    private readonly FixedBitSet visible;
    private readonly IReadOnlySet<Guid>? only;
    private readonly NumericDocValues? high;
    private readonly NumericDocValues? low;
    private readonly (ValueColumn Column, bool[] Accepted)[] filters;
    private readonly (ValueColumn Column, bool[] Accepted)[] may;

    /// <summary>Prepares the question's filters for a segment.</summary>
    public HitFilter(AtomicReader reader, SearchQuery question, IReadOnlyList<SearchFacet> filtered)
    {
        visible = SegmentColumns.Of(reader).VisibleTo(reader, question.Viewer);
        only = question.Only;
        high = only is null ? null : reader.GetNumericDocValues(IndexDefinition.IdHigh);
        low = only is null ? null : reader.GetNumericDocValues(IndexDefinition.IdLow);
        may = [.. (question.May?.Actions ?? []).Select(a => Permitting(reader, question.May!, a))];
        filters = new (ValueColumn, bool[])[filtered.Count];
        for (int i = 0; i < filtered.Count; i++)
        {
            FacetView view = FacetView.Of(reader, filtered[i], question);
            filters[i] = (view.Column, view.Accepted(filtered[i], question.Filters[filtered[i]]));
        }
    }

    /// <summary><see cref="Passes"/>, <see cref="Fails"/>, or the number of the one filter that keeps it out.</summary>
    public int Judge(int document)
    {
        if (!visible.Get(document)) return Fails;
        if (only is not null && !only.Contains(DocumentMapper.IdOf(high!.Get(document), low!.Get(document)))) return Fails;
        foreach ((ValueColumn column, bool[] accepted) in may)
        {
            if (!Has(column, accepted, document)) return Fails;
        }

        int missed = Passes;
        for (int i = 0; i < filters.Length; i++)
        {
            if (Has(filters[i].Column, filters[i].Accepted, document)) continue;
            if (missed != Passes) return Fails;
            missed = i;
        }

        return missed;
    }

    private static (ValueColumn Column, bool[] Accepted) Permitting(AtomicReader reader, SearchMay asked, string action)
    {
        SegmentColumns columns = SegmentColumns.Of(reader);
        return (columns.Column(reader, IndexDefinition.May), [.. columns.May(reader).Select(m => m.Action == action && m.HoldsFor(asked))]);
    }

    private static bool Has(ValueColumn column, bool[] accepted, int document)
    {
        for (int i = column.Starts[document]; i < column.Starts[document + 1]; i++)
        {
            if (accepted[column.Ordinals[i]]) return true;
        }

        return false;
    }
}
