using DataCatalog.Core.Search;

namespace DataCatalog.Search.Lucene;

/// <summary>An index being built beside the one that answers; it takes the database's documents and, meanwhile, every change.</summary>
internal sealed class PendingRebuild(IndexGeneration generation, string path)
{
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, long> versions = [];

    /// <summary>The new index.</summary>
    public IndexGeneration Generation { get; } = generation;

    /// <summary>Its folder.</summary>
    public string Path { get; } = path;

    /// <summary>Adds what the database was read to hold; a change applied meanwhile of the same row version was read later and stays.</summary>
    public void AddRead(DatasetDocument document)
    {
        lock (gate)
        {
            if (versions.TryGetValue(document.Id, out long held) && held >= document.Version) return;
            Add(document, first: !versions.ContainsKey(document.Id));
        }
    }

    /// <summary>Adds a change.</summary>
    public void AddChange(DatasetDocument document)
    {
        lock (gate)
        {
            bool known = versions.TryGetValue(document.Id, out long held);
            if (!known || held <= document.Version) Add(document, first: !known);
        }
    }

    private void Add(DatasetDocument document, bool first)
    {
        if (first) Generation.PutFirst(document);
        else Generation.Put(document);
        versions[document.Id] = document.Version;
    }
}
