using DataCatalog.Server.Pages;

namespace DataCatalog.Server.Tests.Pages;

/// <summary>What people write into forms is read as they mean it.</summary>
public sealed class FormValueTests
{
    [Theory]
    [InlineData("1 year", "P1Y")]
    [InlineData("12 months", "P12M")]
    [InlineData("30 Days", "P30D")]
    [InlineData(" 2weeks ", "P2W")]
    [InlineData("1년", "P1Y")]
    [InlineData("6개월", "P6M")]
    [InlineData("30일", "P30D")]
    [InlineData("1년 6개월", "P1Y6M")]
    [InlineData("2주일", "P2W")]
    [InlineData("P90D", "P90D")]
    [InlineData("a while", "a while")]
    [InlineData("1 year or so", "1 year or so")]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    public void Period_IsReadInWordsOrAsIso(string? written, string? expected) => Assert.Equal(expected, FormValue.Period(written));
}
