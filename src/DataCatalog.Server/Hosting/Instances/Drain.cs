using DataCatalog.Server.Hosting.Options;
using Microsoft.Extensions.Options;

namespace DataCatalog.Server.Hosting.Instances;

/// <summary>
/// Lets a stopping instance go without a failed request: from the first word of the stop it says that it is not ready and asks callers to
/// leave their connections, but serves all that still comes until the proxy has noticed.
/// </summary>
public sealed class Drain : IHostedLifecycleService
{
    private readonly TimeSpan length;
    private readonly TimeProvider clock;

    /// <summary>Begins with the stop of the host.</summary>
    public Drain(IOptions<CatalogOptions> options, IHostApplicationLifetime lifetime, TimeProvider clock)
    {
        (length, this.clock) = (options.Value.Draining(), clock);
        lifetime.ApplicationStopping.Register(() => Running = true);
    }

    /// <summary>Whether the instance is about to stop.</summary>
    public bool Running { get; private set; }

    /// <inheritdoc/>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        Running = true;
        await Task.Delay(length, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
