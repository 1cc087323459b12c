namespace DataCatalog.Interop.Odrl;

/// <summary>Names of the evaluation documents: the compliance report (https://w3id.org/force/compliance-report), the request's context and the state of the world.</summary>
internal static class ReportNames
{
    public const string Report = "https://w3id.org/force/compliance-report#";
    public const string Temp = "http://example.com/request/";
    public const string State = "https://w3id.org/force/sotw#";
    public const string Context = State + "context";
    public const string CurrentTime = "currentTime";
    public const string Issued = "http://purl.org/dc/terms/issued";
    public const string RuleReport = Report + "ruleReport";
    public const string Rule = Report + "rule";
}
