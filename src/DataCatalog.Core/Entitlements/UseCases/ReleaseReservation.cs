using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Spending;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Gives reserved money back to its budget line.</summary>
public sealed class ReleaseReservation(IRegistryDb db, Calendar calendar)
{
    /// <summary>Releases it; a second time changes nothing.</summary>
    /// <param name="id">Which.</param>
    /// <param name="expected">The version that the caller read; null where that does not matter.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there, no reason is given, or the caller's roles do not allow it.</exception>
    public Task<BudgetReservation> HandleAsync(Guid id, long? expected, string? reason, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            BudgetReservation reservation = await db.BudgetReservations.GetAsync(id, expected, token);
            if (reservation.ReleasedOn is not null) return reservation;
            reservation.Release(calendar.Today, reason);
            db.Record(new AuditEntry("reservation.released", nameof(BudgetReservation), reservation.Id, reservation.ReleasedReason));
            return reservation;
        }, cancellation);
    }
}
