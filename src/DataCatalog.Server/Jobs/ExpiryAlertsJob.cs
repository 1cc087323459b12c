using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.UseCases;
using Hangfire;

namespace DataCatalog.Server.Jobs;

/// <summary>Sweeps the watched dates of today, and has what it raised delivered at once.</summary>
internal sealed class ExpiryAlertsJob(RaiseExpiryAlerts raise, Calendar calendar, IBackgroundJobClient jobs, OneAtATime sole, ILogger<ExpiryAlertsJob> log)
{
    /// <summary>Runs it.</summary>
    [AutomaticRetry(Attempts = 5, DelaysInSeconds = [5, 30, 60, 300, 900])]
    public Task RunAsync(CancellationToken cancellation) => sole.RunAsync("expiry-alerts", () => SweepAsync(cancellation), cancellation);

    private async Task SweepAsync(CancellationToken cancellation)
    {
        SweepOutcome outcome = await raise.HandleAsync(calendar.Today, cancellation);
        Measures.AlertsRaised(outcome.Raised);
        if (outcome != new SweepOutcome()) log.LogInformation("Expiry sweep: {Outcome}", outcome);
        jobs.Enqueue<DeliverAlertsJob>(job => job.RunAsync(CancellationToken.None));
    }
}
