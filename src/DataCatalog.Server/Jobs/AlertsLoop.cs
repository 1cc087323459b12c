using System.Data.Common;
using Hangfire;
using Hangfire.Storage;

namespace DataCatalog.Server.Jobs;

/// <summary>
/// Enters the schedule at every start and every turn, for Hangfire drops recurring jobs that failed too often, catches up at once with what was missed
/// while the service was down, and sweeps again when watched dates change.
/// </summary>
internal sealed class AlertsLoop(AlertSignal signal, IRecurringJobManager recurring, IBackgroundJobClient jobs, Core.Common.Calendar calendar, TimeProvider clock, ILogger<AlertsLoop> log)
    : BackgroundService
{
    // A signal may be lost with the process that raised it between its commit and the sweep.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    // The database may be away: the loop outlives that.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

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
        await UntilDoneAsync(() => jobs.Enqueue<DigestJob>(job => job.RunAsync(CancellationToken.None)), stoppingToken);
        while (true)
        {
            await UntilDoneAsync(Enter, stoppingToken);
            log.LogDebug("Expiry sweep enqueued");
            await signal.WaitAsync(Longest, clock, stoppingToken);
            await Task.Delay(Gathering, clock, stoppingToken);
        }
    }

    private void Enter()
    {
        foreach (ScheduledJob line in Schedule.Table) line.Register(recurring, new RecurringJobOptions { TimeZone = calendar.Zone });
        jobs.Enqueue<ExpiryAlertsJob>(job => job.RunAsync(CancellationToken.None));
    }

    private async Task UntilDoneAsync(Action enter, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                enter();
                return;
            }
            catch (Exception away) when (away is DbException or BackgroundJobClientException or DistributedLockTimeoutException or InvalidOperationException)
            {
                log.LogWarning(away, "The schedule could not be entered; it is tried again.");
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }
}
