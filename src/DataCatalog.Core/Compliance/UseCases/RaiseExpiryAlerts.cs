using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>
/// The expiry sweep: closes what no longer holds, then raises one alert for each watched date with a window reached and not alerted
/// (domain rules 16 to 19a). It looks at the data only, so it may run at any time, twice, late, or in two places at once.
/// </summary>
/// <param name="dbs">Opens the rows.</param>
/// <param name="clock">The clock, for ids and stamps; the day is given.</param>
/// <param name="calendar">The programme's days; those of Seoul where absent.</param>
public sealed class RaiseExpiryAlerts(IRegistryDbFactory dbs, TimeProvider clock, Calendar? calendar = null)
{
    private const int Tries = 4;
    private readonly Calendar days = calendar ?? new Calendar(clock, TimeZoneInfo.FindSystemTimeZoneById(Programme.DefaultTimeZone));

    /// <summary>Sweeps all watched dates.</summary>
    /// <param name="asOf">Today in the programme's time zone.</param>
    /// <param name="cancellation">Stops between chunks; what was written stays, and the next sweep goes on from there.</param>
    public async Task<SweepOutcome> HandleAsync(DateOnly asOf, CancellationToken cancellation)
    {
        IReadOnlyList<int> windows = await dbs.UseAsync(db => ProgrammeWindowsAsync(db, cancellation));
        var settle = new SettleAlerts(dbs);
        SweepOutcome outcome = new();
        foreach (SubjectKind kind in WatchedDates.Kinds)
        {
            outcome += await settle.HandleAsync(kind, asOf, windows, cancellation);
            outcome += await SweepAsync(kind, windows, asOf, cancellation);
        }

        return outcome;
    }

    private async Task<SweepOutcome> SweepAsync(SubjectKind kind, IReadOnlyList<int> windows, DateOnly asOf, CancellationToken cancellation)
    {
        SweepOutcome outcome = new();
        var near = new NearDates(dbs, kind, windows, asOf);
        await foreach (List<NearDate> page in near.PagesAsync(cancellation))
        {
            List<Guid> due = [.. page.Where(n => n.IsDue(windows, asOf)).Select(n => n.Id)];
            if (due.Count > 0) outcome += await dbs.SweepAsync((db, token) => WriteAsync(db, kind, due, windows, asOf, token), cancellation);
        }

        return outcome;
    }

    private async Task<SweepOutcome> WriteAsync(
        IRegistryDb db, SubjectKind kind, List<Guid> due, IReadOnlyList<int> windows, DateOnly asOf, CancellationToken cancellation)
    {
        Dictionary<Guid, WatchedRow> rows = await WatchedDates.OfAsync(db, kind, due, asOf, cancellation);
        ILookup<(Guid, DateOnly), Alert> alerts = (await db.Alerts.AsTracking().Where(a => a.Kind == kind && due.Contains(a.SubjectId)).ToListAsync(cancellation))
            .ToLookup(a => (a.SubjectId, a.Date));
        DeliveryPlan plan = await DeliveryPlan.LoadAsync(db, clock, cancellation);
        SweepOutcome outcome = new();
        foreach (WatchedRow row in rows.Values)
        {
            List<Alert> known = [.. alerts[(row.Id, row.Date)]];
            if (!DueWindow.IsOld(row.Date, row.Windows(windows), asOf)) outcome += Reopen(db, known);
            if (DueWindow.Of(row.Date, row.Windows(windows), [.. known.SelectMany(a => a.Missed.Append(a.Window))], asOf) is { } window)
            {
                outcome += Raise(db, plan, Alert.Raise(row.As(kind), window.Window, window.Missed, clock), known, asOf);
            }
        }

        return outcome;
    }

    private SweepOutcome Raise(IRegistryDb db, DeliveryPlan plan, Alert alert, List<Alert> known, DateOnly asOf)
    {
        db.Alerts.Add(alert);
        db.Record(new AuditEntry("alert.raised", nameof(Alert), alert.Id));
        if (known.Where(a => a.Stands && a.SnoozedUntil > asOf).MaxBy(a => a.SnoozedUntil) is { SnoozedUntil: { } until } putOff)
        {
            alert.Hold(until, putOff.SnoozedBy);
            plan.AddLater(db, alert, days.StartOf(until));
        }
        else
        {
            plan.Add(db, alert);
        }

        return new SweepOutcome { Raised = 1 };
    }

    // A date that moved away and back again has its alerts already: they hold again, and nobody is told twice.
    private static SweepOutcome Reopen(IRegistryDb db, List<Alert> known)
    {
        List<Alert> closed = known.FindAll(a => !a.Stands);
        foreach (Alert alert in closed)
        {
            alert.Reopen();
            db.Record(new AuditEntry("alert.reopened", nameof(Alert), alert.Id));
        }

        return new SweepOutcome { Reopened = closed.Count };
    }

    private static async Task<IReadOnlyList<int>> ProgrammeWindowsAsync(IRegistryDb db, CancellationToken cancellation)
    {
        List<List<int>> programmes = await db.Programmes.AsNoTracking().OrderBy(p => p.Id).Select(p => p.AlertWindows).Take(2).ToListAsync(cancellation);
        return programmes is [{ Count: > 0 } own] ? own : Windows.Default;
    }
}

/// <summary>What a sweep did.</summary>
public sealed record SweepOutcome
{
    /// <summary>Alerts raised.</summary>
    public int Raised { get; init; }

    /// <summary>Alerts closed because their date moved.</summary>
    public int Superseded { get; init; }

    /// <summary>Alerts closed because their matter is settled or long over.</summary>
    public int Resolved { get; init; }

    /// <summary>Closed alerts whose date holds again.</summary>
    public int Reopened { get; init; }

    /// <summary>Both together.</summary>
    public static SweepOutcome operator +(SweepOutcome a, SweepOutcome b) => new()
    {
        Raised = a.Raised + b.Raised,
        Superseded = a.Superseded + b.Superseded,
        Resolved = a.Resolved + b.Resolved,
        Reopened = a.Reopened + b.Reopened,
    };

    /// <summary>Both together.</summary>
    public static SweepOutcome Add(SweepOutcome left, SweepOutcome right) => left + right;
}
