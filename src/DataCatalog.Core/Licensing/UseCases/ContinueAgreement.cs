using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Periods;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Licensing.UseCases;

/// <summary>Decides how an agreement goes on: notice against its renewal, or a renewal.</summary>
public sealed class ContinueAgreement(IRegistryDb db, Calendar calendar, TimeProvider clock)
{
    /// <summary>Records that notice was given.</summary>
    /// <param name="id">Which.</param>
    /// <param name="expected">The version that the caller read; null where that does not matter.</param>
    /// <param name="givenOn">On which day; today where absent.</param>
    /// <param name="by">By whom.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there, has changed meanwhile, does not renew, has ended, notice is too late or was given before, or the caller's roles do not allow it.</exception>
    public Task<Agreement> GiveNoticeAsync(Guid id, long? expected, DateOnly? givenOn, AgreementSide by, CancellationToken cancellation) => WriteAsync(id, expected, agreement =>
    {
        agreement.GiveNotice(givenOn ?? calendar.Today, by, calendar.Today, clock);
        return new AuditEntry("agreement.notice-given", nameof(Agreement), agreement.Id);
    }, cancellation);

    /// <summary>Takes notice back.</summary>
    /// <param name="id">Which.</param>
    /// <param name="expected">The version that the caller read; null where that does not matter.</param>
    /// <param name="reason">Why; required.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there, has changed meanwhile or has ended, no notice was given, no reason is given, or the caller's roles do not allow it.</exception>
    public Task<Agreement> WithdrawNoticeAsync(Guid id, long? expected, string? reason, CancellationToken cancellation) => WriteAsync(id, expected, agreement =>
    {
        string why = Check.Prose(reason, "Reason", 2000);
        agreement.WithdrawNotice(calendar.Today);
        return new AuditEntry("agreement.notice-withdrawn", nameof(Agreement), agreement.Id, why);
    }, cancellation);

    /// <summary>Renews it: an option taken, or a renewal agreed.</summary>
    /// <param name="id">Which.</param>
    /// <param name="expected">The version that the caller read; null where that does not matter.</param>
    /// <param name="endsOn">Last day of the new period; by its renewal period where absent.</param>
    /// <param name="cost">What the new period costs; its renewal price where absent.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there, has changed meanwhile or has ended, the day lies before the period, or the caller's roles do not allow it.</exception>
    public Task<Agreement> RenewAsync(Guid id, long? expected, DateOnly? endsOn, Money? cost, CancellationToken cancellation) => WriteAsync(id, expected, agreement =>
    {
        AgreementPeriod period = agreement.Renew(endsOn, cost, db.Actor, clock);
        return new AuditEntry("agreement.renewed", nameof(Agreement), agreement.Id, period.Told());
    }, cancellation);

    private Task<Agreement> WriteAsync(Guid id, long? expected, Func<Agreement, AuditEntry> change, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(async token =>
        {
            Agreement agreement = await db.Agreements.GetAsync(id, expected, token);
            db.Record(change(agreement));
            return agreement;
        }, cancellation);
    }
}
