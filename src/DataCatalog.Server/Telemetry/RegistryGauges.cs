using System.Diagnostics.Metrics;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Telemetry;

/// <summary>
/// Measures what waits in the database. Each instance reports the same database, so a dashboard takes the largest, not the sum.
/// </summary>
internal sealed class RegistryGauges(IRegistryDbFactory registry, TimeProvider clock, IMeterFactory meters, ILogger<RegistryGauges> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);
    private volatile Sample? last;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Announce(meters.Create(Measures.Name));
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                last = await registry.UseAsync(db => ReadAsync(db, stoppingToken));
            }
            catch (Exception away) when (!stoppingToken.IsCancellationRequested)
            {
                // An old figure would say that all is well.
                last = null;
                log.LogDebug("What waits could not be measured: {Kind}", away.GetType().Name);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Announce(Meter meter)
    {
        Gauge(meter, "datacatalog.outbox.waiting", "{task}", "Datasets whose search document is to be made anew.", s => s.Tasks);
        Gauge(meter, "datacatalog.outbox.oldest_age", "s", "Age of the oldest of them.", s => s.OldestSeconds);
        Gauge(meter, "datacatalog.deliveries.waiting", "{delivery}", "Deliveries to be sent, or sent again.", s => s.Waiting);
        Gauge(meter, "datacatalog.deliveries.failed", "{delivery}", "Deliveries given up.", s => s.Failed);
        Gauge(meter, "datacatalog.audit.length", "{event}", "Events of the audit chain.", s => s.Events);
    }

    private void Gauge(Meter meter, string name, string unit, string description, Func<Sample, double> value) =>
        meter.CreateObservableGauge(name, () => last is { } sample ? [new Measurement<double>(value(sample))] : Array.Empty<Measurement<double>>(), unit, description);

    private async Task<Sample> ReadAsync(IRegistryDb db, CancellationToken cancellation)
    {
        long tasks = await db.IndexTasks.LongCountAsync(cancellation);
        DateTime? oldest = await db.IndexTasks.OrderBy(t => t.Id).Select(t => (DateTime?)t.CreatedAt).FirstOrDefaultAsync(cancellation);
        long waiting = await db.Deliveries.LongCountAsync(d => d.State == DeliveryState.Pending, cancellation);
        long failed = await db.Deliveries.LongCountAsync(d => d.State == DeliveryState.Dead, cancellation);
        long events = await db.AuditEvents.MaxAsync(e => (long?)e.Sequence, cancellation) ?? 0;
        return new Sample(tasks, oldest is { } since ? Math.Max(0, (clock.GetUtcNow().UtcDateTime - since).TotalSeconds) : 0, waiting, failed, events);
    }

    private sealed record Sample(long Tasks, double OldestSeconds, long Waiting, long Failed, long Events);
}
