using DataCatalog.Core.Common;
using static DataCatalog.Core.Tests.Support.Given;

namespace DataCatalog.Core.Tests.Common;

public sealed class CheckTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("ko-news-2025")]
    [InlineData("  trimmed ")]
    public void Key_Slug(string key) => Assert.Equal(key.Trim(), Check.Key(key, "Key"));

    [Theory]
    [InlineData("Ko")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a--b")]
    [InlineData("a_b")]
    [InlineData("뉴스")]
    [InlineData("a\u0301")]
    public void Key_NoSlug(string key) => Refused(CommonErrors.Invalid, "Key", () => Check.Key(key, "Key"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t ")]
    public void Text_Blank(string? text) => Refused(CommonErrors.Required, "Name", () => Check.Text(text, "Name", 10));

    [Fact]
    public void Text_AtAndOverTheLimit()
    {
        Assert.Equal(10, Check.Text(new string('가', 10), "Name", 10).Length);
        Refused(CommonErrors.TooLong, "Name", () => Check.Text(new string('가', 11), "Name", 10));
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\r\nBcc: b")]
    [InlineData("a\tb")]
    [InlineData("a\0b")]
    [InlineData("a\u0085b")]
    public void Text_SecondLineOrControl(string text) => Refused(CommonErrors.ControlCharacter, "Name", () => Check.Text(text, "Name", 100));

    [Fact]
    public void OptionalText_LinesPass() => Assert.Equal("a\nb\tc", Check.OptionalText("a\nb\tc", "Notes", 10));

    // Not as attributes: those are UTF-8 and would lose the half pairs.
    [Fact]
    public void OptionalText_HalfASurrogatePair()
    {
        foreach (string text in (string[])["\ud83d", "\ude00\ud83d", "x\ude00", "\ud83d\ud83d\ude00"]) Refused(CommonErrors.Invalid, "Notes", () => Check.OptionalText(text, "Notes", 10));
    }

    [Fact]
    public void OptionalText_SurrogatePair() => Assert.Equal("😀", Check.OptionalText("😀", "Notes", 2));

    [Theory]
    [InlineData("https://example.org/a?b=c", true)]
    [InlineData("http://예시.한국/", true)]
    [InlineData("ftp://example.org", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("//example.org", false)]
    [InlineData("https://user:secret@example.org", false)]
    [InlineData("example.org", false)]
    public void OptionalWebAddress(string address, bool valid)
    {
        if (valid) Assert.Equal(address, Check.OptionalWebAddress(address, "Address"));
        else Refused(CommonErrors.Invalid, "Address", () => Check.OptionalWebAddress(address, "Address"));
    }

    [Theory]
    [InlineData("1899-12-31", false)]
    [InlineData("1900-01-01", true)]
    [InlineData("2999-12-31", true)]
    [InlineData("3000-01-01", false)]
    [InlineData("0001-01-01", false)]
    [InlineData("9999-12-31", false)]
    public void Day_Range(string day, bool valid)
    {
        if (valid) Assert.Equal(Day(day), Check.Day(Day(day), "StartsOn"));
        else Refused(CommonErrors.DayOutOfRange, "StartsOn", () => Check.Day(Day(day), "StartsOn"));
    }

    [Fact]
    public void Order_SameDayAndOpenEndsPass()
    {
        Check.Order(Day("2026-01-01"), "From", Day("2026-01-01"), "Until");
        Check.Order(null, "From", Day("2026-01-01"), "Until");
        Check.Order(Day("2026-01-01"), "From", null, "Until");
        DomainException refusal = Refused(CommonErrors.EndBeforeStart, "Until", () => Check.Order(Day("2026-01-02"), "From", Day("2026-01-01"), "Until"));
        Assert.Contains("2026-01-01", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(-0.1)]
    public void Finite_NoAmount(double amount) => Refused(CommonErrors.Invalid, "Hours", () => Check.Finite(amount, "Hours"));

    [Fact]
    public void Entries_NullOrTooMany()
    {
        Refused(CommonErrors.Required, "Items/1", () => Check.Entries(["a", null!], "Items", (item, _) => item));
        Refused(CommonErrors.TooMany, "Items", () => Check.Entries(["a", "b"], "Items", (item, _) => item, most: 1));
    }

    [Fact]
    public void Defined_NumberWithoutName() => Refused(CommonErrors.Invalid, "Kind", () => Check.Defined((DayOfWeek)9, "Kind"));

    [Theory]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    [InlineData("e3b0")]
    [InlineData("g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void Sha256_OtherForm(string text) => Refused(CommonErrors.Invalid, "Sha256", () => Check.Sha256(text, "Sha256"));
}
