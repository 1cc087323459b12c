using DataCatalog.Interop.Odrl;
using static DataCatalog.Interop.Tests.Odrl.Documents;

namespace DataCatalog.Interop.Tests.Odrl;

/// <summary>What counts as known, who is a member of what, when duties are violated, and what becomes of what cannot be read.</summary>
public sealed class OdrlSemanticsTests
{
    private const string ForResearch = """{"permission":{"uid":"ex:r","constraint":{"leftOperand":"purpose","operator":"eq","rightOperand":{"uid":"ex:research"}}}""";

    /// <summary>Only what names values is a fact, wherever the request says it.</summary>
    [Theory]
    [InlineData("""{"leftOperand":"purpose","operator":"eq","rightOperand":{"uid":"ex:research"}}""", "Active")]
    [InlineData("""{"leftOperand":"purpose","operator":"neq","rightOperand":{"uid":"ex:research"}}""", "Inactive")]
    [InlineData("""{"leftOperand":"purpose","operator":"isNoneOf","rightOperand":{"uid":"ex:research"}}""", "Inactive")]
    [InlineData("""{"leftOperand":"purpose","operator":"isAnyOf","rightOperand":{"uid":"ex:research"}}""", "Active")]
    [InlineData("""{"leftOperand":"purpose","operator":"isAnyOf","rightOperand":[{"uid":"ex:research"},{"uid":"ex:sales"}]}""", "Inactive")]
    [InlineData("""{"and":[{"leftOperand":"count","operator":"eq","rightOperand":1},{"leftOperand":"purpose","operator":"isA","rightOperand":{"uid":"ex:research"}}]}""", "Active")]
    [InlineData("""{"or":[{"leftOperand":"purpose","operator":"eq","rightOperand":{"uid":"ex:research"}},{"leftOperand":"purpose","operator":"eq","rightOperand":{"uid":"ex:sales"}}]}""", "Inactive")]
    [InlineData("""{"leftOperand":"purpose","operator":"ex:like","rightOperand":{"uid":"ex:research"}}""", "Inactive")]
    public void Evaluate_FactsOfTheRequest(string told, string expected)
    {
        Assert.Equal(expected, Activations(ForResearch, $",\"sotw:context\":{told}", ""));
        Assert.Equal(expected, Activations(ForResearch, $",\"constraint\":{told}", ""));
        Assert.Equal(expected, Activations(ForResearch, "", "", $"{{\"rdf:value\":{{\"uid\":\"odrl:read\"}},\"refinement\":{told}}}"));
    }

    /// <summary>A constraint of the state is a fact where it stands by itself or in a context, not as a part of something else.</summary>
    [Theory]
    [InlineData("""{"leftOperand":"purpose","operator":"eq","rightOperand":{"uid":"ex:research"}}""", "Active")]
    [InlineData("""{"leftOperand":"purpose","operator":"gt","rightOperand":{"uid":"ex:research"}}""", "Inactive")]
    [InlineData("""{"uid":"ex:other","sotw:context":{"leftOperand":"purpose","operator":"eq","rightOperand":{"uid":"ex:research"}}}""", "Active")]
    [InlineData("""{"uid":"ex:other","constraint":{"leftOperand":"purpose","operator":"eq","rightOperand":{"uid":"ex:research"}}}""", "Inactive")]
    [InlineData("""{"uid":"ex:other","ex:likes":{"leftOperand":"purpose","operator":"eq","rightOperand":{"uid":"ex:research"}}}""", "Inactive")]
    [InlineData("""{"uid":"ex:other","constraint":{"uid":"ex:c"}},{"uid":"ex:c","leftOperand":"purpose","operator":"eq","rightOperand":{"uid":"ex:research"}}""", "Inactive")]
    public void Evaluate_FactsOfTheState(string told, string expected) => Assert.Equal(expected, Activations(ForResearch, "", "," + told));

    /// <summary>Of several values a permission needs each, a prohibition one.</summary>
    [Theory]
    [InlineData("isA")]
    [InlineData("isPartOf")]
    public void Evaluate_SeveralValues(string comparison)
    {
        string constraint = $$""" "constraint":{"leftOperand":"purpose","operator":"{{comparison}}","rightOperand":{"uid":"ex:Science"} } """;
        Assert.Equal("Inactive Active", Activations(
            $"{{\"permission\":{{\"uid\":\"ex:r\",{constraint}}},\"prohibition\":{{\"uid\":\"ex:s\",{constraint}}}",
            ""","sotw:context":{"leftOperand":"purpose","operator":"eq","rightOperand":[{"uid":"ex:research"},{"uid":"ex:sales"}]}""",
            """ ,{"uid":"ex:research","rdfs:subClassOf":{"uid":"ex:Science"}} """));
    }

    /// <summary>What is of a class is a value of it, but no member of a collection.</summary>
    [Theory]
    [InlineData(""" "target":"ex:Book" """, """{"uid":"ex:x","@type":"ex:Book"}""", "Inactive")]
    [InlineData(""" "target":{"@type":"AssetCollection","uid":"ex:Book"} """, """{"uid":"ex:x","rdfs:subClassOf":{"uid":"ex:Book"}}""", "Inactive")]
    [InlineData(""" "target":{"@type":"AssetCollection","uid":"ex:Book"} """, """{"uid":"ex:x","partOf":"ex:Book"}""", "Active")]
    [InlineData(""" "assignee":"ex:Person" """, """{"uid":"ex:alice","@type":"ex:Person"}""", "Inactive")]
    [InlineData(""" "assignee":"ex:Person" """, """{"uid":"ex:alice","partOf":"ex:Person"}""", "Active")]
    public void Evaluate_Members(string named, string told, string expected) => Assert.Equal(expected, Activations($"{{\"permission\":{{\"uid\":\"ex:r\",{named}}}", "", "," + told));

    /// <summary>A duty that nobody is known to have done is violated when its time is over.</summary>
    [Theory]
    [InlineData("lt", "2024-01-01T00:00:00Z", null, "Inactive")]
    [InlineData("lteq", "2024-01-01T00:00:00Z", "Attempted Unperformed NonSet", "Inactive")]
    [InlineData("eq", "2024-01-01T00:00:00Z", "Attempted Unknown NonSet", "Inactive")]
    [InlineData("lt", "2024-01-01T00:00:00Z", "Attempted Performed NonSet", "Active")]
    [InlineData("lt", "2024-01-01T00:00:00Z", "- Unknown Fulfilled", "Active")]
    [InlineData("lt", "2025-01-01T00:00:00Z", null, "Active")]
    [InlineData("lt", "2025-01-01T00:00:00Z", "Attempted Unperformed Violated", "Inactive")]
    [InlineData("eq", "2025-01-01T00:00:00Z", null, "Active")]
    [InlineData("gt", "2025-01-01T00:00:00Z", null, "Active")]
    [InlineData("neq", "2024-02-12T11:20:10.999Z", null, "Active")]
    [InlineData("lt", "soon", null, "Active")]
    public void Evaluate_DutyWithDeadline(string comparison, string time, string? states, string expected)
    {
        string deadline = $$"""{"leftOperand":"dateTime","operator":"{{comparison}}","rightOperand":{"@type":"xsd:dateTime","@value":"{{time}}"} }""";
        string told = states is null ? "" : DutyReport(states);
        string Active(string constraint) => Activations($"{{\"permission\":{{\"uid\":\"ex:r\",\"duty\":{{\"uid\":\"ex:d\",\"action\":\"compensate\",\"constraint\":{constraint}}}}}", "", told);
        string Joined(string logic) => $"{{\"{logic}\":[{deadline},{{\"leftOperand\":\"count\",\"operator\":\"lt\",\"rightOperand\":3}}]}}";
        Assert.Equal(expected, Active(deadline));
        Assert.Equal(expected, Active(Joined("and")));
        Assert.Equal(states?.EndsWith("Violated", StringComparison.Ordinal) == true ? "Inactive" : "Active", Active(Joined("or")));
    }

    [Theory]
    [InlineData(null, "NotAttempted", "Unknown", "NonSet")]
    [InlineData("Attempted Unperformed NonSet", "Attempted", "Unperformed", "NonSet")]
    [InlineData("Attempted Unknown Violated", "Attempted", "Unknown", "Violated")]
    [InlineData("NotAttempted Unperformed Violated", "NotAttempted", "Unperformed", "Violated")]
    [InlineData("- Performed Fulfilled", "Attempted", "Performed", "Fulfilled")]
    public void Evaluate_Obligation_StatesAsTold(string? states, string attempt, string performance, string deontic)
    {
        string report = OdrlEvaluation.Evaluate(Policy("""{"obligation":{"uid":"ex:d","action":"compensate"}"""), Request(""), State(states is null ? "" : DutyReport(states)));
        Assert.Equal([$"DutyReport http://example.org/d http://example.org/qp {attempt} Active"], Reports.Rules(report));
        Assert.Contains($"report:{performance}\"", report, StringComparison.Ordinal);
        Assert.Contains($"report:{deontic}\"", report, StringComparison.Ordinal);
    }

    /// <summary>Times as XML Schema writes them; without a zone in UTC.</summary>
    [Theory]
    [InlineData("lt", "dateTime", "2025-01-01T00:00:00", "Active")]
    [InlineData("lt", "dateTime", "2024-02-12T11:20:11", "Active")]
    [InlineData("lt", "dateTime", "2024-02-12T11:20:10", "Inactive")]
    [InlineData("lt", "dateTime", "2024-02-12T12:00:00+01:00", "Inactive")]
    [InlineData("lt", "dateTime", "2024-02-12T11:20:10.999123456Z", "Active")]
    [InlineData("lt", "dateTime", "2024-02-12T24:00:00Z", "Active")]
    [InlineData("gt", "dateTime", "2024-02-11T24:00:00.0", "Active")]
    [InlineData("lt", "dateTime", "2025-01-01T00:00Z", "Active")]
    [InlineData("lt", "dateTime", "9999-12-31T24:00:00Z", "Inactive")]
    [InlineData("lt", "dateTime", "9999-12-31T23:59:59-14:00", "Inactive")]
    [InlineData("neq", "dateTime", "2024-02-30T00:00:00Z", "Inactive")]
    [InlineData("lt", "date", "2025-01-01Z", "Active")]
    [InlineData("eq", "date", "2024-02-12", "Active")]
    [InlineData("eq", "date", "2024-02-13+14:00", "Active")]
    [InlineData("eq", "date", "2024-02-12+14:00", "Inactive")]
    public void Evaluate_Times(string comparison, string type, string time, string expected) => Assert.Equal(expected, Activations(
        $$$"""{"permission":{"uid":"ex:r","constraint":{"leftOperand":"dateTime","operator":"{{{comparison}}}","rightOperand":{"@type":"xsd:{{{type}}}","@value":"{{{time}}}"} } }""", "", ""));

    [Fact]
    public void Evaluate_NoZoneInTheCurrentTime_IsUtc()
    {
        string state = State("").Replace("10.999Z", "10.999", StringComparison.Ordinal);
        Assert.Contains("\"2024-02-12T11:20:10.999Z\"", OdrlEvaluation.Evaluate(Policy(ForResearch), Request(""), state), StringComparison.Ordinal);
    }

    /// <summary>What cannot be read does not hold or is passed over, and nothing else is lost by it.</summary>
    [Theory]
    [InlineData(""" "constraint":{"leftOperand":"purpose","operator":"ex:like","rightOperand":"x"} """, "Inactive")]
    [InlineData(""" "constraint":{"leftOperand":"count","operator":"neq","rightOperand":{"@type":"xsd:integer","@value":"few"}} """, "Inactive")]
    [InlineData(""" "constraint":{"leftOperand":"count","operator":"lteq","rightOperand":{"@type":"xsd:double","@value":"1E308"}} """, "Active")]
    [InlineData(""" "constraint":{"leftOperand":"count","operator":"gt","rightOperand":{"@type":"xsd:double","@value":"-INF"}} """, "Active")]
    [InlineData(""" "constraint":{"leftOperand":"count","operator":"lteq","rightOperand":{"@type":"xsd:double","@value":"NaN"}} """, "Inactive")]
    [InlineData(""" "constraint":{"or":[{"leftOperand":"count"},{"leftOperand":"count","operator":"eq","rightOperand":5}]} """, "Active")]
    [InlineData(""" "odrl:failure":"x" """, "Active")]
    [InlineData(""" "duty":{"uid":"ex:d","action":5} """, "Active")]
    [InlineData(""" "action":5 """, "Inactive")]
    [InlineData(""" "@type":"Prohibition" """, "Inactive")]
    public void Evaluate_Unreadable(string part, string expected) => Assert.Equal(expected + " Active", Activations(
        $"{{\"inheritFrom\":\"ex:nowhere\",\"odrl:foo\":1,\"conflict\":\"ex:odd\",\"permission\":[{{\"uid\":\"ex:r\",{part}}},{{\"uid\":\"ex:s\",\"action\":\"read\"}}]",
        ""","sotw:context":{"leftOperand":"count","operator":"eq","rightOperand":5}""",
        """ ,{"leftOperand":"count","operator":"eq"} """));

    [Fact]
    public void Evaluate_NoRules_AnEmptyReport() => Assert.Empty(Reports.Activations(OdrlEvaluation.Evaluate(Policy("""{"target":"ex:x" """), Request(""), State(""))));

    /// <summary>A document in which each constraint refers twice to the next stays refused, and quickly.</summary>
    [Fact]
    public void Evaluate_TooManyParts_Refused()
    {
        string chain = string.Join(',', Enumerable.Range(0, 50).Select(i => $"{{\"uid\":\"ex:c{i}\",\"and\":[{{\"uid\":\"ex:c{i + 1}\"}},{{\"@list\":[{{\"uid\":\"ex:c{i + 1}\"}}]}}]}}"));
        Assert.Throws<Core.Common.DomainException>(() => Activations($"{{\"ex:also\":[{chain}],\"permission\":{{\"uid\":\"ex:r\",\"constraint\":{{\"uid\":\"ex:c0\"}}}}", "", ""));
    }
}
