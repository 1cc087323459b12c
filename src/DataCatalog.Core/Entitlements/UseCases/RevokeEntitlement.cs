using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.UseCases;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Takes a consortium's right back.</summary>
public sealed class RevokeEntitlement(IRegistryDb db, Calendar calendar, TimeProvider clock)
{
    /// <summary>Revokes it.</summary>
    /// <param name="id">Which.</param>
    /// <param name="expected">The version that the caller read; null where that does not matter.</param>
    /// <param name="reason">Why; required.</param>
    /// <param name="lastDay">The last day on which it holds; today where absent.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there, has changed meanwhile, is revoked already, no reason is given, or the caller's roles do not allow it.</exception>
    public Task<Entitlement> HandleAsync(Guid id, long? expected, string? reason, DateOnly? lastDay, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Entitlement entitlement = await db.Entitlements.Include(e => e.Dataset).GetAsync(id, expected, token);
            entitlement.Revoke(reason, Backdating.Check(lastDay ?? calendar.Today, "LastDay", calendar.Today), clock);
            db.Record(new AuditEntry("entitlement.revoked", nameof(Entitlement), entitlement.Id, entitlement.RevokedReason));
            await EventAlerts.RaiseAsync(db, [Told(entitlement)], clock, token);
            return entitlement;
        }, cancellation);
    }

    private WatchedDate Told(Entitlement entitlement) => new(
        SubjectKind.EntitlementRevoked, entitlement.Id, calendar.Today, entitlement.AgreementId, entitlement.DatasetId, entitlement.ConsortiumId,
        LocalizedText.Of(entitlement.Dataset!.Title.Ko, entitlement.Dataset.Title.En, nameof(Alert.Subject), 300));
}
