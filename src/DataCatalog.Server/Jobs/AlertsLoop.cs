using Hangfire;

namespace DataCatalog.Server.Jobs;

/// <summary>
/// Enters the schedule at every start, for Hangfire drops recurring jobs that failed too often, catches up at once with what was missed
/// while the service was down, and sweeps again when watched dates change.
/// </summary>
internal sealed class AlertsLoop(AlertSignal signal, IRecurringJobManager recurring, IBackgroundJobClient jobs, Core.Common.Calendar calendar, TimeProvider clock, ILogger<AlertsLoop> log)
    : BackgroundService
{
    // Another instance of the service may have changed dates, and its signal is not heard here.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    // An import changes many; they are swept together.
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogDebug("The alerts' loop stops");
        }
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        foreach (ScheduledJob line in Schedule.Table) line.Register(recurring, new RecurringJobOptions { TimeZone = calendar.Zone });
        jobs.Enqueue<DigestJob>(job => job.RunAsync(CancellationToken.None));
        while (!stoppingToken.IsCancellationRequested)
        {
            jobs.Enqueue<ExpiryAlertsJob>(job => job.RunAsync(CancellationToken.None));
            log.LogDebug("Expiry sweep enqueued");
            await signal.WaitAsync(Longest, clock, stoppingToken);
            await Task.Delay(Gathering, clock, stoppingToken);
        }
    }
}
