using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>Takes note of an alert.</summary>
public sealed class AcknowledgeAlert(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Takes note; a second time changes nothing.</summary>
    /// <param name="id">Which.</param>
    /// <param name="expected">The version that the caller read; null where that does not matter.</param>
    /// <param name="note">What the caller has to say to it, or null.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there or another consortium's, is closed, or the caller only reads.</exception>
    public Task<Alert> HandleAsync(Guid id, long? expected, string? note, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ConsortiumMember | Roles.Compliance | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            bool all = db.Actor.SeesEverything;
            Guid? consortium = db.Actor.ConsortiumId;
            Alert alert = await db.Alerts.Where(a => all || a.ConsortiumId == consortium).GetAsync(id, expected, token);
            if (alert.IsForStaffToSettle) db.Actor.Require(Roles.DataOfficer | Roles.Compliance | Roles.ProgrammeAdmin);
            if (alert.Status == AlertStatus.Acknowledged) return alert;
            alert.Acknowledge(note, db.Actor, clock);
            db.Record(new AuditEntry("alert.acknowledged", nameof(Alert), alert.Id, alert.Note));
            return alert;
        }, cancellation);
    }
}
