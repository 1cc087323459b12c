using System.Diagnostics;
using System.Text;
using System.Text.Json;
using CsCheck;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Tests.Support;
using static DataCatalog.Core.Tests.Support.Given;

namespace DataCatalog.Core.Tests.Licensing;

public sealed class OdrlPolicyTests
{
    [Theory]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[{"action":"use"}]}""", "use")]
    [InlineData("""{"type":"odrl:Offer","@id":"ex:p","odrl:permission":{"odrl:action":{"@id":"odrl:read"}}}""", "read")]
    [InlineData("""{"@type":["CreativeWork","http://www.w3.org/ns/odrl/2/Offer"],"uid":"https://e.org/p","http://www.w3.org/ns/odrl/2/permission":[{"http://www.w3.org/ns/odrl/2/action":"http://www.w3.org/ns/odrl/2/read"}]}""", "read")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":{"action":["read",{"rdf:value":{"@id":"odrl:print"},"refinement":[]}]}}""", "print,read")]
    [InlineData("""{"@type":"Set","uid":"urn:p","action":"tdm:mine","permission":[{"target":"urn:t"}]}""", "mine")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":{"@list":[{"action":"a"},{"action":"b"}]}}""", "a,b")]
    [InlineData("""{"@context":"c","@graph":[{"@id":"urn:x","@type":"Asset"},{"@type":"Set","@id":"urn:p","permission":{"action":"use"}}]}""", "use")]
    [InlineData("""{"@type":"Set","uid":"urn:p","prohibition":{"action":"odrl:write"}}""", "")]
    public void Read_EveryForm(string json, string actions) => Assert.Equal(actions, string.Join(',', Read(json).PermittedActions));

    [Theory]
    [InlineData("null", "")]
    [InlineData("[]", "")]
    [InlineData("5", "")]
    [InlineData("{}", "/@type")]
    [InlineData("""{"@type":"Thing","uid":"urn:p","permission":{"action":"use"}}""", "/@type")]
    [InlineData("""{"@type":"Set","permission":{"action":"use"}}""", "/uid")]
    [InlineData("""{"@type":"Set","uid":"/p","permission":{"action":"use"}}""", "/uid")]
    [InlineData("""{"@type":"Set","uid":"urn:p"}""", "")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[]}""", "")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[{}]}""", "/permission/0/action")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":["urn:rule"]}""", "/permission/0")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[{"action":""}]}""", "/permission/0/action")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[{"action":["use",{}]}]}""", "/permission/0/action/1")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[{"action":"use","constraint":"c"}]}""", "/permission/0/constraint")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[{"action":"use","constraint":[{"operator":"eq","rightOperand":1}]}]}""", "/permission/0/constraint/0/leftOperand")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[{"action":"use","constraint":[{"leftOperand":"count","rightOperand":1}]}]}""", "/permission/0/constraint/0/operator")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[{"action":"use","constraint":[{"leftOperand":"count","operator":"lt"}]}]}""", "/permission/0/constraint/0/rightOperand")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":{"action":"use"},"permission":{"action":"sell"}}""", "/permission")]
    [InlineData("""{"@type":"Set","uid":"urn:p","note":"\ud800","permission":{"action":"use"}}""", "/note")]
    [InlineData("""{"@type":"Set","uid":"urn:p","note":"\u0000","permission":{"action":"use"}}""", "/note")]
    [InlineData("""{"@type":"Set","uid":"urn:p","\udc00":1,"permission":{"action":"use"}}""", "")]
    [InlineData("""{"@graph":[{"@type":"Set","uid":"urn:p","permission":{"action":"use"}},{"@type":"Set","uid":"urn:q","permission":{"action":"use"}}]}""", "/@graph")]
    public void Read_AtFault_NamesThePath(string json, string path) => Refused(LicensingErrors.OdrlInvalid, "Odrl" + path, () => Read(json));

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
        OdrlPolicy policy = Read(Permissions("""[{"leftOperand":"spatial","operator":"isAnyOf","rightOperand":["KR","iso3166:JP",{"@id":"http://example.org/place/US"},"Seoul"]}]"""));
        Assert.Equal(["JP", "KR", "US"], policy.Territories);
    }

    [Fact]
    public void Json_KeptAsSent_WithoutWhiteSpace() =>
        Assert.Equal("""{"@type":"Set","uid":"urn:p","note":"뉴스 <b>","n":1.50,"permission":{"action":"use"}}""",
            Read("""{ "@type": "Set", "uid": "urn:p", "note": "뉴스 <b>", "n": 1.50, "permission": {"action": "use"} }""").Json);

    [Fact]
    public void Read_LimitCountsBytes()
    {
        string Text(int characters) => $$$"""{"@type":"Set","uid":"urn:p","note":"{{{new string('가', characters)}}}","permission":{"action":"use"}}""";
        Assert.NotNull(Read(Text(170_000)));
        Refused(LicensingErrors.OdrlInvalid, "Odrl", () => Read(Text(180_000)));
    }

    [Fact]
    public void Read_DeepNesting_Refused()
    {
        var json = new StringBuilder("""{"leftOperand":"count","operator":"lt","rightOperand":1}""");
        for (int i = 0; i < 200; i++) json.Insert(0, "{\"and\":[").Append("]}");
        JsonElement deep = JsonDocument.Parse(Permissions($"[{json}]"), new JsonDocumentOptions { MaxDepth = 1000 }).RootElement;
        DomainException refusal = Assert.Throws<DomainException>(() => OdrlPolicy.Read(deep, "Odrl"));
        Assert.Equal(LicensingErrors.OdrlInvalid, refusal.Error);
    }

    /// <summary>Twice the rules cost about twice the time: a quadratic reader would take minutes here.</summary>
    [Fact]
    public void Read_TenThousandRules_IsQuick()
    {
        string rules = string.Join(',', Enumerable.Repeat("""{"action":"use"}""", 10_000));
        var watch = Stopwatch.StartNew();
        Assert.Equal(["use"], Read($$"""{"@type":"Set","uid":"urn:p","permission":[{{rules}}]}""").PermittedActions);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"took {watch.Elapsed}");
        Refused(LicensingErrors.OdrlInvalid, "Odrl/permission/10000", () => Read($$"""{"@type":"Set","uid":"urn:p","permission":[{{rules}},{"action":"use"} ]}"""));
    }

    [Fact]
    public void Read_AnyJson_AnswersOrRefuses() => AnyPolicy.Sample(json =>
    {
        using JsonDocument document = JsonDocument.Parse(json);
        try
        {
            OdrlPolicy policy = OdrlPolicy.Read(document.RootElement, "Odrl");
            return policy.Json.Length > 0 && JsonDocument.Parse(policy.Json) is not null;
        }
        catch (DomainException refusal)
        {
            return refusal.Error == LicensingErrors.OdrlInvalid && refusal.Field!.StartsWith("Odrl", StringComparison.Ordinal);
        }
    }, iter: 20_000);

    [Fact]
    public void Read_TestSuitePolicies()
    {
        string? shared = SharedFiles.Find("data/odrl-cases");
        if (shared is null) Assert.Skip("the shared ODRL cases are not beside the project");
        string[] policies = Directory.GetFiles(shared, "policy.jsonld", SearchOption.AllDirectories);
        Assert.NotEmpty(policies);
        foreach (string file in policies)
        {
            string json = File.ReadAllText(file);
            // The suite leaves out actions to test its engine; a registry needs to know what is allowed.
            if (json.Contains("\"action\"", StringComparison.Ordinal)) Assert.NotEmpty(Read(json).Json);
            else Assert.EndsWith("/action", Assert.Throws<DomainException>(() => Read(json)).Field, StringComparison.Ordinal);
        }
    }

    // JSON that is made of the vocabulary's own words, so that it gets past the first checks.
    private static Gen<string> AnyPolicy
    {
        get
        {
            Gen<string> name = Gen.OneOf<string>("@type", "uid", "@id", "permission", "odrl:prohibition", "obligation", "action", "constraint", "and", "or", "leftOperand", "operator",
                "rightOperand", "@list", "@value", "@graph", "rdf:value", "refinement", "note");
            Gen<string> leaf = Gen.OneOf<string>("null", "true", "0", "-1.5e308", "1e999", "\"\"", "\"use\"", "\"Set\"", "\"urn:p\"", "\"dateTime\"", "\"spatial\"", "\"lteq\"", "\"lt\"", "\"KR\"",
                "\"2026-01-01\"", "\"0001-01-01\"", "\"9999-12-31T23:59:59-14:00\"", "\"\\ud83d\"", "\"\\u0000\"", "\":\"", "{}", "[]");
            Gen<string> value = Gen.Recursive<string>((depth, inner) => depth > 5
                ? leaf
                : Gen.Frequency((3, leaf), (2, Gen.Select(name, inner, (n, v) => $"\"{n}\":{v}").Array[0, 5].Select(p => $"{{{string.Join(',', p)}}}")), (1, inner.Array[0, 3].Select(a => $"[{string.Join(',', a)}]"))));
            Gen<string> rule = Gen.Select(value, value, value, (a, b, c) => $$"""{"action":"use","constraint":[{{a}},{"leftOperand":{{b}},"operator":"lt","rightOperand":{{c}}}]}""");
            return Gen.Frequency((1, value), (3, Gen.Select(rule, value, (r, v) => $$"""{"@type":"Set","uid":"urn:p","permission":[{{r}}],"x":{{v}}}""")), (2, value.Select(v => $$"""{"@type":"Set","uid":"urn:p","permission":{{v}}}""")));
        }
    }

    private static string Permissions(params string[] constraints) =>
        $$"""{"@type":"Set","uid":"urn:p","permission":[{{string.Join(',', constraints.Select(c => $$"""{"action":"use","constraint":{{c}}}"""))}}]}""";

    private static OdrlPolicy Read(string json) => OdrlPolicy.Read(Json(json), "Odrl");
}
