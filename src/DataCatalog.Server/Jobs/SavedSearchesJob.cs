using DataCatalog.Core.Compliance.UseCases;
using Hangfire;

namespace DataCatalog.Server.Jobs;

/// <summary>Looks what saved searches find anew, in time for the day's digest, and has it delivered.</summary>
internal sealed class SavedSearchesJob(NotifySavedSearches notify, IBackgroundJobClient jobs, OneAtATime sole, ILogger<SavedSearchesJob> log)
{
    /// <summary>Runs it.</summary>
    [AutomaticRetry(Attempts = 5, DelaysInSeconds = [5, 30, 60, 300, 900])]
    public Task RunAsync(CancellationToken cancellation) => sole.RunAsync("saved-searches", () => LookAsync(cancellation), cancellation);

    private async Task LookAsync(CancellationToken cancellation)
    {
        int told = await notify.HandleAsync(cancellation);
        if (told == 0) return;
        log.LogInformation("Saved searches with new hits: {Count}", told);
        jobs.Enqueue<DeliverAlertsJob>(job => job.RunAsync(CancellationToken.None));
    }
}
