using DataCatalog.Core.Search;
using Lucene.Net.Index;

namespace DataCatalog.Search.Lucene;

/// <summary>The embedded search engine: an index in a folder of this process, for one instance of the service.</summary>
/// <param name="path">Its folder; made where it is missing.</param>
public sealed class LuceneIndex(string path) : ISearchIndex, IDisposable
{
    private readonly SemaphoreSlim writing = new(1);
    private readonly SemaphoreSlim rebuilding = new(1);
    private IndexFolder? folder;
    private volatile IndexGeneration? current;
    private volatile PendingRebuild? pending;
    private volatile string fault = "The index has not been built yet.";
    private bool opened;

    /// <inheritdoc/>
    public async Task ApplyAsync(IReadOnlyList<DatasetDocument> documents, CancellationToken cancellation)
    {
        using Turn turn = await Turn.TakeAsync(writing, cancellation);
        Open();
        if (current is null && pending is null) throw Unavailable();
        Guarded(() => Apply(documents, cancellation));
    }

    /// <inheritdoc/>
    public async Task<SearchResult> SearchAsync(SearchQuery query, CancellationToken cancellation)
    {
        await OpenAsync(cancellation);
        return Guarded(() => Read(index => index.Read(searcher => Searcher.Answer(searcher, query, cancellation))));
    }

    /// <inheritdoc/>
    public async Task RebuildAsync(IAsyncEnumerable<DatasetDocument> documents, CancellationToken cancellation)
    {
        using Turn rebuild = await Turn.TakeAsync(rebuilding, cancellation);
        PendingRebuild next = await BeginAsync(cancellation);
        try
        {
            await foreach (DatasetDocument document in documents.WithCancellation(cancellation)) next.AddRead(document);
            using Turn turn = await Turn.TakeAsync(writing, cancellation);
            Replace(next);
        }
        catch
        {
            await GiveUpAsync(next);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<SearchHealth> HealthAsync(CancellationToken cancellation)
    {
        try
        {
            await OpenAsync(cancellation);
            return current is null ? new SearchHealth(SearchState.NeedsRebuild, 0, fault) : Guarded(() => Read(index => new SearchHealth(SearchState.Ready, index.Count())));
        }
        catch (SearchUnavailableException exception)
        {
            return new SearchHealth(folder is null ? SearchState.Unavailable : SearchState.NeedsRebuild, 0, exception.Message);
        }
    }

    /// <summary>Lets go of the folder.</summary>
    public void Dispose()
    {
        pending?.Generation.Dispose();
        current?.Dispose();
        folder?.Dispose();
        writing.Dispose();
        rebuilding.Dispose();
    }

    private async Task OpenAsync(CancellationToken cancellation)
    {
        if (Volatile.Read(ref opened)) return;
        using Turn turn = await Turn.TakeAsync(writing, cancellation);
        Open();
    }

    private void Open()
    {
        if (opened) return;
        try
        {
            folder ??= IndexFolder.Take(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SearchUnavailableException(exception.Message, exception);
        }

        OpenCurrent(folder);
        Volatile.Write(ref opened, true);
    }

    // Whatever damage makes the engine's reader throw, the answer is the same: build anew from the database.
    private void OpenCurrent(IndexFolder from)
    {
        try
        {
            if (current is not null || from.Current() is not { } generation) return;
            current = IndexGeneration.OpenExisting(generation);
            if (pending is null) from.RemoveAllBut(generation);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            fault = $"The index cannot be opened: {exception.Message}";
        }
    }

    private void Apply(IReadOnlyList<DatasetDocument> documents, CancellationToken cancellation)
    {
        IEnumerable<DatasetDocument> newest = documents.GroupBy(d => d.Id).Select(g => g.Aggregate((a, b) => b.Version >= a.Version ? b : a));
        foreach (DatasetDocument document in newest)
        {
            cancellation.ThrowIfCancellationRequested();
            pending?.AddChange(document);
            if (current is { } index && !(index.HeldVersion(document.Id) > document.Version)) index.Put(document);
        }

        current?.Commit();
    }

    // A rebuild may replace the index between the look at it and its use.
    private T Read<T>(Func<IndexGeneration, T> work)
    {
        while (true)
        {
            IndexGeneration index = current ?? throw Unavailable();
            try
            {
                return work(index);
            }
            catch (ObjectDisposedException) when (index != current)
            {
                continue;
            }
        }
    }

    private async Task<PendingRebuild> BeginAsync(CancellationToken cancellation)
    {
        using Turn turn = await Turn.TakeAsync(writing, cancellation);
        Open();
        string next = folder!.Next();
        return pending = new PendingRebuild(IndexGeneration.Create(next), next);
    }

    private void Replace(PendingRebuild next)
    {
        next.Generation.Commit();
        folder!.Promote(next.Path);
        IndexGeneration? old = current;
        current = next.Generation;
        pending = null;
        Discard(old);
        folder.RemoveAllBut(next.Path);
    }

    private async Task GiveUpAsync(PendingRebuild next)
    {
        using Turn turn = await Turn.TakeAsync(writing, CancellationToken.None);
        if (current == next.Generation) return;
        pending = null;
        Discard(next.Generation);
        if (Directory.Exists(next.Path)) Directory.Delete(next.Path, recursive: true);
    }

    private void Guarded(Action work) => Guarded(() =>
    {
        work();
        return true;
    });

    // Damage found while running, or a full disk: what was committed last is opened again if it is whole, else built anew.
    private T Guarded<T>(Func<T> work)
    {
        IndexGeneration? used = current;
        try
        {
            return work();
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            fault = $"The index is damaged: {exception.Message}";
            if (Interlocked.CompareExchange(ref current, null, used) == used) Discard(used);
            Volatile.Write(ref opened, false);
            throw Unavailable(exception);
        }
    }

    private static bool IsDamage(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ObjectDisposedException or CorruptIndexException;

    private static void Discard(IndexGeneration? generation)
    {
        try
        {
            generation?.Dispose();
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            // It is being thrown away; what it could not close goes with the process.
            return;
        }
    }

    private SearchUnavailableException Unavailable(Exception? inner = null) => new($"Search is being rebuilt. {fault}", inner);

    /// <summary>A turn at work that one does at a time.</summary>
    private readonly struct Turn(SemaphoreSlim semaphore) : IDisposable
    {
        public static async Task<Turn> TakeAsync(SemaphoreSlim semaphore, CancellationToken cancellation)
        {
            await semaphore.WaitAsync(cancellation);
            return new Turn(semaphore);
        }

        public void Dispose() => semaphore.Release();
    }
}
