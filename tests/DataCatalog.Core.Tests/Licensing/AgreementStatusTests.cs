using DataCatalog.Core.Licensing;
using static DataCatalog.Core.Tests.Support.Given;

namespace DataCatalog.Core.Tests.Licensing;

public sealed class AgreementStatusTests
{
    /// <summary>Signed 2025-12-01, from 2026-01-01 to 2026-12-31, notice two months before.</summary>
    [Theory]
    [InlineData("2025-11-30", AgreementStatus.Draft)]
    [InlineData("2025-12-01", AgreementStatus.Pending)]
    [InlineData("2025-12-31", AgreementStatus.Pending)]
    [InlineData("2026-01-01", AgreementStatus.InForce)]
    [InlineData("2026-08-01", AgreementStatus.InForce)]
    [InlineData("2026-08-02", AgreementStatus.NoticeDue)]
    [InlineData("2026-10-31", AgreementStatus.NoticeDue)]
    [InlineData("2026-11-01", AgreementStatus.Expiring)]
    [InlineData("2026-12-31", AgreementStatus.Expiring)]
    [InlineData("2027-01-01", AgreementStatus.Expired)]
    public void On_EachDayOfItsLife(string today, AgreementStatus expected) =>
        Assert.Equal(expected, Agreement(TheAgreement with { NoticePeriod = "P2M" }).On(Day(today)));

    [Theory]
    [InlineData("2028-02-28", AgreementStatus.Expiring)]
    [InlineData("2028-02-29", AgreementStatus.Expiring)]
    [InlineData("2028-03-01", AgreementStatus.Expired)]
    public void On_EndsOnLeapDay(string today, AgreementStatus expected) =>
        Assert.Equal(expected, Agreement(TheAgreement with { EndsOn = Day("2028-02-29") }).On(Day(today)));

    [Theory]
    [InlineData("2026-09-01", AgreementStatus.Expiring)]
    [InlineData("2026-10-20", AgreementStatus.Expiring)]
    [InlineData("2026-10-21", AgreementStatus.Terminated)]
    public void On_EndsEarly_NoNoticeIsDue(string today, AgreementStatus expected)
    {
        Agreement agreement = Agreement(TheAgreement with { NoticePeriod = "P2M" });
        agreement.Terminate(Day("2026-10-20"), AgreementSide.Licensor, "해지", Day("2026-09-01"), Clock);
        Assert.Equal(expected, agreement.On(Day(today)));
    }

    [Fact]
    public void On_OpenEnded_InForceForEver() => Assert.Equal(AgreementStatus.InForce, Agreement(TheAgreement with { EndsOn = null }).On(Day("2999-12-31")));

    [Fact]
    public void On_NotSigned_Draft() => Assert.Equal(AgreementStatus.Draft, Agreement(TheAgreement with { SignedOn = null }).On(Day("2026-06-01")));

    [Fact]
    public void Windows_SortedOnceAndWithinLimits()
    {
        Assert.Equal([90, 7, 0, -1], Windows.Checked([7, 90, -1, 7, 0], "W"));
        Assert.Empty(Windows.Checked(null, "W"));
        Assert.Equal([730, -365], Windows.Checked([730, -365], "W"));
        Refused(Core.Common.CommonErrors.Invalid, "W", () => Windows.Checked([-366], "W"));
        Refused(Core.Common.CommonErrors.Invalid, "W", () => Windows.Checked([int.MaxValue], "W"));
        Refused(Core.Common.CommonErrors.Invalid, "W", () => Windows.Checked([.. Enumerable.Range(0, 31)], "W"));
        Assert.Equal([90, 60, 30, 14, 7, 3, 1, 0, -1, -7, -30], Windows.Default);
    }
}
