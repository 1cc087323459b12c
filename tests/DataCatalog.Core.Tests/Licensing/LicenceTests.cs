using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;
using static DataCatalog.Core.Tests.Support.Given;

namespace DataCatalog.Core.Tests.Licensing;

public sealed class LicenceTests
{
    private static readonly LicenceInput Input = new() { Key = "CC-BY-4.0", NameEn = "Attribution 4.0", Kind = LicenceKind.Spdx, Address = "https://example.org/by", Attribution = true, CommercialUse = true, ShareAlike = false };

    [Fact]
    public void ToInput_RoundTrip() => Assert.Equal(Input, Licence.Register(Input, Clock).ToInput());

    [Theory]
    [InlineData("CC BY 4.0")]
    [InlineData("라이선스")]
    [InlineData("a/b")]
    public void Register_KeyOfAnotherForm(string key) => Refused(CommonErrors.Invalid, "Key", () => Licence.Register(Input with { Key = key }, Clock));

    [Fact]
    public void Register_FactsNotRead_StayUnknown() => Assert.Null(Licence.Register(Input with { Derivatives = null }, Clock).Derivatives);
}
