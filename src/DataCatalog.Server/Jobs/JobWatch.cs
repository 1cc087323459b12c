using System.Data.Common;
using Hangfire;
using Hangfire.Storage;

namespace DataCatalog.Server.Jobs;

/// <summary>Sees when the scheduler stops ticking: it drops a recurring job that it failed to start too often, and says so to nobody.</summary>
public sealed class JobWatch(JobStorage storage, TimeProvider clock)
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    /// <summary>The jobs that are missing from the schedule, have no next run, or should have run long ago.</summary>
    public IReadOnlyList<string> Late()
    {
        try
        {
            using IStorageConnection connection = storage.GetConnection();
            DateTime tolerated = clock.GetUtcNow().UtcDateTime - Grace;
            HashSet<string> onTime = [.. connection.GetRecurringJobs().Where(j => j.NextExecution > tolerated).Select(j => j.Id)];
            return [.. Schedule.Table.Select(line => line.Id).Where(id => !onTime.Contains(id))];
        }
        catch (DbException)
        {
            return ["scheduler"];
        }
    }
}
