using DataCatalog.Core.Compliance.UseCases;
using Hangfire;

namespace DataCatalog.Server.Jobs;

/// <summary>Plans the day's digests, and has them delivered at once.</summary>
internal sealed class DigestJob(PlanDigests plan, IBackgroundJobClient jobs, OneAtATime sole, ILogger<DigestJob> log)
{
    /// <summary>Runs it.</summary>
    [AutomaticRetry(Attempts = 5, DelaysInSeconds = [5, 30, 60, 300, 900])]
    public Task RunAsync(CancellationToken cancellation) => sole.RunAsync("digest", () => PlanAsync(cancellation), cancellation);

    private async Task PlanAsync(CancellationToken cancellation)
    {
        int planned = await plan.HandleAsync(cancellation);
        if (planned == 0) return;
        log.LogInformation("Digests planned: {Count}", planned);
        jobs.Enqueue<DeliverAlertsJob>(job => job.RunAsync(CancellationToken.None));
    }
}
