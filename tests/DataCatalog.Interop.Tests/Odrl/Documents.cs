using DataCatalog.Interop.Odrl;

namespace DataCatalog.Interop.Tests.Odrl;

/// <summary>Writes the three documents of an evaluation: Alice asks on 2024-02-12 whether she may read X.</summary>
internal static class Documents
{
    private const string Context = """ "@context":["http://www.w3.org/ns/odrl.jsonld",{"ex":"http://example.org/","temp":"http://example.com/request/","sotw":"https://w3id.org/force/sotw#","report":"https://w3id.org/force/compliance-report#"}] """;
    private const string ReadAction = "\"read\"";

    /// <summary>For each rule whether it is active.</summary>
    public static string Activations(string policy, string context, string facts, string action = ReadAction) =>
        Reports.Activations(OdrlEvaluation.Evaluate(Policy(policy), Request(context, action), State(facts)));

    /// <summary>A policy; the body is an object that is not closed.</summary>
    public static string Policy(string body) => $"{body},{Context},\"@type\":\"Set\",\"uid\":\"ex:p\"}}";

    /// <summary>A request with more properties of its permission, a comma before them.</summary>
    public static string Request(string context, string action = ReadAction) =>
        $"{{{Context},\"@type\":\"Request\",\"uid\":\"ex:q\",\"permission\":{{\"uid\":\"ex:qp\",\"action\":{action},\"assignee\":\"ex:alice\",\"target\":\"ex:x\"{context}}}}}";

    /// <summary>A state of the world with more nodes, a comma before them.</summary>
    public static string State(string facts) =>
        $"{{{Context},\"uid\":\"ex:w\",\"ex:includes\":[{{\"uid\":\"temp:currentTime\",\"dct:issued\":{{\"@type\":\"xsd:dateTime\",\"@value\":\"2024-02-12T11:20:10.999Z\"}}}}{facts}]}}";

    /// <summary>A report on the duty <c>ex:d</c>, a comma before it: attempt state (or <c>-</c>), performance state and deontic state.</summary>
    public static string DutyReport(string states)
    {
        string[] each = states.Split(' ');
        string State(string name, string state) => $"\"report:{name}State\":{{\"uid\":\"report:{state}\"}},";
        string attempt = each[0] == "-" ? "" : State("attempt", each[0]);
        return $",{{\"@type\":\"report:DutyReport\",\"uid\":\"ex:dr\",{attempt}{State("performance", each[1])}{State("deontic", each[2])}\"report:rule\":{{\"uid\":\"ex:d\"}}}}";
    }
}
