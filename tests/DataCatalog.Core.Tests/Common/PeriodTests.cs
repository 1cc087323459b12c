using CsCheck;
using DataCatalog.Core.Common;
using static DataCatalog.Core.Tests.Support.Given;

namespace DataCatalog.Core.Tests.Common;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("P1M", "2026-03-31", "2026-02-28")]
    [InlineData("P1M", "2028-03-31", "2028-02-29")]
    [InlineData("P1M", "2026-03-01", "2026-02-01")]
    [InlineData("P1Y", "2028-02-29", "2027-02-28")]
    [InlineData("P4Y", "2028-02-29", "2024-02-29")]
    [InlineData("P1Y1M", "2028-02-29", "2027-01-29")]
    [InlineData("P90D", "2026-12-31", "2026-10-02")]
    [InlineData("P2W", "2026-01-01", "2025-12-18")]
    [InlineData("P1M1D", "2026-03-31", "2026-02-27")]
    public void Before(string period, string day, string expected) => Assert.Equal(Day(expected), Period.Parse(period, "P")!.Value.Before(Day(day)));

    [Theory]
    [InlineData("P1M", "2026-01-31", "2026-02-28")]
    [InlineData("P1Y", "2024-02-29", "2025-02-28")]
    [InlineData("P1Y1M", "2024-01-31", "2025-02-28")]
    [InlineData("P1D", "2024-02-28", "2024-02-29")]
    public void After(string period, string day, string expected) => Assert.Equal(Day(expected), Period.Parse(period, "P")!.Value.After(Day(day)));

    [Theory]
    [InlineData("1Y")]
    [InlineData("P")]
    [InlineData("P0D")]
    [InlineData("P1H")]
    [InlineData("PT1H")]
    [InlineData("P-1D")]
    [InlineData("P1D1Y")]
    [InlineData("P1.5Y")]
    [InlineData("p1y")]
    [InlineData("P10000D")]
    [InlineData("P١D")]
    public void Parse_NoPeriod(string text) => Refused(CommonErrors.Invalid, "NoticePeriod", () => Period.Parse(text, "NoticePeriod"));

    [Theory]
    [InlineData("P2W", "P14D")]
    [InlineData("P1Y2M3D", "P1Y2M3D")]
    [InlineData("P1W1D", "P8D")]
    public void ToString_OneFormForEqualPeriods(string text, string expected) => Assert.Equal(expected, Period.Parse(text, "P").ToString());

    [Theory]
    [InlineData("P1D")]
    [InlineData("P999Y999M9999D")]
    public void Move_BeyondTheCalendar(string text)
    {
        Period period = Period.Parse(text, "P")!.Value;
        Refused(CommonErrors.DayOutOfRange, null, () => period.Before(DateOnly.MinValue));
        Refused(CommonErrors.DayOutOfRange, null, () => period.After(DateOnly.MaxValue));
    }

    [Fact]
    public void Move_AnyDay_AnswersOrRefuses() =>
        Gen.Select(Gen.Int[0, 999], Gen.Int[0, 999], Gen.Int[0, 9999], Gen.Int[0, DateOnly.MaxValue.DayNumber], (y, m, d, day) => (new Period(y, m, d), DateOnly.FromDayNumber(day)))
            .Sample(c =>
            {
                (Period period, DateOnly day) = c;
                try
                {
                    return period.Before(day) <= day && (period.Days > 0 || period.After(period.Before(day)) <= day);
                }
                catch (DomainException refusal)
                {
                    return refusal.Error == CommonErrors.DayOutOfRange;
                }
            });
}
