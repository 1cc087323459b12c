using DataCatalog.Storage;

namespace DataCatalog.Server.Jobs;

/// <summary>
/// Runs a job in one place at a time among all instances. Of those that come meanwhile one waits, since the running one may have looked
/// too early for what they are to see; the others leave it to that one. The hold is the database's own and ends with its session.
/// </summary>
internal sealed class OneAtATime(RegistryDbFactory registry)
{
    /// <summary>Runs it, or leaves it to the one that waits.</summary>
    public async Task RunAsync(string job, Func<Task> work, CancellationToken cancellation)
    {
        IAsyncDisposable? turn = await registry.TryHoldAsync(job, cancellation);
        if (turn is null)
        {
            await using IAsyncDisposable? next = await registry.TryHoldAsync($"{job}, next", cancellation);
            if (next is null) return;
            turn = await registry.HoldAsync(job, cancellation);
        }

        await using (turn) await work();
    }
}
