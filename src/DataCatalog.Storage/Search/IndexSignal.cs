using System.Threading.Channels;

namespace DataCatalog.Storage.Search;

/// <summary>Wakes the indexer as soon as a write has left it work; one pending signal is enough, however many writes raised it.</summary>
public sealed class IndexSignal
{
    private readonly Channel<bool> channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that there is work.</summary>
    public void Raise() => channel.Writer.TryWrite(true);

    /// <summary>Waits until there is work, which it takes note of.</summary>
    public async Task WaitAsync(CancellationToken cancellation) => await channel.Reader.ReadAsync(cancellation);

    /// <summary>Waits until there is work, at most so long; another process may have written meanwhile.</summary>
    /// <returns>Whether the signal was raised.</returns>
    public async Task<bool> WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            return await channel.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
