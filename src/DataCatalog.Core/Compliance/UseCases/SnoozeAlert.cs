using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>Puts an alert off until a day.</summary>
public sealed class SnoozeAlert(IRegistryDb db, Calendar calendar)
{
    /// <summary>Puts it off: what later windows of the same date raise is told on that day, and nothing is passed on meanwhile.</summary>
    /// <param name="id">Which.</param>
    /// <param name="expected">The version that the caller read; null where that does not matter.</param>
    /// <param name="until">The day on which the caller wants to hear of it again.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there, is closed, the day does not lie ahead, or the caller's roles do not allow it: staff would not hear of it either.</exception>
    public Task<Alert> HandleAsync(Guid id, long? expected, DateOnly? until, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.Compliance | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Alert alert = await db.Alerts.GetAsync(id, expected, token);
            alert.Snooze(Check.Required(until, "Until"), calendar.Today, db.Actor);
            db.Record(new AuditEntry("alert.snoozed", nameof(Alert), alert.Id));
            return alert;
        }, cancellation);
    }
}
