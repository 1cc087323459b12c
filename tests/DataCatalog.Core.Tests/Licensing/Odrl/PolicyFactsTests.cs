using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Odrl;
using static DataCatalog.Core.Tests.Support.Given;

namespace DataCatalog.Core.Tests.Licensing.Odrl;

public sealed class PolicyFactsTests
{
    [Theory]
    [InlineData("lteq", "\"2027-12-31\"", "2027-12-31")]
    [InlineData("lt", "\"2027-12-31\"", "2027-12-30")]
    [InlineData("odrl:lt", "\"2028-01-01T00:00:00+09:00\"", "2027-12-31")]
    [InlineData("lteq", "{\"@value\":\"2027-12-31T14:59:59.999Z\",\"@type\":\"xsd:dateTime\"}", "2027-12-31")]
    [InlineData("lteq", "\"2027-12-31T15:00:00Z\"", "2028-01-01")]
    [InlineData("lteq", "[\"2027-12-31+09:00\"]", "2027-12-31")]
    [InlineData("lt", "\"0001-01-01\"", "0001-01-01")]
    [InlineData("lteq", "\"9999-12-31T23:59:59Z\"", "9999-12-31")]
    [InlineData("gteq", "\"2027-12-31\"", null)]
    public void EndsOn_OfOneConstraint(string comparison, string right, string? expected) =>
        Assert.Equal(expected is null ? null : Day(expected), Read(Permissions($$"""[{"leftOperand":"dateTime","operator":"{{comparison}}","rightOperand":{{right}}}]""")).EndsOn);

    [Theory]
    [InlineData("\"31.12.2027\"")]
    [InlineData("\"2027-02-30\"")]
    [InlineData("\"2027-12-31T10:00:00\"")]
    [InlineData("\"soon\"")]
    [InlineData("1e999999")]
    [InlineData("{}")]
    public void EndsOn_NoDate(string right) =>
        Refused(LicensingErrors.OdrlInvalid, "Odrl/permission/0/constraint/0/rightOperand", () => Read(Permissions($$"""[{"leftOperand":"dateTime","operator":"lteq","rightOperand":{{right}}}]""")));

    [Fact]
    public void EndsOn_LogicalConstraints()
    {
        const string early = """{"leftOperand":"dateTime","operator":"lteq","rightOperand":"2026-06-30"}""";
        const string late = """{"leftOperand":"dateTime","operator":"lteq","rightOperand":"2027-06-30"}""";
        const string other = """{"leftOperand":"purpose","operator":"eq","rightOperand":"urn:research"}""";
        Assert.Equal(Day("2026-06-30"), Read(Permissions($"[{early},{late}]")).EndsOn);
        Assert.Equal(Day("2026-06-30"), Read(Permissions($$$"""{"and":{"@list":[{{{late}}},{{{early}}},{{{other}}}]}}""")).EndsOn);
        Assert.Equal(Day("2027-06-30"), Read(Permissions($$"""{"odrl:or":[{{early}},{{late}}]}""")).EndsOn);
        Assert.Null(Read(Permissions($$"""{"xone":[{{early}},{{other}}]}""")).EndsOn);
        Assert.Null(Read(Permissions($"[{early}]", "[]")).EndsOn);
        Assert.Equal(Day("2027-06-30"), Read(Permissions($"[{early}]", $"[{late}]")).EndsOn);
    }

    [Fact]
    public void Territories_CodesAndIris()
    {
        PolicyFacts policy = Read(Permissions("""[{"leftOperand":"spatial","operator":"isAnyOf","rightOperand":["KR","iso3166:JP",{"@id":"http://example.org/place/US"},"Seoul"]}]"""));
        Assert.Equal(["JP", "KR", "US"], policy.Territories);
    }

    private static string Permissions(params string[] constraints) =>
        $$"""{"@type":"Set","uid":"urn:p","permission":[{{string.Join(',', constraints.Select(c => $$"""{"action":"use","constraint":{{c}}}"""))}}]}""";

    private static PolicyFacts Read(string json) => PolicyFacts.Of(PolicyReader.Read(Json(json), "Odrl"));
}
