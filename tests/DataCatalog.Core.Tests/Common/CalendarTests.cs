using DataCatalog.Core.Common;
using Microsoft.Extensions.Time.Testing;
using static DataCatalog.Core.Tests.Support.Given;

namespace DataCatalog.Core.Tests.Common;

public sealed class CalendarTests
{
    [Theory]
    [InlineData("2026-03-01T14:59:59.9999999Z", "2026-03-01")]
    [InlineData("2026-03-01T15:00:00Z", "2026-03-02")]
    [InlineData("2028-02-28T15:00:00Z", "2028-02-29")]
    [InlineData("2026-12-31T15:00:00Z", "2027-01-01")]
    public void Today_SeoulMidnight(string now, string today)
    {
        var calendar = new Calendar(new FakeTimeProvider(DateTimeOffset.Parse(now, null)), TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul"));
        Assert.Equal(Day(today), calendar.Today);
    }

    [Theory]
    [InlineData("Asia/Seoul")]
    [InlineData("America/New_York")]
    [InlineData("Europe/Berlin")]
    [InlineData("Pacific/Apia")]
    [InlineData("Australia/Lord_Howe")]
    public void Today_EveryHourOf2024To2032_NoDayMissedOrTwice(string zone)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2023, 12, 31, 0, 0, 0, TimeSpan.Zero));
        var calendar = new Calendar(clock, TimeZoneInfo.FindSystemTimeZoneById(zone));
        DateOnly last = calendar.Today;
        while (last < Day("2033-01-01"))
        {
            clock.Advance(TimeSpan.FromHours(1));
            DateOnly today = calendar.Today;
            Assert.True(today == last || today == last.AddDays(1), $"{last:O} was followed by {today:O}");
            last = today;
        }
    }

    [Fact]
    public void Now_WholeMicroseconds()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(19));
        DateTime now = new Calendar(clock, TimeZoneInfo.Utc).Now;
        Assert.Equal((10L, DateTimeKind.Utc), (now.Ticks % TimeSpan.TicksPerMillisecond, now.Kind));
    }
}
