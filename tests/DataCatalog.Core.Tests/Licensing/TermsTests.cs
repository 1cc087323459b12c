using DataCatalog.Core.Licensing;
using static DataCatalog.Core.Tests.Support.Given;

namespace DataCatalog.Core.Tests.Licensing;

public sealed class TermsTests
{
    private static readonly TermsInput Input = new()
    {
        Odrl = Json("""{"@type":"Agreement","uid":"urn:a:1","permission":{"action":"use","constraint":{"leftOperand":"dateTime","operator":"lteq","rightOperand":"2026-06-30"}}}"""),
    };

    [Fact]
    public void Amend_AppendsAndOverwritesNothing()
    {
        Agreement agreement = Agreement();
        Terms first = agreement.Amend(Input, Officer, Clock);
        string kept = first.Odrl;
        Terms second = agreement.Amend(new TermsInput { EffectiveFrom = Day("2026-03-01"), Odrl = Json("""{"@type":"Agreement","uid":"urn:a:2","permission":{"action":"read"}}""") }, Officer, Clock);
        Assert.Equal([first, second], agreement.TermsVersions);
        Assert.Equal((1, 2, kept), (first.Version, second.Version, first.Odrl));
        Assert.Equal((Day("2026-01-01"), Day("2026-03-01")), (first.EffectiveFrom, second.EffectiveFrom));
        Assert.Equal(["use"], first.PermittedActions);
        Assert.Equal("officer", first.RecordedBy);
        Assert.Equal((Day("2026-06-30"), null), (first.EndsOn, second.EndsOn));
    }

    [Theory]
    [InlineData("2025-12-31")]
    [InlineData("2027-01-01")]
    public void Amend_OutsideTheTerm(string from) =>
        Refused(LicensingErrors.OutsideTerm, "EffectiveFrom", () => Agreement().Amend(Input with { EffectiveFrom = Day(from) }, Officer, Clock));

    [Fact]
    public void Amend_PolicyAtFault_AddsNothing()
    {
        Agreement agreement = Agreement();
        Refused(LicensingErrors.OdrlInvalid, "Odrl", () => agreement.Amend(new TermsInput(), Officer, Clock));
        Refused(LicensingErrors.OdrlInvalid, "Odrl/permission/action", () => agreement.Amend(new TermsInput { Odrl = Json("""{"@type":"Set","uid":"urn:a","permission":{}}""") }, Officer, Clock));
        Assert.Empty(agreement.TermsVersions);
    }
}
