using DataCatalog.Core.Common;
using static DataCatalog.Core.Tests.Support.Given;

namespace DataCatalog.Core.Tests.Common;

public sealed class ValueTests
{
    [Fact]
    public void LocalizedText_OneHalfIsEnough()
    {
        LocalizedText korean = LocalizedText.Of(" 제목 ", " ", "Title", 10);
        Assert.Equal(("제목", null, "제목", "제목"), (korean.Ko, korean.En, korean.In("ko"), korean.In("en")));
        LocalizedText both = LocalizedText.Of("제목", "title", "Title", 10);
        Assert.Equal(("제목", "title", "title"), (both.In("ko"), both.In("en"), both.In("fr")));
    }

    [Fact]
    public void LocalizedText_NoHalf() => Refused(CommonErrors.TranslationMissing, "Title", () => LocalizedText.Of(null, " ", "Title", 10));

    [Fact]
    public void LocalizedText_NamesTheHalfAtFault()
    {
        Refused(CommonErrors.TooLong, "TitleKo", () => LocalizedText.Of(new string('가', 11), "a", "Title", 10));
        Refused(CommonErrors.ControlCharacter, "TitleEn", () => LocalizedText.Of("가", "a\0", "Title", 10));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000.1234)]
    public void Money_Amounts(decimal amount) => Assert.Equal(amount, Money.Of(amount, "KRW", "Price")!.Amount);

    [Fact]
    public void Money_Refusals()
    {
        Assert.Null(Money.Of(null, " ", "Price"));
        Refused(CommonErrors.Required, "PriceAmount", () => Money.Of(null, "KRW", "Price"));
        Refused(CommonErrors.Required, "PriceCurrency", () => Money.Of(1, null, "Price"));
        Refused(CommonErrors.Invalid, "PriceAmount", () => Money.Of(-0.01m, "KRW", "Price"));
        Refused(CommonErrors.Invalid, "PriceAmount", () => Money.Of(1.00001m, "KRW", "Price"));
        Refused(CommonErrors.Invalid, "PriceAmount", () => Money.Of(1_000_000_000_000_000m, "KRW", "Price"));
        Refused(CommonErrors.Invalid, "PriceAmount", () => Money.Of(decimal.MaxValue, "KRW", "Price"));
        Refused(CommonErrors.Invalid, "PriceCurrency", () => Money.Of(1, "KRX", "Price"));
    }

    [Fact]
    public void Roles_NamesThereAndBack()
    {
        const Roles all = Roles.DataOfficer | Roles.ConsortiumMember | Roles.Compliance | Roles.ProgrammeAdmin | Roles.Auditor;
        Assert.Equal(all, RoleNames.Parse(RoleNames.Of(all), "Roles"));
        Refused(CommonErrors.Required, "Roles", () => RoleNames.Parse([], "Roles"));
        Refused(CommonErrors.Invalid, "Roles", () => RoleNames.Parse(["root"], "Roles"));
        Refused(CommonErrors.Invalid, "Roles", () => RoleNames.Parse([null!], "Roles"));
    }

    [Fact]
    public void Actor_SeesEverything_StaffOnly()
    {
        Assert.True(Actor.Registry.SeesEverything);
        Assert.False(Actor.Nobody.SeesEverything);
        Assert.False(new Actor(Guid.Empty, "m", Roles.ConsortiumMember, Guid.Empty).SeesEverything);
        Refused(CommonErrors.Forbidden, null, () => Officer.Require(Roles.ProgrammeAdmin));
    }

    [Fact]
    public void Ids_SortByTime()
    {
        Guid id = Ids.New(Clock);
        Assert.Equal(7, id.Version);
    }
}
