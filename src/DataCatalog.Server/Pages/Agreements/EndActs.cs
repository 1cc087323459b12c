using System.Globalization;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.UseCases.Ends;
using DataCatalog.Core.Compliance.UseCases.Impact;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Periods;
using DataCatalog.Core.Licensing.UseCases;
using Microsoft.EntityFrameworkCore;
using Calendar = DataCatalog.Core.Common.Calendar;

namespace DataCatalog.Server.Pages.Agreements;

/// <summary>How an agreement goes on or ends: first what would happen, then that it happens. Both by the service's own use cases.</summary>
public sealed class EndActs(IRegistryDb db, ContinueAgreement going, TerminateAgreement terminating, SupersedeAgreement superseding, ReadImpact impact, Calendar calendar, TimeProvider clock)
{
    /// <summary>Gives notice against the renewal.</summary>
    public const string Notice = "notice";

    /// <summary>Takes notice back.</summary>
    public const string Withdraw = "withdraw";

    /// <summary>Renews it.</summary>
    public const string Renew = "renew";

    /// <summary>Ends it early.</summary>
    public const string Terminate = "terminate";

    /// <summary>Lets another take its place.</summary>
    public const string Supersede = "supersede";

    /// <summary>What can be done with an agreement on a day, in the order of what is done most.</summary>
    public static IEnumerable<string> Of(Agreement agreement, DateOnly today)
    {
        bool ended = agreement.TerminatedOn is not null;
        bool goesOn = !ended && agreement.NoticeGivenOn is null;
        if (goesOn && agreement.EndsOn is not null) yield return Renew;
        if (goesOn && agreement.Renewal != RenewalKind.None) yield return Notice;
        if (!ended && agreement.NoticeGivenOn is not null && !(agreement.EndsOn < today)) yield return Withdraw;
        if (agreement.SupersededById is null && !(agreement.LastDay < today)) yield return Terminate;
        if (goesOn) yield return Supersede;
    }

    /// <summary>What would happen; nothing is written.</summary>
    /// <exception cref="DomainException">It would be refused.</exception>
    public async Task<EndForesight> ForeseeAsync(Guid id, EndWish wish, CancellationToken cancellation)
    {
        Agreement draft = await db.Agreements.AsNoTracking().GetAsync(id, null, cancellation);
        switch (wish.Act)
        {
            case Notice:
                draft.GiveNotice(wish.Day ?? calendar.Today, wish.By, calendar.Today, clock);
                return new(draft, await impact.OfAgreementAsync(id, draft.EndsOn, cancellation));
            case Withdraw:
                Check.Prose(wish.Reason, nameof(wish.Reason), 2000);
                draft.WithdrawNotice(calendar.Today);
                return new(draft, null);
            case Renew:
                draft.Renew(wish.Day, Cost(wish), db.Actor, clock);
                return new(draft, null);
            case Supersede:
                Agreement next = await db.Agreements.AsNoTracking().ReferredAsync(wish.Next, nameof(wish.Next), cancellation);
                draft.Supersede(next, clock);
                return new(draft, await impact.OfAgreementAsync(id, draft.TerminatedOn, cancellation));
            default:
                Check.Prose(wish.Reason, nameof(wish.Reason), 2000);
                ImpactAnswer touched = await terminating.HandleAsync(id, null, Early(wish) with { DryRun = true }, cancellation);
                return new(draft, touched);
        }
    }

    /// <summary>Does it.</summary>
    /// <exception cref="DomainException">It is refused.</exception>
    public Task DoAsync(Guid id, long? expected, EndWish wish, CancellationToken cancellation) => wish.Act switch
    {
        Notice => going.GiveNoticeAsync(id, expected, wish.Day, wish.By, cancellation),
        Withdraw => going.WithdrawNoticeAsync(id, expected, wish.Reason, cancellation),
        Renew => going.RenewAsync(id, expected, wish.Day, Cost(wish), cancellation),
        Supersede => superseding.HandleAsync(id, expected, wish.Next, wish.CarryOver, cancellation),
        _ => terminating.HandleAsync(id, expected, Early(wish), cancellation),
    };

    private static EarlyEnd Early(EndWish wish) => new() { LastDay = wish.Day, By = wish.By, Reason = wish.Reason };

    private static Money? Cost(EndWish wish) => wish.Cost is null ? null : Money.Of(wish.Cost, wish.Currency ?? "KRW", nameof(wish.Cost), nameof(wish.Currency));
}

/// <summary>What would happen to an agreement.</summary>
/// <param name="After">The agreement as it would stand, but for an early end.</param>
/// <param name="Impact">Whom and what it touches; null where it touches nobody's rights.</param>
public sealed record EndForesight(Agreement After, ImpactAnswer? Impact)
{
    /// <summary>The last of its periods with its deadline.</summary>
    public DeadlineAnswer Last(DateOnly today, string language) => DeadlineAnswer.Of(After, today, PublicHolidays.Korean, language)[^1];
}

/// <summary>What is to be done with an agreement.</summary>
/// <param name="Act">What.</param>
/// <param name="Day">Day of notice, last day of the new period, or last day.</param>
/// <param name="By">Who does it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Cost">What the new period costs.</param>
/// <param name="Currency">In which currency.</param>
/// <param name="Next">What takes its place.</param>
/// <param name="CarryOver">Whether rights are carried over.</param>
public sealed record EndWish(string Act, DateOnly? Day, AgreementSide By, string? Reason, decimal? Cost, string? Currency, Guid? Next, bool CarryOver);
