using System.Diagnostics.CodeAnalysis;
using DataCatalog.Core.Common;

namespace DataCatalog.Storage;

/// <summary>
/// Lets one writer of this process in at a time, in the order they came. SQLite would let only one in as well, but by
/// polling: under load some would wait for ever and each would hold a thread meanwhile.
/// </summary>
/// <remarks>Not disposable: a job that outlives its host still ends its turn, and a semaphore whose wait handle nobody asked for holds nothing to free.</remarks>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "See the remarks.")]
public sealed class WriteTurns
{
    /// <summary>How long a writer waits before it is told that the registry is busy.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim semaphore = new(1, 1);

    /// <summary>Waits for a turn; disposing the result ends it.</summary>
    /// <exception cref="DomainException"><c>busy</c>.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellation) =>
        await semaphore.WaitAsync(Patience, cancellation) ? new Turn(semaphore) : throw new DomainException(CommonErrors.Busy);

    private sealed class Turn(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}
