using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Periods;

namespace DataCatalog.Core.Licensing;

/// <summary>A side of an agreement.</summary>
public enum AgreementSide
{
    /// <summary>Who grants the rights.</summary>
    Licensor,

    /// <summary>Who receives them.</summary>
    Licensee,

    /// <summary>Both, by a contract.</summary>
    Both,
}

/// <content>How an agreement goes on and ends: its periods, notice, renewal, termination and what takes its place (domain rules 8 to 10b).</content>
public sealed partial class Agreement
{
    /// <summary>Last day on which its renewal can be prevented or its option taken: the notice deadline, or the end where no notice is needed; null where it does not renew.</summary>
    public DateOnly? DecisionDeadline => Renewal == RenewalKind.None || NoticeGivenOn is not null || TerminatedOn is not null ? null : NoticeDeadline ?? EndsOn;

    /// <summary>Records notice: it ends with its period and is not renewed. Notice in time that was recorded late takes back the renewal that had been assumed meanwhile, if that has not begun.</summary>
    /// <param name="givenOn">The day on which notice was given.</param>
    /// <param name="by">By whom.</param>
    /// <param name="today">Today in the programme's time zone.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="DomainException">It does not renew, has ended, notice was given before or too late, or the day lies ahead.</exception>
    public void GiveNotice(DateOnly givenOn, AgreementSide by, DateOnly today, TimeProvider clock)
    {
        RequireGoingOn();
        if (Renewal == RenewalKind.None) throw new DomainException(LicensingErrors.NoRenewal);
        if (givenOn > today) throw new DomainException(CommonErrors.Invalid, "GivenOn", givenOn, "day of notice", "it lies ahead; record notice once it is given");
        if (periods[^1] is { Kind: PeriodKind.Tacit } assumed && assumed.StartsOn > today && givenOn <= DeadlineOf(periods[^2])) TakeBack(assumed, clock);
        if (givenOn > DeadlineOf(periods[^1])) throw new DomainException(LicensingErrors.NoticeLate, "GivenOn", DeadlineOf(periods[^1])!.Value);
        (NoticeGivenOn, NoticeGivenBy) = (givenOn, Check.Defined(by, "By"));
    }

    /// <summary>Takes notice back: it was recorded by mistake, or both sides go on after all.</summary>
    /// <exception cref="DomainException">No notice was given, or the agreement has ended.</exception>
    public void WithdrawNotice(DateOnly today)
    {
        if (NoticeGivenOn is null) throw new DomainException(LicensingErrors.NoNotice);
        if (TerminatedOn is not null || EndsOn < today) throw new DomainException(LicensingErrors.AgreementEnded, null, LastDay!.Value);
        (NoticeGivenOn, NoticeGivenBy) = (null, null);
    }

    /// <summary>Adds a period that was agreed, or an option that was taken.</summary>
    /// <param name="endsOn">Its last day; by the renewal period where absent.</param>
    /// <param name="cost">What it costs; the renewal price where absent.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="DomainException">It has ended, notice was given, it is open-ended, or the end lies before the period's start.</exception>
    public AgreementPeriod Renew(DateOnly? endsOn, Money? cost, Actor by, TimeProvider clock)
    {
        RequireGoingOn();
        if (EndsOn is not { } end || (endsOn is null && RenewalPeriod is null)) throw new DomainException(LicensingErrors.NoRenewal);
        DateOnly last = Check.Day(endsOn, nameof(EndsOn)) ?? RenewedUntil();
        Check.Order(end.AddDays(1), nameof(StartsOn), last, nameof(EndsOn));
        return Continue(PeriodKind.Agreed, last, cost ?? RenewalPrice, by.Name, clock);
    }

    /// <summary>Adds the periods into which it has renewed by itself by that day, one for each deadline that passed without notice (domain rule 9).</summary>
    public IReadOnlyList<AgreementPeriod> RenewTacitly(DateOnly today, Actor by, TimeProvider clock)
    {
        var made = new List<AgreementPeriod>();
        while (Renewal == RenewalKind.Automatic && SignedOn is not null && DecisionDeadline < today) made.Add(Continue(PeriodKind.Tacit, RenewedUntil(), RenewalPrice, by.Name, clock));
        return made;
    }

    /// <summary>Ends it early; the given day is its last. Before that day comes it can be moved by ending it again.</summary>
    /// <exception cref="DomainException">It has ended already, the day lies outside its term, or no reason is given.</exception>
    public void Terminate(DateOnly lastDay, AgreementSide by, string? reason, DateOnly today, TimeProvider clock)
    {
        if (SupersededById is not null || TerminatedOn < today) throw new DomainException(LicensingErrors.AgreementEnded, null, TerminatedOn!.Value);
        Check.Day(lastDay, "LastDay");
        if (lastDay < StartsOn || lastDay > EndsOn) throw new DomainException(LicensingErrors.OutsideTerm, "LastDay", lastDay);
        (TerminationReason, TerminatedBy) = (Check.Prose(reason, "Reason", 2000), Check.Defined(by, "By"));
        EndOn(lastDay, clock);
    }

    /// <summary>Says that another takes its place: it gives rights until the day before that one begins.</summary>
    /// <exception cref="DomainException">It has ended already, or the other is itself, or is replaced by it.</exception>
    public void Supersede(Agreement by, TimeProvider clock)
    {
        RequireGoingOn();
        if (by.Id == Id || by.SupersededById == Id || by.StartsOn <= StartsOn) throw new DomainException(LicensingErrors.SupersededInCircle, "ById", by.Number, Number);
        SupersededById = by.Id;
        DateOnly before = by.StartsOn.AddDays(-1);
        EndOn(LastDay < before ? LastDay.Value : before, clock);
    }

    private void EndOn(DateOnly lastDay, TimeProvider clock)
    {
        TerminatedOn = lastDay;
        standings.Add(AgreementStanding.Of(this, clock));
    }

    private void RequireGoingOn()
    {
        if (TerminatedOn is { } ended) throw new DomainException(LicensingErrors.AgreementEnded, null, ended);
        if (NoticeGivenOn is { } given) throw new DomainException(LicensingErrors.NoticeGiven, null, given, EndsOn!.Value);
    }

    // Reckoned from the last end that was agreed, so that a 29 February or a month's last day comes back when the calendar has it again.
    private DateOnly RenewedUntil()
    {
        int agreed = periods.FindLastIndex(p => p.Kind != PeriodKind.Tacit);
        Period once = Period.Parse(RenewalPeriod, nameof(RenewalPeriod))!.Value;
        int times = periods.Count - agreed;
        return new Period(once.Years * times, once.Months * times, once.Days * times).After(periods[agreed].EndsOn!.Value.AddDays(1)).AddDays(-1);
    }

    private AgreementPeriod Continue(PeriodKind kind, DateOnly lastDay, Money? cost, string by, TimeProvider clock)
    {
        var next = AgreementPeriod.Of(Id, periods[^1].Ordinal + 1, kind, EndsOn!.Value.AddDays(1), lastDay, cost, by, clock);
        periods.Add(next);
        Follow(next, clock);
        return next;
    }

    private void TakeBack(AgreementPeriod assumed, TimeProvider clock)
    {
        periods.Remove(assumed);
        Follow(periods[^1], clock);
    }

    // The agreement's own dates are those of its current period.
    private void Follow(AgreementPeriod current, TimeProvider clock)
    {
        current.Restate(current.StartsOn, current.EndsOn, Reckon(current.EndsOn));
        (EndsOn, NoticeDeadline) = (current.EndsOn, current.NoticeDeadline);
        standings.Add(AgreementStanding.Of(this, clock));
    }

    private NoticeReckoning? Reckon(DateOnly? end) =>
        end is { } last && Period.Parse(NoticePeriod, nameof(NoticePeriod)) is { } notice ? NoticeReckoning.Of(last, notice, NoticeDayRule, PublicHolidays.Korean) : null;

    private static DateOnly? DeadlineOf(AgreementPeriod period) => period.NoticeDeadline ?? period.EndsOn;

    // What is stated of the term: with the periods behind it, their first and last day.
    private static (DateOnly Start, DateOnly? End) Stated(AgreementInput input)
    {
        if (input.Periods is not { Count: > 0 } stated)
        {
            return (Check.Required(Check.Day(input.StartsOn, nameof(StartsOn)), nameof(StartsOn)), Check.Day(input.EndsOn, nameof(EndsOn)));
        }

        for (int i = 0; i < stated.Count; i++)
        {
            DateOnly start = Check.Required(Check.Day(stated[i].StartsOn, $"Periods/{i}/StartsOn"), $"Periods/{i}/StartsOn");
            DateOnly? end = Check.Day(stated[i].EndsOn, $"Periods/{i}/EndsOn");
            if (end is null && i < stated.Count - 1) throw new DomainException(CommonErrors.Required, $"Periods/{i}/EndsOn", $"Periods/{i}/EndsOn");
            Check.Order(start, $"Periods/{i}/StartsOn", end, $"Periods/{i}/EndsOn");
            if (i > 0 && start != stated[i - 1].EndsOn!.Value.AddDays(1)) throw new DomainException(LicensingErrors.PeriodsApart, $"Periods/{i}/StartsOn", start, stated[i - 1].EndsOn!.Value);
        }

        return (stated[0].StartsOn!.Value, stated[^1].EndsOn);
    }

    // An end that an earlier period had says nothing new: it is what a file that was imported before the renewal still says.
    private void SetPeriods(AgreementInput input, DateOnly? end, TimeProvider clock)
    {
        if (periods.Count == 0 || input.Periods is { Count: > 0 })
        {
            IReadOnlyList<AgreementPeriodInput> stated = input.Periods is { Count: > 0 } given ? given : [new AgreementPeriodInput { StartsOn = StartsOn, EndsOn = end }];
            if (!stated.Select(s => (s.StartsOn, s.EndsOn)).SequenceEqual(periods.Select(p => ((DateOnly?)p.StartsOn, p.EndsOn))))
            {
                AgreementPeriod[] before = [.. periods];
                periods.Clear();
                periods.AddRange(stated.Select((s, i) => AgreementPeriod.Of(
                    Id, i, i == 0 ? PeriodKind.Initial : s.Kind, s.StartsOn!.Value, s.EndsOn, Array.Find(before, p => p.Ordinal == i)?.Cost, Array.Find(before, p => p.Ordinal == i)?.RecordedBy ?? "registry", clock)));
            }
        }
        else if (periods.Count == 1 || periods.TrueForAll(p => p.EndsOn != end))
        {
            periods[^1].Restate(periods.Count == 1 ? StartsOn : periods[^1].StartsOn, end, null);
        }

        AgreementPeriod current = periods[^1];
        foreach (AgreementPeriod period in periods) period.Restate(period.Ordinal == 0 ? StartsOn : period.StartsOn, period.EndsOn, period == current ? Reckon(period.EndsOn) : KeptReckoning(period));
        Check.Order(current.StartsOn, nameof(StartsOn), current.EndsOn, nameof(EndsOn));
        if (current.NoticeDeadline < current.StartsOn) throw new DomainException(LicensingErrors.NoticeLongerThanTerm, nameof(NoticePeriod), NoticePeriod!);
        (EndsOn, NoticeDeadline) = (current.EndsOn, current.NoticeDeadline);
    }

    // A period that is over keeps the deadline that it had; one that was stated just now gets it.
    private NoticeReckoning? KeptReckoning(AgreementPeriod period) => period is { NoticeDeadline: { } day, NoticeReckoned: { } reckoned, EndsOn: { } end }
        ? new NoticeReckoning(end, default, NoticeDayRule, reckoned, day)
        : Reckon(period.EndsOn);

    private void RequireWithinCommitment(AgreementInput input)
    {
        if (Price is not { } price) return;
        decimal costs = price.Amount + periods.Where(p => p.Cost?.Currency == price.Currency).Sum(p => p.Cost!.Amount);
        decimal paid = (input.Payments ?? []).Where(p => p?.Currency == price.Currency).Sum(p => p.Amount ?? 0);
        if (paid > costs) throw new DomainException(LicensingErrors.PaymentsOverCommitment, nameof(Payments), paid, price.Currency, costs);
    }
}
