using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.Periods;

/// <summary>The last day on which notice counts for one period, with how it was reckoned. Pure (domain rule 10b).</summary>
/// <param name="PeriodEnd">Last day of the period.</param>
/// <param name="Notice">How long before it notice must be given.</param>
/// <param name="Rule">What becomes of a day on which offices do not work.</param>
/// <param name="Reckoned">The end less the notice period.</param>
/// <param name="Day">The deadline: the reckoned day, moved by the rule.</param>
public sealed record NoticeReckoning(DateOnly PeriodEnd, Period Notice, BusinessDayRule Rule, DateOnly Reckoned, DateOnly Day)
{
    private const int LongestMove = 30;

    /// <summary>Reckons it.</summary>
    /// <exception cref="DomainException"><c>day-out-of-range</c>.</exception>
    public static NoticeReckoning Of(DateOnly periodEnd, Period notice, BusinessDayRule rule, PublicHolidays holidays)
    {
        DateOnly reckoned = notice.Before(periodEnd);
        DateOnly day = reckoned;
        int step = rule switch { BusinessDayRule.Preceding => -1, BusinessDayRule.Following => 1, _ => 0 };
        for (int moved = 0; step != 0 && moved < LongestMove && !holidays.IsBusinessDay(day); moved++) day = day.AddDays(step);
        return new NoticeReckoning(periodEnd, notice, rule, reckoned, day);
    }

    /// <summary>Why the reckoned day is no business day: the holiday's name, or the weekend; null where it is one or the rule does not ask.</summary>
    public LocalizedText? MovedFor(PublicHolidays holidays) => Day == Reckoned
        ? null
        : holidays.On(Reckoned) ?? (Reckoned.DayOfWeek == DayOfWeek.Saturday ? LocalizedText.Of("토요일", "Saturday", "Day", 50) : LocalizedText.Of("일요일", "Sunday", "Day", 50));
}
