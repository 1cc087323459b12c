using CsCheck;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;
using DataCatalog.Interop.Odrl;
using static DataCatalog.Interop.Tests.Odrl.Documents;

namespace DataCatalog.Interop.Tests.Odrl;

public sealed class OdrlEvaluationTests
{
    [Theory]
    [InlineData("isAnyOf", """["ex:research",{"uid":"ex:teaching"}]""", "ex:research", "Active")]
    [InlineData("isAnyOf", """["ex:research",{"uid":"ex:teaching"}]""", "ex:teaching", "Active")]
    [InlineData("isAnyOf", """["ex:research"]""", "ex:sales", "Inactive")]
    [InlineData("isAnyOf", """["ex:research"]""", null, "Inactive")]
    [InlineData("isNoneOf", """[{"uid":"ex:sales"}]""", "ex:research", "Active")]
    [InlineData("isNoneOf", """[{"uid":"ex:research"},{"uid":"ex:sales"}]""", "ex:research", "Inactive")]
    [InlineData("isNoneOf", """[{"uid":"ex:sales"}]""", null, "Active")]
    [InlineData("neq", """{"uid":"ex:sales"}""", null, "Inactive")]
    [InlineData("isA", """{"uid":"ex:Science"}""", "ex:research", "Active")]
    [InlineData("isA", """{"uid":"ex:Knowledge"}""", "ex:research", "Active")]
    [InlineData("isA", """{"uid":"ex:Science"}""", "ex:sales", "Inactive")]
    [InlineData("isA", """{"uid":"ex:research"}""", "ex:research", "Inactive")]
    [InlineData("isPartOf", """{"uid":"ex:research"}""", "ex:research", "Active")]
    [InlineData("eq", """{"uid":"ex:research"}""", "ex:research", "Active")]
    [InlineData("neq", """{"uid":"ex:research"}""", "ex:research", "Inactive")]
    [InlineData("neq", """{"uid":"ex:research"}""", "ex:sales", "Active")]
    public void Evaluate_Purpose(string comparison, string right, string? given, string expected)
    {
        string context = given is null ? "" : $$$""","sotw:context":{"uid":"ex:c","leftOperand":"purpose","operator":"eq","rightOperand":{"uid":"{{{given}}}"}}""";
        Assert.Equal(expected, Activations(
            $$$"""{"permission":{"uid":"ex:r","action":"use","constraint":{"leftOperand":"purpose","operator":"{{{comparison}}}","rightOperand":{{{right}}}}}""",
            context,
            """,{"uid":"ex:research","@type":"ex:Science"},{"uid":"ex:Science","rdfs:subClassOf":{"uid":"ex:Knowledge"}}"""));
    }

    [Theory]
    [InlineData("""{"permission":{"uid":"ex:r","action":"read","constraint":{"leftOperand":"deliveryChannel","operator":"eq","rightOperand":{"uid":"ex:web"}}}""", "Active")]
    [InlineData("""{"permission":{"uid":"ex:r","action":"read","constraint":{"leftOperand":"deliveryChannel","operator":"eq","rightOperand":{"uid":"ex:post"}}}""", "Inactive")]
    [InlineData("""{"permission":{"uid":"ex:r","action":["odrl:write","read"],"target":["ex:y","ex:x"],"assignee":["ex:bob","ex:alice"]}""", "Active")]
    [InlineData("""{"permission":{"uid":"ex:r","action":["odrl:write","sell"],"target":"ex:x"}""", "Inactive")]
    [InlineData("""{"target":"ex:x","assignee":"ex:alice","action":"use","permission":{"uid":"ex:r"},"prohibition":{"uid":"ex:s","action":"sell"}""", "Active Inactive")]
    [InlineData("""{"permission":[{"uid":"ex:r","action":"odrl:modify"},{"uid":"ex:s"}]""", "Inactive Active")]
    [InlineData("""{"permission":{"uid":"ex:r","constraint":{"xone":[{"leftOperand":"dateTime","operator":"gt","rightOperand":"2024-01-01"},{"leftOperand":"count","operator":"lt","rightOperand":3}]}}""", "Active")]
    [InlineData("""{"permission":{"uid":"ex:r","assignee":{"@type":"PartyCollection","uid":"ex:staff","source":"ex:everyone"}}""", "Active")]
    [InlineData("""{"permission":{"uid":"ex:r","assignee":{"@type":"PartyCollection","uid":"ex:alice"}}""", "Inactive")]
    [InlineData("""{"permission":{"uid":"ex:r","action":{"rdf:value":{"uid":"odrl:read"},"refinement":{"leftOperand":"resolution","operator":"lteq","rightOperand":10}}}""", "Inactive")]
    [InlineData("""{"permission":{"uid":"ex:r","action":"read","duty":{"uid":"ex:done","action":"inform"}}""", "Active")]
    [InlineData("""{"permission":{"uid":"ex:r","action":"read","duty":[{"uid":"ex:done","action":"inform"},{"uid":"ex:broken","action":"compensate"}]}""", "Inactive")]
    [InlineData("""{"permission":{"uid":"ex:r","action":"read"},"obligation":{"uid":"ex:done","action":"delete","assignee":"ex:alice"}""", "Active Active")]
    public void Evaluate_Forms(string policy, string expected) => Assert.Equal(expected, Activations(
        policy,
        ""","sotw:context":{"leftOperand":"deliveryChannel","operator":"eq","rightOperand":{"uid":"ex:web"}}""",
        ""","""
        + """{"uid":"ex:alice","partOf":["ex:team"]},{"uid":"ex:team","partOf":{"uid":"ex:staff","partOf":"ex:team"}},"""
        + """{"@type":"report:DutyReport","uid":"ex:dr1","report:rule":{"uid":"ex:done"},"report:deonticState":{"uid":"report:Fulfilled"},"report:performanceState":{"uid":"report:Performed"}},"""
        + """{"@type":"report:DutyReport","uid":"ex:dr2","report:rule":{"uid":"ex:broken"},"report:deonticState":{"uid":"report:Violated"}}"""));

    [Fact]
    public void Evaluate_SameInput_SameReport()
    {
        string Once() => OdrlEvaluation.Evaluate(Policy("""{"permission":{"uid":"ex:r","action":"use"}"""), Request(""), State(""));
        Assert.Equal(Once(), Once());
    }

    [Theory]
    [InlineData("{", "{}", "{}", "Policy")]
    [InlineData("{}", "{}", "{}", "Policy/@type")]
    [InlineData(null, "{}", "{}", "Request/@type")]
    [InlineData(null, null, "{}", "State")]
    [InlineData(null, null, """{"uid":"temp:currentTime","@context":{"temp":"http://example.com/request/"},"dct:issued":"2024-01-01 noon"}""", "State/dct:issued")]
    public void Evaluate_BadInput_NamesDocumentAndPath(string? policy, string? request, string state, string field)
    {
        var refusal = Assert.Throws<DomainException>(() => OdrlEvaluation.Evaluate(policy ?? Policy("""{"permission":{"uid":"ex:r","action":"use"}"""), request ?? Request(""), state));
        Assert.Equal((LicensingErrors.OdrlInvalid, field), (refusal.Error, refusal.Field));
    }

    /// <summary>Whatever stands in the three documents: a report, or a refusal that names the document.</summary>
    [Fact]
    public void Evaluate_AnyDocuments_AnswersOrRefuses()
    {
        Gen<string> leaf = Gen.OneOf<string>("null", "1", "\"\"", "\"ex:a\"", "\"_:a\"", "{}", "[]", "\"read\"", "\"purpose\"", "\"isA\"", "\"2024-01-01\"", "\"2024-01-01T00:00:00Z\"", "{\"@value\":\"x\",\"@type\":\"xsd:time\"}");
        Gen<string> name = Gen.OneOf<string>("uid", "@type", "permission", "prohibition", "obligation", "duty", "action", "target", "assignee", "constraint", "leftOperand", "operator", "rightOperand", "and",
            "partOf", "source", "refinement", "inheritFrom", "sotw:context", "report:rule", "report:ruleReport", "ex:x", "@graph", "@context", "dct:issued", "rightOperandReference");
        Gen<string> value = Gen.Recursive<string>((depth, inner) => depth > 4
            ? leaf
            : Gen.Frequency((2, leaf), (2, Gen.Select(name, inner, (n, v) => $"\"{n}\":{v}").Array[0, 4].Select(p => $"{{{string.Join(',', p)}}}")), (1, inner.Array[0, 3].Select(a => $"[{string.Join(',', a)}]"))));
        Gen.Select(value, value, value, Gen.Int[0, 7]).Sample(
            (a, b, c, mix) =>
            {
                try
                {
                    string policy = (mix & 1) == 0 ? a : Policy($"{{\"permission\":[{{\"action\":\"use\"}},{a}]");
                    string request = (mix & 2) == 0 ? b : Request($",\"sotw:context\":{b}");
                    return OdrlEvaluation.Evaluate(policy, request, (mix & 4) == 0 ? c : State($",{c}")).Length > 0;
                }
                catch (DomainException refusal)
                {
                    return refusal.Error == LicensingErrors.OdrlInvalid;
                }
            },
            iter: 5_000);
    }
}
