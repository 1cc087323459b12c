using System.Globalization;
using DataCatalog.Core.Search;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace DataCatalog.Search.Lucene;

/// <summary>One index in its own folder: built once, kept up to date, replaced as a whole by a rebuild.</summary>
internal sealed class IndexGeneration : IDisposable
{
    private readonly FSDirectory directory;
    private readonly IndexWriter writer;
    private readonly SearcherManager searchers;

    private IndexGeneration(FSDirectory directory, IndexWriter writer)
    {
        (this.directory, this.writer) = (directory, writer);
        searchers = new SearcherManager(writer, applyAllDeletes: true, new Factory());
    }

    /// <summary>Makes an empty index.</summary>
    public static IndexGeneration Create(string path) => Open(path, OpenMode.CREATE);

    /// <summary>Opens an index after checking every file's checksum.</summary>
    /// <exception cref="InvalidDataException">It is of another definition.</exception>
    /// <exception cref="IOException">It is damaged or missing.</exception>
    public static IndexGeneration OpenExisting(string path)
    {
        if (!System.IO.Directory.Exists(path)) throw new DirectoryNotFoundException($"The index folder '{Path.GetFileName(path)}' is missing.");
        using (FSDirectory directory = OpenDirectory(path))
        using (DirectoryReader reader = DirectoryReader.Open(directory))
        {
            if (!IsCurrent(reader.IndexCommit.UserData)) throw new InvalidDataException("The index was built by another version of the program.");
            foreach (AtomicReaderContext segment in reader.Leaves) segment.AtomicReader.CheckIntegrity();
        }

        return Open(path, OpenMode.APPEND);
    }

    /// <summary>The row version held of a dataset; null where none is.</summary>
    public long? HeldVersion(Guid id)
    {
        IndexSearcher searcher = searchers.Acquire();
        try
        {
            return HeldVersion(searcher.IndexReader, new BytesRef(DocumentMapper.TermOf(id)));
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    /// <summary>Adds or replaces a document; it is found after <see cref="Commit"/>.</summary>
    public void Put(DatasetDocument document) =>
        writer.UpdateDocument(new Term(IndexDefinition.Id, DocumentMapper.TermOf(document.Id)), DocumentMapper.ToLucene(document));

    /// <summary>Adds a document of a dataset that the index does not hold yet: cheaper than <see cref="Put"/>.</summary>
    public void PutFirst(DatasetDocument document) => writer.AddDocument(DocumentMapper.ToLucene(document));

    /// <summary>Makes all changes safe on disk and found.</summary>
    public void Commit()
    {
        writer.SetCommitData(new Dictionary<string, string> { [IndexDefinition.VersionEntry] = IndexDefinition.Version.ToString(CultureInfo.InvariantCulture) });
        writer.Commit();
        searchers.MaybeRefreshBlocking();
    }

    /// <summary>Works with the present state of the index, which stays as it is meanwhile.</summary>
    /// <exception cref="ObjectDisposedException">A rebuild has replaced it.</exception>
    public T Read<T>(Func<IndexSearcher, T> work)
    {
        IndexSearcher searcher = searchers.Acquire();
        try
        {
            return work(searcher);
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    /// <summary>How many datasets can be found by staff.</summary>
    public long Count() => Read(searcher => searcher.IndexReader.Leaves.Sum(s => CountIn(s.AtomicReader)));

    /// <summary>Lets go of the files without writing what is not committed.</summary>
    public void Dispose()
    {
        searchers.Dispose();
        try
        {
            writer.Rollback();
        }
        finally
        {
            directory.Dispose();
        }
    }

    private static bool IsCurrent(IDictionary<string, string> data) =>
        data.TryGetValue(IndexDefinition.VersionEntry, out string? version) && version == IndexDefinition.Version.ToString(CultureInfo.InvariantCulture);

    private static IndexGeneration Open(string path, OpenMode mode)
    {
        FSDirectory directory = OpenDirectory(path);
        IndexWriter? writer = null;
        try
        {
            writer = new IndexWriter(directory, IndexDefinition.WriterConfig(mode));
            return new IndexGeneration(directory, writer);
        }
        catch
        {
            writer?.Rollback();
            directory.Dispose();
            throw;
        }
    }

    // Not memory-mapped: a file cut short under a mapping ends the process. Not locked here: the whole folder is, by FolderLock.
    private static NIOFSDirectory OpenDirectory(string path) => new(new DirectoryInfo(path), NoLockFactory.GetNoLockFactory());

    private static long? HeldVersion(IndexReader reader, BytesRef id)
    {
        foreach (AtomicReaderContext segment in reader.Leaves)
        {
            AtomicReader part = segment.AtomicReader;
            if (part.GetTerms(IndexDefinition.Id) is not { } terms) continue;
            TermsEnum values = terms.GetEnumerator();
            if (!values.SeekExact(id)) continue;
            int document = values.Docs(part.LiveDocs, null, DocsFlags.NONE).NextDoc();
            if (document != DocIdSetIterator.NO_MORE_DOCS) return part.GetNumericDocValues(IndexDefinition.RowVersion).Get(document);
        }

        return null;
    }

    private static long CountIn(AtomicReader reader)
    {
        FixedBitSet visible = SegmentColumns.Of(reader).VisibleTo(reader, viewer: null);
        if (reader.LiveDocs is not { } live) return visible.Cardinality;
        long count = 0;
        for (int document = 0; document < reader.MaxDoc; document++)
        {
            if (live.Get(document) && visible.Get(document)) count++;
        }

        return count;
    }

    private sealed class Factory : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = IndexDefinition.Similarity };
    }
}
