using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Spending;
using DataCatalog.Core.Entitlements.UseCases.Spending;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Keeps money of a budget line for a consortium's wishes.</summary>
public sealed class ReserveBudget(IRegistryDb db, Calendar calendar, TimeProvider clock)
{
    /// <summary>Reserves it, never more than what is left of the line, however many reserve at once.</summary>
    /// <exception cref="DomainException">It is more than what is left, that is not known for want of a rate, a rule of the input is broken, or the caller's roles do not allow it.</exception>
    public Task<BudgetReservation> HandleAsync(BudgetReservationInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAgainAsync(token => ReserveAsync(input, token), cancellation);
    }

    private async Task<BudgetReservation> ReserveAsync(BudgetReservationInput input, CancellationToken cancellation)
    {
        BudgetLine line = await db.BudgetLines.AsTracking().ReferredAsync(input.BudgetLineId, nameof(input.BudgetLineId), cancellation);
        Consortium consortium = await db.Consortia.ReferredAsync(input.ConsortiumId, nameof(input.ConsortiumId), cancellation);
        BudgetLineStanding standing = (await BudgetStandings.ReadAsync(db, calendar.Today, cancellation)).Single(s => s.BudgetLineId == line.Id);
        decimal left = standing.Left ?? throw new DomainException(EntitlementErrors.NoRate, nameof(input.BudgetLineId), standing.Currency, string.Join(", ", standing.Unconverted));
        Check.Required(input.Amount, nameof(input.Amount));
        var reservation = BudgetReservation.Reserve(line, consortium, input, left, db.Actor, clock);
        db.BudgetReservations.Add(reservation);
        // The line's version counts up with each reservation, so that of two that read the same sum one is refused.
        db.BudgetLines.Entry(line).State = EntityState.Modified;
        db.Record(new AuditEntry("budget.reserved", nameof(BudgetReservation), reservation.Id));
        return reservation;
    }
}
