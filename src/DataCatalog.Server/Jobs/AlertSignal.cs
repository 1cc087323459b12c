using System.Threading.Channels;

namespace DataCatalog.Server.Jobs;

/// <summary>Wakes the expiry sweep after a change of agreements, entitlements or programmes; one pending signal stands for many.</summary>
public sealed class AlertSignal
{
    private readonly Channel<bool> channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that watched dates may have changed.</summary>
    public void Raise() => channel.Writer.TryWrite(true);

    /// <summary>Waits until it is raised, at most so long.</summary>
    internal async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            await channel.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Nobody called; the time is up.
        }
    }
}
