namespace DataCatalog.Search.Lucene;

/// <summary>A match in the order of the answer.</summary>
/// <param name="Rank">What it is ordered by: higher first.</param>
/// <param name="High">First half of its id.</param>
/// <param name="Low">Second half.</param>
/// <param name="Document">Its number in the whole index.</param>
/// <param name="Score">How well it matches.</param>
internal readonly record struct RankedHit(double Rank, long High, long Low, int Document, float Score) : IComparable<RankedHit>
{
    /// <summary>Smaller comes first in the answer: by rank, then by id.</summary>
    public int CompareTo(RankedHit other)
    {
        if (Rank != other.Rank) return Rank > other.Rank ? -1 : 1;
        return High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);
    }
}

/// <summary>Keeps the first hits of those offered.</summary>
internal sealed class TopHits(int size)
{
    // The last of those kept is on top.
    private readonly PriorityQueue<RankedHit, RankedHit> kept = new(Comparer<RankedHit>.Create(static (a, b) => b.CompareTo(a)));

    /// <summary>The least rank that can still enter.</summary>
    public double Least { get; private set; } = size == 0 ? double.PositiveInfinity : double.NegativeInfinity;

    /// <summary>Offers a hit.</summary>
    public void Offer(RankedHit hit)
    {
        if (kept.Count < size) kept.Enqueue(hit, hit);
        else if (size > 0 && hit.CompareTo(kept.Peek()) < 0) kept.EnqueueDequeue(hit, hit);
        if (kept.Count == size && size > 0) Least = kept.Peek().Rank;
    }

    /// <summary>The hits in order, without the first ones.</summary>
    public IReadOnlyList<RankedHit> Page(int skip) => [.. kept.UnorderedItems.Select(i => i.Element).Order().Skip(skip)];
}
