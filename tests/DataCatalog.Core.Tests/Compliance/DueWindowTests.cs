using CsCheck;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Licensing;

namespace DataCatalog.Core.Tests.Compliance;

public sealed class DueWindowTests
{
    private static readonly DateOnly Date = new(2028, 2, 29);

    [Theory]
    [InlineData(91, null)]
    [InlineData(90, 90)]
    [InlineData(61, 90)]
    [InlineData(20, 30)]
    [InlineData(0, 0)]
    [InlineData(-6, -1)]
    [InlineData(-60, -30)]
    [InlineData(-61, null)]
    public void Of_NothingAlerted_MostUrgentReached(int daysLeft, int? expected) =>
        Assert.Equal(expected, DueWindow.Of(Date, [.. Windows.Default], [], Date.AddDays(-daysLeft))?.Window);

    [Fact]
    public void Of_SomeAlerted_NamesOnlyTheOthersAsMissed() =>
        Assert.Equal([14, 7], DueWindow.Of(Date, [.. Windows.Default], [90, 60, 30], Date.AddDays(-2))!.Missed);

    [Fact]
    public void Of_MissedBeforeIsNotMissedAgain() =>
        Assert.Null(DueWindow.Of(Date, [.. Windows.Default], [30, 90, 60], Date.AddDays(-20)));

    [Fact]
    public void Of_ClockSetBack_NoMoreDistantWindow() =>
        Assert.Null(DueWindow.Of(Date, [.. Windows.Default], [30], Date.AddDays(-70)));

    [Fact]
    public void Of_NoWindows_Nothing() => Assert.Null(DueWindow.Of(Date, [], [], Date));

    [Fact]
    public void Of_EveryDay2024To2032_EachWindowOnTheDayItself()
    {
        List<(int Window, DateOnly On)> raised = Walk(new DateOnly(2024, 1, 1), new DateOnly(2032, 12, 31), _ => true);
        Assert.Equal(Windows.Default.Select(w => (w, Date.AddDays(-w))), raised);
    }

    [Fact]
    public void Of_AnyDaysMissed_NoWindowTwiceAndNoneForgotten() =>
        Gen.Int[0, 400].HashSet.Sample(skipped =>
        {
            var told = new List<int>();
            for (int i = 0; i <= 400; i++)
            {
                if (skipped.Contains(i) && i != 400) continue;
                if (DueWindow.Of(Date, [.. Windows.Default], told, Date.AddDays(i - 200)) is { } due) told.AddRange(due.Missed.Append(due.Window));
            }

            return told.Distinct().Count() == told.Count && told.SequenceEqual(told.OrderDescending());
        });

    private static List<(int Window, DateOnly On)> Walk(DateOnly from, DateOnly to, Func<DateOnly, bool> runs)
    {
        List<(int Window, DateOnly On)> raised = [];
        for (DateOnly day = from; day <= to; day = day.AddDays(1))
        {
            if (runs(day) && DueWindow.Of(Date, [.. Windows.Default], [.. raised.Select(r => r.Window)], day) is { } due) raised.Add((due.Window, day));
        }

        return raised;
    }
}
