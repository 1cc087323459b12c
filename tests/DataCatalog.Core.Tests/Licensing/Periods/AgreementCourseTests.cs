using System.Globalization;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Periods;
using Microsoft.Extensions.Time.Testing;

namespace DataCatalog.Core.Tests.Licensing.Periods;

/// <summary>How agreements go on and end.</summary>
public sealed class AgreementCourseTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero));
    private static readonly Actor Officer = new(Ids.New(TimeProvider.System), "officer", Roles.DataOfficer);

    private static readonly AgreementInput News = new()
    {
        Number = "NEWS-1", TitleEn = "News", LicensorId = Ids.New(TimeProvider.System), SignedOn = Day("2024-02-01"), StartsOn = Day("2024-03-01"), EndsOn = Day("2025-02-28"),
        Renewal = RenewalKind.Automatic, RenewalPeriod = "P1Y", NoticePeriod = "P90D", PriceAmount = 100m, PriceCurrency = "KRW", RenewalPriceAmount = 40m, RenewalPriceCurrency = "KRW",
    };

    [Fact(DisplayName = "FOLIO: the deadline is each period's own, never the maximum over periods")]
    public void RenewTacitly_EachPeriodKeepsItsOwnDeadline()
    {
        Agreement agreement = Registered(News);
        IReadOnlyList<AgreementPeriod> made = agreement.RenewTacitly(Day("2027-01-15"), Officer, Clock);
        Assert.Equal(["2026-02-28", "2027-02-28", "2028-02-29"], made.Select(p => Text(p.EndsOn)));
        Assert.Equal(["2024-11-30", "2025-11-30", "2026-11-30", "2027-12-01"], agreement.Periods.Select(p => Text(p.NoticeDeadline)));
        Assert.Equal(Day("2027-12-01"), agreement.NoticeDeadline);
        Assert.Equal(Day("2028-02-29"), agreement.EndsOn);
        Assert.Equal([null, 40m, 40m, 40m], agreement.Periods.Select(p => p.Cost?.Amount));
        Assert.Empty(agreement.RenewTacitly(Day("2027-12-01"), Officer, Clock));
    }

    [Fact(DisplayName = "glpi-project/glpi#4571, #6004, #15893: the notice date follows the period that runs, not the first")]
    public void NoticeDeadline_AfterRenewals_OfTheRunningPeriod()
    {
        Agreement agreement = Registered(News with { StartsOn = Day("2023-07-01"), EndsOn = Day("2023-12-31"), RenewalPeriod = "P6M", NoticePeriod = "P1M" });
        agreement.RenewTacitly(Day("2024-07-01"), Officer, Clock);
        Assert.Equal(["2023-11-30", "2024-05-30", "2024-11-30"], agreement.Periods.Select(p => Text(p.NoticeDeadline)));
        Assert.Equal(["2023-12-31", "2024-06-30", "2024-12-31"], agreement.Periods.Select(p => Text(p.EndsOn)));
    }

    [Theory]
    [InlineData("2024-02-29", "P1Y", "2025-02-28 2026-02-28 2027-02-28 2028-02-29")]
    [InlineData("2023-01-31", "P1M", "2023-02-28 2023-03-31 2023-04-30 2023-05-31")]
    [InlineData("2023-03-15", "P90D", "2023-06-13 2023-09-11 2023-12-10 2024-03-09")]
    public void Renewals_EndOf29FebruaryOrAMonth_ComesBack(string end, string period, string ends)
    {
        Agreement agreement = Registered(News with { StartsOn = Day("2022-01-01"), EndsOn = Day(end), RenewalPeriod = period, NoticePeriod = null });
        for (int i = 0; i < 4; i++) agreement.RenewTacitly(agreement.EndsOn!.Value.AddDays(1), Officer, Clock);
        Assert.Equal(ends, string.Join(' ', agreement.Periods.Skip(1).Take(4).Select(p => Text(p.EndsOn))));
    }

    [Theory]
    [InlineData("2026-12-31", "P90D", BusinessDayRule.None, "2026-10-02", "2026-10-02")]
    [InlineData("2027-01-01", "P90D", BusinessDayRule.Preceding, "2026-10-03", "2026-10-02")]
    [InlineData("2027-01-01", "P90D", BusinessDayRule.Following, "2026-10-03", "2026-10-06")]
    [InlineData("2027-05-10", "P3M", BusinessDayRule.Preceding, "2027-02-10", "2027-02-10")]
    [InlineData("2027-05-08", "P3M", BusinessDayRule.Preceding, "2027-02-08", "2027-02-05")]
    [InlineData("2027-05-08", "P3M", BusinessDayRule.Following, "2027-02-08", "2027-02-10")]
    public void Reckoning_KnowsKoreanHolidays(string end, string notice, BusinessDayRule rule, string reckoned, string day)
    {
        NoticeReckoning made = NoticeReckoning.Of(Day(end), Period.Parse(notice, "n")!.Value, rule, PublicHolidays.Korean);
        Assert.Equal((reckoned, day), (Text(made.Reckoned), Text(made.Day)));
    }

    [Fact]
    public void Deadlines_TellTheArithmeticInBothLanguages()
    {
        Agreement agreement = Registered(News with { StartsOn = Day("2026-01-01"), EndsOn = Day("2027-01-01"), NoticeDayRule = BusinessDayRule.Preceding });
        DeadlineAnswer english = Assert.Single(DeadlineAnswer.Of(agreement, Day("2026-09-02"), PublicHolidays.Korean, "en"));
        Assert.Equal(("National Foundation Day", 30), (english.MovedFor, english.DaysLeft));
        Assert.Equal("Initial term from 2026-01-01 to 2027-01-01, after 0 tacit renewals; less P90D that is 2026-10-03, National Foundation Day, so the business day before: notice by 2026-10-02.", english.Sentence);
        Assert.Contains("개천절", DeadlineAnswer.Of(agreement, Day("2026-09-02"), PublicHolidays.Korean, "ko")[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void GiveNotice_InTimeRecordedLate_TakesBackTheAssumedRenewal()
    {
        Agreement agreement = Registered(News);
        agreement.RenewTacitly(Day("2024-12-10"), Officer, Clock);
        agreement.GiveNotice(Day("2024-11-29"), AgreementSide.Licensee, Day("2024-12-12"), Clock);
        Assert.Equal(("2025-02-28", 1), (Text(agreement.EndsOn), agreement.Periods.Count));
        Assert.Empty(agreement.RenewTacitly(Day("2025-02-20"), Officer, Clock));
    }

    [Fact]
    public void GiveNotice_LateOrTwiceOrAhead_Refused()
    {
        Agreement agreement = Registered(News);
        Refuse("notice-late", () => agreement.GiveNotice(Day("2024-12-01"), AgreementSide.Licensee, Day("2024-12-01"), Clock));
        Refuse("invalid-value", () => agreement.GiveNotice(Day("2024-11-20"), AgreementSide.Licensee, Day("2024-11-19"), Clock));
        agreement.GiveNotice(Day("2024-11-30"), AgreementSide.Licensor, Day("2024-11-30"), Clock);
        Refuse("notice-given", () => agreement.GiveNotice(Day("2024-11-30"), AgreementSide.Licensor, Day("2024-11-30"), Clock));
        Refuse("notice-given", () => agreement.Renew(null, null, Officer, Clock));
        Refuse("no-renewal", () => Registered(News with { Renewal = RenewalKind.None }).GiveNotice(Day("2024-11-30"), AgreementSide.Licensor, Day("2024-11-30"), Clock));
    }

    [Fact]
    public void Terminate_OutsideTheTermOrTwice_Refused()
    {
        Agreement agreement = Registered(News);
        Refuse("outside-term", () => agreement.Terminate(Day("2024-02-29"), AgreementSide.Both, "why", Day("2024-06-01"), Clock));
        Refuse("required", () => agreement.Terminate(Day("2024-08-31"), AgreementSide.Both, " ", Day("2024-06-01"), Clock));
        agreement.Terminate(Day("2024-08-31"), AgreementSide.Licensor, "why", Day("2024-06-01"), Clock);
        agreement.Terminate(Day("2024-07-31"), AgreementSide.Licensor, "sooner", Day("2024-06-02"), Clock);
        Refuse("agreement-ended", () => agreement.Terminate(Day("2024-09-30"), AgreementSide.Licensor, "why", Day("2024-08-01"), Clock));
        Assert.Equal(AgreementStatus.Terminated, agreement.On(Day("2024-08-01")));
        Assert.Empty(agreement.RenewTacitly(Day("2026-01-01"), Officer, Clock));
    }

    [Fact]
    public void Supersede_GivesRightsUntilTheOtherBegins()
    {
        Agreement old = Registered(News), next = Registered(News with { Number = "NEWS-2", StartsOn = Day("2024-10-01"), EndsOn = Day("2026-09-30") });
        Refuse("superseded-in-circle", () => old.Supersede(old, Clock));
        Refuse("superseded-in-circle", () => next.Supersede(old, Clock));
        old.Supersede(next, Clock);
        Assert.Equal(Day("2024-09-30"), old.LastDay);
        Assert.Equal((AgreementStatus.Superseded, true), (old.On(Day("2024-10-01")), old.On(Day("2024-09-30")) != AgreementStatus.Superseded));
    }

    [Fact]
    public void Periods_OverlappingOrApart_Refused()
    {
        AgreementPeriodInput first = new() { StartsOn = Day("2022-01-01"), EndsOn = Day("2022-12-31") };
        Refuse("periods-not-in-a-row", () => Registered(News with { Periods = [first, new() { StartsOn = Day("2022-12-31"), EndsOn = Day("2023-12-31") }] }));
        Refuse("periods-not-in-a-row", () => Registered(News with { Periods = [first, new() { StartsOn = Day("2023-01-02"), EndsOn = Day("2023-12-31") }] }));
        Refuse("required", () => Registered(News with { Periods = [first with { EndsOn = null }, new() { StartsOn = Day("2023-01-01"), EndsOn = Day("2023-12-31") }] }));
        Agreement agreement = Registered(News with { Periods = [first, new() { StartsOn = Day("2023-01-01"), EndsOn = Day("2023-12-31"), Kind = PeriodKind.Tacit }] });
        Assert.Equal(("2022-01-01", "2023-12-31", "2023-10-02"), (Text(agreement.StartsOn), Text(agreement.EndsOn), Text(agreement.NoticeDeadline)));
    }

    [Fact]
    public void Change_TheEndThatAnEarlierPeriodHad_SaysNothingNew()
    {
        Agreement agreement = Registered(News);
        agreement.RenewTacitly(Day("2024-12-01"), Officer, Clock);
        agreement.Change(News, Clock);
        Assert.Equal(("2026-02-28", 2), (Text(agreement.EndsOn), agreement.Periods.Count));
        agreement.Change(News with { EndsOn = Day("2026-03-31") }, Clock);
        Assert.Equal(["2025-02-28", "2026-03-31"], agreement.Periods.Select(p => Text(p.EndsOn)));
    }

    [Fact]
    public void Payments_OverTheCommitment_Refused()
    {
        PaymentInput[] payments = [new() { DueOn = Day("2024-06-30"), Amount = 60m, Currency = "KRW" }, new() { DueOn = Day("2024-09-30"), Amount = 40.5m, Currency = "KRW" }];
        Refuse("payments-over-commitment", () => Registered(News with { Payments = payments }));
        Agreement agreement = Registered(News);
        agreement.RenewTacitly(Day("2024-12-01"), Officer, Clock);
        agreement.Change(News with { Payments = payments }, Clock);
        Assert.Equal(100.5m, agreement.Payments.Sum(p => p.Amount.Amount));
    }

    private static Agreement Registered(AgreementInput input) => Agreement.Register(input, Clock);

    private static void Refuse(string code, Action act) => Assert.Equal(code, Assert.Throws<DomainException>(act).Error.Code);

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
