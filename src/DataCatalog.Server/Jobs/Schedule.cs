using System.Linq.Expressions;
using Hangfire;

namespace DataCatalog.Server.Jobs;

/// <summary>What runs when, in the programme's time zone. Each job looks at the data, so a run too many does nothing and a run missed is made up for.</summary>
internal static class Schedule
{
    /// <summary>The table: id, cron expression (six fields begin with seconds), job.</summary>
    public static readonly IReadOnlyList<ScheduledJob> Table =
    [
        ScheduledJob.Of<ExpiryAlertsJob>("expiry-alerts", "5 0 * * *", job => job.RunAsync(CancellationToken.None)),
        ScheduledJob.Of<DeliverAlertsJob>("deliver-alerts", "*/15 * * * * *", job => job.RunAsync(CancellationToken.None)),
        ScheduledJob.Of<SavedSearchesJob>("saved-searches", "30 7 * * *", job => job.RunAsync(CancellationToken.None)),
        ScheduledJob.Of<DigestJob>("digest", "0 8 * * *", job => job.RunAsync(CancellationToken.None)),
    ];
}

/// <summary>A line of the schedule.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Cron">When.</param>
/// <param name="Job">The class that does it.</param>
/// <param name="Register">Enters it into the scheduler.</param>
internal sealed record ScheduledJob(string Id, string Cron, Type Job, Action<IRecurringJobManager, RecurringJobOptions> Register)
{
    public static ScheduledJob Of<T>(string id, string cron, Expression<Func<T, Task>> call) =>
        new(id, cron, typeof(T), (jobs, options) => jobs.AddOrUpdate(id, call, cron, options));
}
