using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.UseCases;
using DataCatalog.Core.Compliance.UseCases.Ends;
using DataCatalog.Core.Compliance.UseCases.Obligations;
using DataCatalog.Server.Hosting.Options;
using Hangfire;
using Microsoft.Extensions.Options;

namespace DataCatalog.Server.Jobs;

/// <summary>Writes down what renewed by itself and what is owed for what ended, sweeps the watched dates of today, passes on what nobody took up, and has all of it delivered at once.</summary>
internal sealed class ExpiryAlertsJob(
    RenewTacitly renew, RaiseObligations obligations, RaiseExpiryAlerts raise, EscalateAlerts escalate, Calendar calendar, IOptions<CatalogOptions> options, IBackgroundJobClient jobs, OneAtATime sole, ILogger<ExpiryAlertsJob> log)
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
        int passed = await escalate.HandleAsync(options.Value.Alerts.EscalateAfterDays, cancellation);
        if (passed > 0) log.LogInformation("Alerts passed on: {Count}", passed);
        jobs.Enqueue<DeliverAlertsJob>(job => job.RunAsync(CancellationToken.None));
    }
}
