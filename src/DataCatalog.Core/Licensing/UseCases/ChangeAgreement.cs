using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Licensing.UseCases;

/// <summary>Changes what is said of an agreement; its terms are amended apart.</summary>
public sealed class ChangeAgreement(IRegistryDb db, Calendar calendar, TimeProvider clock)
{
    /// <summary>Changes it, if it still is as the caller read it.</summary>
    /// <param name="id">Which.</param>
    /// <param name="expected">The version that the caller read; null where that does not matter.</param>
    /// <param name="input">All that is said of it from now on.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there, has changed meanwhile, the licensor has that number, a rule of the input is broken, or the caller's roles do not allow it.</exception>
    public Task<Agreement> HandleAsync(Guid id, long? expected, AgreementInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            IQueryable<Agreement> whole = db.Agreements.Include(a => a.Parties).Include(a => a.Datasets).Include(a => a.Documents).Include(a => a.Payments);
            Agreement agreement = await whole.GetAsync(id, expected, token);
            List<Guid> before = [.. agreement.Datasets.Select(d => d.DatasetId)];
            agreement.Change(input, clock);
            await RequireNotGrantedAsync(agreement, before, token);
            await db.RequireFreeNumberAsync(agreement, token);
            await db.RequireReferencesAsync(input, token);
            db.Record(new AuditEntry("agreement.changed", nameof(Agreement), agreement.Id));
            return agreement;
        }, cancellation);
    }

    private async Task RequireNotGrantedAsync(Agreement agreement, List<Guid> before, CancellationToken cancellation)
    {
        List<Guid> left = [.. before.Except(agreement.Datasets.Select(d => d.DatasetId))];
        if (left.Count == 0) return;
        DateOnly today = calendar.Today;
        string? granted = await db.Entitlements.Where(e => e.AgreementId == agreement.Id && (e.RevokedOn == null || e.RevokedOn >= today) && (e.EndsOn == null || e.EndsOn >= today) && left.Contains(e.DatasetId))
            .OrderBy(e => e.Id).Select(e => e.Dataset!.Key).FirstOrDefaultAsync(cancellation);
        if (granted is not null) throw new DomainException(LicensingErrors.DatasetGranted, "DatasetIds", granted);
    }
}
