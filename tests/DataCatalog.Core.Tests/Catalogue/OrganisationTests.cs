using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using static DataCatalog.Core.Tests.Support.Given;

namespace DataCatalog.Core.Tests.Catalogue;

public sealed class OrganisationTests
{
    private static readonly OrganisationInput Input = new() { Key = "nia", NameKo = "기관", NameEn = "Agency", Kind = OrganisationKind.PublicBody, Country = "KR", HomePage = "https://example.org" };

    [Fact]
    public void ToInput_RoundTrip() => Assert.Equal(Input, Organisation.Register(Input, Clock).ToInput());

    [Fact]
    public void Register_InputAtFault_NamesTheField()
    {
        Refused(CommonErrors.Invalid, "Key", () => Organisation.Register(Input with { Key = "N I A" }, Clock));
        Refused(CommonErrors.TranslationMissing, "Name", () => Organisation.Register(Input with { NameKo = "", NameEn = null }, Clock));
        Refused(CommonErrors.Invalid, "Country", () => Organisation.Register(Input with { Country = "XK" }, Clock));
        Refused(CommonErrors.Invalid, "HomePage", () => Organisation.Register(Input with { HomePage = "example.org" }, Clock));
        Refused(CommonErrors.Invalid, "Kind", () => Organisation.Register(Input with { Kind = (OrganisationKind)77 }, Clock));
    }
}
