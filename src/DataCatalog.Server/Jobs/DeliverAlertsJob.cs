using DataCatalog.Core.Compliance.UseCases;
using Hangfire;

namespace DataCatalog.Server.Jobs;

/// <summary>Sends the deliveries that are due. A run that fails is not repeated: the next tick is near, and each delivery has its own schedule.</summary>
internal sealed class DeliverAlertsJob(DeliverAlerts deliver, ILogger<DeliverAlertsJob> log)
{
    /// <summary>Runs it.</summary>
    [AutomaticRetry(Attempts = 0)]
    public async Task RunAsync(CancellationToken cancellation)
    {
        int attempted = await deliver.HandleAsync(cancellation);
        if (attempted > 0) log.LogInformation("Deliveries attempted: {Count}", attempted);
    }
}
