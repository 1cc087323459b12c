using System.Diagnostics;
using System.Text;
using System.Text.Json;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Tests.Support;
using static DataCatalog.Core.Tests.Support.Given;

namespace DataCatalog.Core.Tests.Licensing.Odrl;

public sealed class PolicyReaderTests
{
    [Theory]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[{"action":"use"}]}""", "use")]
    [InlineData("""{"type":"odrl:Offer","@id":"ex:p","odrl:permission":{"odrl:action":{"@id":"odrl:read"}}}""", "read")]
    [InlineData("""{"@type":["CreativeWork","http://www.w3.org/ns/odrl/2/Offer"],"uid":"https://e.org/p","http://www.w3.org/ns/odrl/2/permission":[{"http://www.w3.org/ns/odrl/2/action":"http://www.w3.org/ns/odrl/2/read"}]}""", "read")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":{"action":["read",{"rdf:value":{"@id":"odrl:print"},"refinement":[]}]}}""", "print,read")]
    [InlineData("""{"@type":"Set","uid":"urn:p","action":"tdm:mine","permission":[{"target":"urn:t"}]}""", "mine")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":{"@list":[{"action":"play"},{"action":"display"}]}}""", "display,play")]
    [InlineData("""{"@context":"http://www.w3.org/ns/odrl.jsonld","@graph":[{"@id":"urn:x","@type":"Asset"},{"@type":"Set","@id":"urn:p","permission":{"action":"use"}}]}""", "use")]
    [InlineData("""{"@type":"Set","uid":"urn:p","prohibition":{"action":"odrl:write"}}""", "")]
    [InlineData("""{"@context":[{"o":"http://www.w3.org/ns/odrl/2/","may":"o:permission","does":{"@id":"o:action","@type":"@vocab"}}],"@type":"o:Set","@id":"urn:p","may":{"does":"translate"}}""", "translate")]
    [InlineData("""{"@context":{"@vocab":"http://www.w3.org/ns/odrl/2/"},"@type":"Set","@id":"urn:p","permission":{"action":{"@id":"odrl:index"}}}""", "index")]
    [InlineData("""{"@graph":[{"@type":"Set","@id":"urn:p","permission":["_:a",{"@id":"urn:r"}]},{"@id":"_:a","action":"read"},{"@id":"urn:r","action":"train"}]}""", "read,train")]
    [InlineData("""[{"@type":["odrl:Set"],"@id":"urn:p","http://www.w3.org/ns/odrl/2/permission":[{"http://www.w3.org/ns/odrl/2/action":[{"@id":"http://www.w3.org/ns/odrl/2/use"}]}]}]""", "use")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":{"action":"ex:skim"},"@included":{"@id":"ex:skim","includedIn":"read"}}""", "skim")]
    public void Read_EveryForm(string json, string actions) => Assert.Equal(actions, string.Join(',', PolicyFacts.Of(Read(json)).PermittedActions));

    [Theory]
    [InlineData("null", "")]
    [InlineData("[]", "/@graph")]
    [InlineData("5", "")]
    [InlineData("{}", "/@type")]
    [InlineData("""{"@type":"foaf:Thing","uid":"urn:p","permission":{"action":"use"}}""", "/@type")]
    [InlineData("""{"@type":"Set","permission":{"action":"use"}}""", "/uid")]
    [InlineData("""{"@type":"Set","uid":"/p","permission":{"action":"use"}}""", "/uid")]
    [InlineData("""{"@type":"Set","uid":"urn:p"}""", "")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[]}""", "")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[{}]}""", "/permission/0/action")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":["urn:rule"]}""", "/permission/0")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[{"action":""}]}""", "/permission/0/action")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[{"action":"lend it"}]}""", "/permission/0/action")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[{"action":"fly"}]}""", "/permission/0/action")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[{"action":"ex:fly"}]}""", "/permission/0/action")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[{"action":["use",{}]}]}""", "/permission/0/action/1")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[{"action":{"@id":"odrl:use","refinement":{"leftOperand":"count","operator":"lt","rightOperand":1}}}]}""", "/permission/0/action")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[{"action":"use","constraint":"c"}]}""", "/permission/0/constraint")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[{"action":"use","constraint":"urn:c"}]}""", "/permission/0/constraint")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[{"action":"use","constraint":[{"operator":"eq","rightOperand":1}]}]}""", "/permission/0/constraint/0/leftOperand")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[{"action":"use","constraint":[{"leftOperand":"count","rightOperand":1}]}]}""", "/permission/0/constraint/0/operator")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[{"action":"use","constraint":[{"leftOperand":"count","operator":"lt"}]}]}""", "/permission/0/constraint/0/rightOperand")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[{"action":"use","constraint":[{"leftOperand":"weather","operator":"eq","rightOperand":1}]}]}""", "/permission/0/constraint/0/leftOperand")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":[{"action":"use","constraint":[{"leftOperand":"count","operator":"about","rightOperand":1}]}]}""", "/permission/0/constraint/0/operator")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":{"action":"use"},"permission":{"action":"sell"}}""", "/permission")]
    [InlineData("""{"@type":"Set","uid":"urn:p","dct:title":"\ud800","permission":{"action":"use"}}""", "/dct:title")]
    [InlineData("""{"@type":"Set","uid":"urn:p","dct:title":"\u0000","permission":{"action":"use"}}""", "/dct:title")]
    [InlineData("""{"@type":"Set","uid":"urn:p","\udc00":1,"permission":{"action":"use"}}""", "")]
    [InlineData("""{"@type":"Set","uid":"urn:p","note":"bare","permission":{"action":"use"}}""", "/note")]
    [InlineData("""{"@type":"Set","uid":"urn:p","hasPolicy":"urn:q","permission":{"action":"use"}}""", "/hasPolicy")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":{"action":"use","remedy":{"action":"delete"}}}""", "/permission/remedy")]
    [InlineData("""{"@type":"Set","uid":"urn:p","permission":{"@type":"Duty","action":"use"}}""", "/permission/@type")]
    [InlineData("""{"@type":"Set","uid":"urn:p","conflict":"maybe","permission":{"action":"use"}}""", "/conflict")]
    [InlineData("""{"@context":"https://example.org/c.jsonld","@type":"Set","uid":"urn:p","permission":{"action":"use"}}""", "/@context")]
    [InlineData("""{"@context":{"a":"b:x","b":"a:y"},"@type":"Set","uid":"urn:p","permission":{"action":"use"}}""", "/@context/b")]
    [InlineData("""{"@graph":[{"@type":"Set","uid":"urn:p","permission":{"action":"use"}},{"@type":"Set","uid":"urn:q","permission":{"action":"use"}}]}""", "/@graph")]
    public void Read_AtFault_NamesThePath(string json, string path) => Refused(LicensingErrors.OdrlInvalid, "Odrl" + path, () => Read(json));

    [Theory]
    [InlineData("""{"leftOperand":"payAmount","operator":"eq","rightOperand":5}""", "/unit")]
    [InlineData("""{"leftOperand":"payAmount","operator":"eq","rightOperand":5,"unit":"WON"}""", "/unit")]
    [InlineData("""{"leftOperand":"payAmount","operator":"eq","rightOperand":-5,"unit":"KRW"}""", "/rightOperand")]
    [InlineData("""{"leftOperand":"payAmount","operator":"eq","rightOperand":"much","unit":"KRW"}""", "/rightOperand")]
    [InlineData("""{"leftOperand":"elapsedTime","operator":"lteq","rightOperand":30}""", "/rightOperand")]
    [InlineData("""{"leftOperand":"elapsedTime","operator":"lteq","rightOperand":"30 days"}""", "/rightOperand")]
    [InlineData("""{"leftOperand":"count","operator":"lteq","rightOperand":"P1D"}""", "/rightOperand")]
    [InlineData("""{"leftOperand":"percentage","operator":"lteq","rightOperand":101}""", "/rightOperand")]
    [InlineData("""{"leftOperand":"dateTime","operator":"lteq","rightOperand":"2027-12-31T10:00:00"}""", "/rightOperand")]
    [InlineData("""{"leftOperand":"dateTime","operator":"lteq","rightOperand":{"@value":"2027-12-31T10:00:00","@type":"xsd:dateTime"}}""", "/rightOperand")]
    [InlineData("""{"leftOperand":"dateTime","operator":"lteq","rightOperand":"2027-12-31","unit":"day"}""", "/unit")]
    [InlineData("""{"leftOperand":"purpose","operator":"lt","rightOperand":"urn:x"}""", "/operator")]
    [InlineData("""{"leftOperand":"spatial","operator":"eq","rightOperand":["KR","JP"]}""", "/rightOperand")]
    [InlineData("""{"leftOperand":"spatial","operator":"eq","rightOperand":{"@value":"한국","@language":"ko"}}""", "/rightOperand")]
    [InlineData("""{"leftOperand":"spatial","operator":"eq","rightOperand":"KR","and":[{"leftOperand":"count","operator":"lt","rightOperand":1}]}""", "")]
    [InlineData("""{"and":[]}""", "/leftOperand")]
    [InlineData("""{"leftOperand":"spatial","operator":"eq","rightOperand":"KR","source":"urn:x"}""", "/source")]
    public void Read_ValuesAndUnitsAtFault(string constraint, string path) =>
        Refused(LicensingErrors.OdrlInvalid, "Odrl/permission/constraint" + path, () => Read($$$"""{"@type":"Set","uid":"urn:p","permission":{"action":"use","constraint":{{{constraint}}}}}"""));

    [Fact]
    public void Read_PolicyLevelProperties_StandInEachRule()
    {
        Policy policy = Read("""
            {"@type":"Agreement","uid":"urn:p","target":"urn:t","assigner":"urn:a","assignee":["urn:b","urn:c"],"action":"use","constraint":{"leftOperand":"spatial","operator":"eq","rightOperand":"KR"},
             "permission":[{"target":"urn:own"},{"action":"read","duty":{"action":"inform"}}],"prohibition":{"action":"distribute"}}
            """);
        Assert.All(policy.Rules, r => Assert.Equal((1, 2, 1), (r.Assigners.Count, r.Assignees.Count, r.Constraints.Count)));
        Assert.Equal(["urn:own", "urn:t", "urn:t"], policy.Rules.Select(r => r.Targets.Single().Iri));
        Assert.Equal(["use", "read", "distribute"], policy.Rules.Select(r => r.Actions.Single().Iri[Iris.Odrl.Length..]));
        Assert.Empty(policy.Rules[1].Duties.Single().Targets);
    }

    [Fact]
    public void Read_TdmReservation()
    {
        Policy policy = Read("""
            {"@context":["http://www.w3.org/ns/odrl.jsonld",{"vcard":"http://www.w3.org/2006/vcard/ns#","tdm":"http://www.w3.org/ns/tdmrep#"}],"@type":"Offer","profile":"http://www.w3.org/ns/tdmrep","uid":"https://provider.example/policies/1",
             "assigner":{"uid":"https://provider.example","vcard:fn":"Provider","vcard:hasEmail":"mailto:contact@provider.example","vcard:hasAddress":{"vcard:street-address":"1 Main Street","vcard:country-name":"France"}},
             "permission":[{"target":"https://provider.example/research-papers","action":"tdm:mine","constraint":[{"leftOperand":"purpose","operator":"eq","rightOperand":{"@id":"tdm:research"}}],"duty":[{"action":"obtainConsent"}]}]}
            """);
        Rule permission = policy.Rules.Single();
        Assert.Equal(4, permission.Assigners.Single().Annotations.Count + 1);
        Assert.True(OdrlVocabulary.Default.Includes(permission.Actions.Single().Iri, Iris.Profile + "train"));
        Assert.Equal(Value.OfIri("http://www.w3.org/ns/tdmrep#research"), Assert.IsType<Comparison>(permission.Constraints.Single()).Right.Single());
    }

    [Fact]
    public void Read_OldContextsNeg_IsNeq() => Assert.Equal(Operator.Neq, Assert.IsType<Comparison>(
        Read("""{"@type":"Set","uid":"urn:p","permission":{"action":"use","constraint":{"leftOperand":"industry","operator":"odrl:neg","rightOperand":"arms"}}}""").Rules.Single().Constraints.Single()).Operator);

    [Fact]
    public void Read_Clause()
    {
        Policy policy = Read("""{"@type":"Set","uid":"urn:p","permission":{"action":"train","clause":{"article":"제7조 2항","words":"학습에 이용할 수 있다"}}}""");
        Assert.Equal(new Clause("제7조 2항", "학습에 이용할 수 있다"), policy.Rules.Single().Clause);
    }

    [Fact]
    public void Read_LimitCountsBytes()
    {
        string Text(int characters) => $$$"""{"@type":"Set","uid":"urn:p","dct:description":"{{{new string('가', characters)}}}","permission":{"action":"use"}}""";
        Assert.NotNull(Read(Text(170_000)));
        Refused(LicensingErrors.OdrlInvalid, "Odrl", () => Read(Text(180_000)));
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(200, false)]
    [InlineData(100_000, false)]
    public void Read_DeepLogic(int levels, bool accepted)
    {
        string json = Logic(levels, """{"leftOperand":"count","operator":"lt","rightOperand":1}""");
        if (accepted) Assert.Equal(levels + 1, Depth(PolicyReader.Read(json, "Odrl").Rules.Single().Constraints.Single()));
        else Assert.Equal(LicensingErrors.OdrlInvalid, Assert.Throws<DomainException>(() => PolicyReader.Read(json, "Odrl")).Error);
    }

    /// <summary>Twice the rules cost about twice the time: a quadratic reader would take minutes here.</summary>
    [Fact]
    public void Read_TenThousandRules_IsQuick()
    {
        string rules = string.Join(',', Enumerable.Repeat("""{"action":"use"}""", 10_000));
        var watch = Stopwatch.StartNew();
        Policy policy = Read($$"""{"@type":"Set","uid":"urn:p","permission":[{{rules}}]}""");
        Assert.Equal(10_000, policy.Rules.Count);
        Assert.Equal(PolicyWriter.Write(policy), PolicyWriter.Write(PolicyReader.Read(PolicyWriter.Write(policy))));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"took {watch.Elapsed}");
        Refused(LicensingErrors.OdrlInvalid, "Odrl/permission/10000", () => Read($$"""{"@type":"Set","uid":"urn:p","permission":[{{rules}},{"action":"use"} ]}"""));
    }

    [Theory]
    [InlineData("""{"@graph":[{"@type":"Set","@id":"urn:p","permission":{"action":"use","constraint":"_:a"}},{"@id":"_:a","and":["_:a"]}]}""")]
    [InlineData("""{"@graph":[{"@type":"Set","@id":"urn:p","permission":{"action":"use","duty":"urn:d"}},{"@id":"urn:d","action":"inform","consequence":"urn:e"},{"@id":"urn:e","action":"pay","consequence":"urn:d"}]}""")]
    [InlineData("""{"@graph":[{"@type":"Set","@id":"urn:p","permission":{"action":"use","target":"urn:c"}},{"@id":"urn:c","@type":"AssetCollection","partOf":"urn:d"},{"@id":"urn:d","partOf":"urn:c"}]}""")]
    [InlineData("""{"@graph":[{"@type":"Set","@id":"urn:p","permission":{"action":"ex:a"}},{"@id":"ex:a","includedIn":"ex:b"},{"@id":"ex:b","includedIn":"ex:a"}]}""")]
    [InlineData("""{"@graph":[{"@type":"Set","@id":"urn:p","dct:relation":"_:x","permission":{"action":"use"}},{"@id":"_:x","dct:relation":{"@id":"_:x"}}]}""")]
    [InlineData("""{"@type":"Set","@id":"urn:p","inheritFrom":"urn:p","permission":{"action":"use"}}""")]
    [InlineData("""{"@graph":[{"@type":"Set","@id":"urn:p","inheritFrom":"urn:q","permission":{"action":"use"}},{"@type":"Set","@id":"urn:q","inheritFrom":"urn:p","permission":{"action":"use"}}]}""")]
    public void Read_Circles_Refused(string json) => Assert.Equal(LicensingErrors.OdrlInvalid, Assert.Throws<DomainException>(() => Read(json)).Error);

    /// <summary>A kilobyte that stands for 2^30 constraints.</summary>
    [Fact]
    public void Read_ReferencesThatMultiply_Refused()
    {
        var nodes = new StringBuilder("""{"@type":"Set","@id":"urn:p","permission":{"action":"use","constraint":"_:c0"}}""");
        for (int i = 0; i < 30; i++) nodes.Append(System.Globalization.CultureInfo.InvariantCulture, $$""",{"@id":"_:c{{i}}","and":[{"or":"_:c{{i + 1}}"},{"xone":"_:c{{i + 1}}"}]}""");
        nodes.Append(""",{"@id":"_:c30","leftOperand":"count","operator":"lt","rightOperand":1}""");
        var watch = Stopwatch.StartNew();
        Assert.Equal(LicensingErrors.OdrlInvalid, Assert.Throws<DomainException>(() => Read($$"""{"@graph":[{{nodes}}]}""")).Error);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"took {watch.Elapsed}");
    }

    [Fact]
    public void Read_Inheritance_ResolvedWithinTheDocument()
    {
        Policy policy = Read("""
            {"@graph":[{"@type":"Set","@id":"urn:child","inheritFrom":["urn:a","urn:b"],"permission":{"action":"train"}},
              {"@type":"Set","@id":"urn:a","inheritFrom":"urn:base","permission":{"action":"read"}},{"@type":"Set","@id":"urn:b","inheritFrom":"urn:base","permission":{"action":"index"}},
              {"@type":"Set","@id":"urn:base","conflict":"prohibit","prohibition":{"action":"distribute"}}]}
            """);
        Assert.Equal("urn:child", policy.Uid);
        Assert.Equal(["train", "read", "distribute", "index"], policy.Rules.Select(r => r.Actions.Single().Iri.Split('/', ':')[^1]));
        Refused(LicensingErrors.OdrlInvalid, "Odrl/inheritFrom", () => Read("""{"@type":"Set","@id":"urn:child","inheritFrom":"urn:elsewhere","permission":{"action":"train"}}"""));
    }

    [Fact]
    public void Read_TestSuitePolicies()
    {
        foreach (string file in TestSuite.Policies())
        {
            string json = File.ReadAllText(file);
            // The suite leaves out actions to test its engine; a registry needs to know what is allowed.
            if (json.Contains("\"action\"", StringComparison.Ordinal)) Assert.NotEmpty(Read(json).Rules);
            else Assert.EndsWith("/action", Assert.Throws<DomainException>(() => Read(json)).Field, StringComparison.Ordinal);
            Assert.NotEmpty(PolicyReader.Read(json, "", Strictness.Form).Rules);
        }
    }

    private static string Logic(int levels, string innermost)
    {
        var json = new StringBuilder();
        for (int i = 0; i < levels; i++) json.Append("{\"and\":[");
        json.Append(innermost);
        for (int i = 0; i < levels; i++) json.Append("]}");
        return $$$"""{"@type":"Set","uid":"urn:p","permission":{"action":"use","constraint":{{{json}}}}}""";
    }

    private static int Depth(Constraint constraint) => constraint is LogicalConstraint { Operands: [var one] } ? 1 + Depth(one) : 1;

    private static Policy Read(string json) => PolicyReader.Read(JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 }).RootElement, "Odrl");
}
