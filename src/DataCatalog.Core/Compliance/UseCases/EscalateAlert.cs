using DataCatalog.Core.Common;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>Passes an alert on by hand, before the days are over after which <see cref="EscalateAlerts"/> does.</summary>
public sealed class EscalateAlert(IRegistryDb db, TimeProvider clock)
{
    /// <summary>Passes it on to the next tier with somebody to tell, who is told at once.</summary>
    /// <param name="id">Which.</param>
    /// <param name="expected">The version that the caller read; null where that does not matter.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there, somebody took it up or it is closed, nobody is left to tell, or the caller's roles do not allow it.</exception>
    public Task<Alert> HandleAsync(Guid id, long? expected, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.Compliance | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Alert alert = await db.Alerts.GetAsync(id, expected, token);
            if (alert.Status != AlertStatus.Open) throw new DomainException(ComplianceErrors.AlertClosed, null, alert.Status);
            DeliveryPlan plan = await DeliveryPlan.LoadAsync(db, clock, token);
            return plan.PassOn(db, alert) ? alert : throw new DomainException(ComplianceErrors.LastTier, null, alert.Tier);
        }, cancellation);
    }
}
