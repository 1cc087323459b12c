using System.Globalization;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.Periods;

/// <summary>The notice deadline of one period with its arithmetic, as it is shown (domain rule 10b). Pure.</summary>
public sealed record DeadlineAnswer
{
    /// <summary>0 for the initial term, then one more for each renewal.</summary>
    public int Period { get; init; }

    /// <summary>How the period came about.</summary>
    public PeriodKind Kind { get; init; }

    /// <summary>Its first day.</summary>
    public DateOnly StartsOn { get; init; }

    /// <summary>Its last day.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>How many times it had renewed by itself before.</summary>
    public int TacitRenewals { get; init; }

    /// <summary>How long before the end notice must be given, ISO 8601; null where none is needed.</summary>
    public string? NoticePeriod { get; init; }

    /// <summary>What becomes of a day on which offices do not work.</summary>
    public BusinessDayRule Rule { get; init; }

    /// <summary>The end less the notice period.</summary>
    public DateOnly? Reckoned { get; init; }

    /// <summary>Why the deadline is not that day: a holiday's name or the weekend; null where it is.</summary>
    public string? MovedFor { get; init; }

    /// <summary>Whether the holidays of the deadline's year are known; else only weekends were looked at.</summary>
    public bool HolidaysKnown { get; init; }

    /// <summary>Last day on which notice counts.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>Days left until then; negative once it is over.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>All of it in one sentence.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>The deadlines of an agreement's periods, in their order.</summary>
    public static IReadOnlyList<DeadlineAnswer> Of(Agreement agreement, DateOnly today, PublicHolidays holidays, string language)
    {
        AgreementPeriod[] inOrder = [.. agreement.Periods.OrderBy(p => p.Ordinal)];
        return [.. inOrder.Select((p, i) => Of(agreement, p, inOrder.Take(i + 1).Count(x => x.Kind == PeriodKind.Tacit), today, holidays, language))];
    }

    private static DeadlineAnswer Of(Agreement agreement, AgreementPeriod period, int tacit, DateOnly today, PublicHolidays holidays, string language)
    {
        LocalizedText? moved = period is { NoticeReckoned: { } reckoned, NoticeDeadline: { } day, EndsOn: { } end }
            ? new NoticeReckoning(end, default, agreement.NoticeDayRule, reckoned, day).MovedFor(holidays)
            : null;
        var answer = new DeadlineAnswer
        {
            Period = period.Ordinal, Kind = period.Kind, StartsOn = period.StartsOn, EndsOn = period.EndsOn, TacitRenewals = tacit, NoticePeriod = agreement.NoticePeriod, Rule = agreement.NoticeDayRule,
            Reckoned = period.NoticeReckoned, HolidaysKnown = period.NoticeReckoned is not { } asked || holidays.Knows(asked), MovedFor = moved?.In(language), Deadline = period.NoticeDeadline, DaysLeft = period.NoticeDeadline?.DayNumber - today.DayNumber,
        };
        return answer with { Sentence = language == "ko" ? answer.Korean() : answer.English() };
    }

    private string English() => (EndsOn, Deadline) switch
    {
        (null, _) => $"From {Day(StartsOn)}, without an end.",
        (_, null) => $"{Named()} from {Day(StartsOn)} to {Day(EndsOn)}; no notice is needed.",
        _ => $"{Named()} from {Day(StartsOn)} to {Day(EndsOn)}, after {TacitRenewals} tacit {(TacitRenewals == 1 ? "renewal" : "renewals")}; less {NoticePeriod} that is {Day(Reckoned)}{(MovedFor is null ? "" : $", {MovedFor}, so the business day {(Deadline < Reckoned ? "before" : "after")}")}: notice by {Day(Deadline)}.",
    };

    private string Korean() => (EndsOn, Deadline) switch
    {
        (null, _) => $"{Day(StartsOn)}부터 종료일 없이 계속됩니다.",
        (_, null) => $"{Named(korean: true)} {Day(StartsOn)}~{Day(EndsOn)}: 통지가 필요 없습니다.",
        _ => $"{Named(korean: true)} {Day(StartsOn)}~{Day(EndsOn)}, 그때까지 자동 갱신 {TacitRenewals}회. 종료일에서 {NoticePeriod}를 뺀 날은 {Day(Reckoned)}{(MovedFor is null ? "" : $"({MovedFor})이므로 그 {(Deadline < Reckoned ? "앞" : "다음")} 영업일")}: {Day(Deadline)}까지 통지해야 합니다.",
    };

    private string Named(bool korean = false) => Kind switch
    {
        PeriodKind.Initial => korean ? "최초 기간" : "Initial term",
        PeriodKind.Tacit => korean ? $"{Period}번째 갱신(자동)" : string.Create(CultureInfo.InvariantCulture, $"Renewal {Period} (by itself)"),
        _ => korean ? $"{Period}번째 갱신(합의)" : string.Create(CultureInfo.InvariantCulture, $"Renewal {Period} (agreed)"),
    };

    private static string Day(DateOnly? day) => day!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
