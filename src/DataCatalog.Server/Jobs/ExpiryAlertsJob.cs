using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.UseCases;
using DataCatalog.Core.Compliance.UseCases.Ends;
using DataCatalog.Core.Compliance.UseCases.Obligations;
using Hangfire;

namespace DataCatalog.Server.Jobs;

/// <summary>Writes down what renewed by itself and what is owed for what ended, then sweeps the watched dates of today, and has what it raised delivered at once.</summary>
internal sealed class ExpiryAlertsJob(RenewTacitly renew, RaiseObligations obligations, RaiseExpiryAlerts raise, Calendar calendar, IBackgroundJobClient jobs, OneAtATime sole, ILogger<ExpiryAlertsJob> log)
{
    /// <summary>Runs it.</summary>
    [AutomaticRetry(Attempts = 5, DelaysInSeconds = [5, 30, 60, 300, 900])]
    public Task RunAsync(CancellationToken cancellation) => sole.RunAsync("expiry-alerts", () => SweepAsync(cancellation), cancellation);

    private async Task SweepAsync(CancellationToken cancellation)
    {
        DateOnly today = calendar.Today;
        int renewed = await renew.HandleAsync(today, cancellation);
        (int raised, int cancelled) = await obligations.HandleAsync(today, cancellation);
        if (renewed + raised + cancelled > 0) log.LogInformation("Renewals: {Renewed}; obligations raised: {Raised}, taken back: {Cancelled}", renewed, raised, cancelled);
        SweepOutcome outcome = await raise.HandleAsync(today, cancellation);
        Measures.AlertsRaised(outcome.Raised);
        if (outcome != new SweepOutcome()) log.LogInformation("Expiry sweep: {Outcome}", outcome);
        jobs.Enqueue<DeliverAlertsJob>(job => job.RunAsync(CancellationToken.None));
    }
}
