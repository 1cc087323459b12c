namespace DataCatalog.Core.Search;

/// <summary>Wakes the indexer when index tasks have been committed.</summary>
public interface IIndexSignal
{
    /// <summary>Says that there is work; several before the next wait count as one.</summary>
    void Raise();

    /// <summary>Returns when there is work, or after the time has passed.</summary>
    Task WaitAsync(TimeSpan atMost, CancellationToken cancellation);
}

/// <summary>The signal within one process.</summary>
public sealed class IndexSignal : IIndexSignal, IDisposable
{
    private readonly SemaphoreSlim raised = new(0, 1);
    private readonly Lock gate = new();

    /// <inheritdoc/>
    public void Raise()
    {
        lock (gate)
        {
            if (raised.CurrentCount == 0) raised.Release();
        }
    }

    /// <inheritdoc/>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellation) => await raised.WaitAsync(atMost, cancellation);

    /// <inheritdoc/>
    public void Dispose() => raised.Dispose();
}
