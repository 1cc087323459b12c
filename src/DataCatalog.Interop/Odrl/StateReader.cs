using System.Text.Json;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Odrl.JsonLd;

namespace DataCatalog.Interop.Odrl;

/// <summary>Reads a state of the world: the current time, memberships, reports on duties, and values of left operands.</summary>
internal static class StateReader
{
    private const string Field = "State";
    private static readonly string[] PartOf = [Iris.Odrl + "partOf", "http://purl.org/dc/terms/isPartOf"];
    private static readonly string[] Broader = ["http://www.w3.org/2000/01/rdf-schema#subClassOf", "http://www.w3.org/2004/02/skos/core#broader"];

    /// <summary>Reads it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="others">Nodes of the policy's and the request's documents, whose memberships count too.</param>
    /// <exception cref="DomainException"><c>odrl-invalid</c>, with the path of the fault.</exception>
    public static StateOfTheWorld Read(JsonElement document, IEnumerable<LdNode> others)
    {
        List<LdNode> nodes = [.. LdNodes.Reachable(PolicyReader.Expand(document, Field))];
        (Memberships parts, Memberships wider) = (new Memberships(), new Memberships());
        foreach (LdNode node in nodes.Concat(LdNodes.Reachable(others))) AddTo(parts, wider, node);
        var duties = new Dictionary<string, KnownDuty>(StringComparer.Ordinal);
        foreach (LdNode report in nodes.Where(n => n.Types.Contains(ReportNames.Report + "DutyReport")))
        {
            if (Iri(report, ReportNames.Rule) is { } duty) duties[duty] = new KnownDuty(report.Iri, State(report, "attemptState"), State(report, "performanceState"), State(report, "deonticState"));
        }

        List<Constraint> facts = [.. Told(nodes).Select(n => PolicyReader.ReadConstraint(new LdReference(n.Path, n), Field))];
        return new StateOfTheWorld(Time(nodes), parts, wider, duties, facts);
    }

    // A party is no member of its class, nor an asset a part of its: only values are what their classes and wider terms are.
    private static void AddTo(Memberships parts, Memberships wider, LdNode node)
    {
        if (node.Iri is not { } member) return;
        foreach (string whole in Named(node, PartOf))
        {
            parts.Add(member, whole);
            wider.Add(member, whole);
        }

        foreach (string whole in Named(node, Broader).Concat(node.Types)) wider.Add(member, whole);
    }

    private static IEnumerable<string> Named(LdNode node, string[] properties) => properties.SelectMany(node.Values).OfType<LdReference>().Select(r => r.Node.Iri).OfType<string>();

    // A constraint is a fact where it stands by itself, in the state or in a context; within anything else, as a rule, it is a part of that.
    private static IEnumerable<LdNode> Told(List<LdNode> nodes)
    {
        HashSet<LdNode> parts = [.. nodes.SelectMany(n => n.Properties.Where(p => p != ReportNames.Context && !(IsState(n) && !p.StartsWith(Iris.Odrl, StringComparison.Ordinal))).SelectMany(n.Values))
            .OfType<LdReference>().Select(r => r.Node)];
        return nodes.Where(n => n.Has(Iris.Odrl + "leftOperand") && !parts.Contains(n));
    }

    private static bool IsState(LdNode node) =>
        node.Has(ReportNames.State + ReportNames.CurrentTime) || node.Properties.SelectMany(node.Values).Any(i => i is LdReference { Node: var time } && IsTime(time));

    private static bool IsTime(LdNode node) => node.Iri is ReportNames.Temp + ReportNames.CurrentTime or ReportNames.State + ReportNames.CurrentTime;

    private static string? State(LdNode report, string property) =>
        Iri(report, ReportNames.Report + property) is { } iri && iri.StartsWith(ReportNames.Report, StringComparison.Ordinal) ? iri[ReportNames.Report.Length..] : null;

    private static DateTimeOffset Time(List<LdNode> nodes)
    {
        IEnumerable<LdItem> told = nodes.Where(IsTime).SelectMany(n => n.Values(ReportNames.Issued))
            .Concat(nodes.SelectMany(n => n.Values(ReportNames.State + ReportNames.CurrentTime)));
        LdLiteral time = told.OfType<LdLiteral>().FirstOrDefault() ?? throw Invalid("", "it does not say the current time: temp:currentTime dct:issued an xsd:dateTime with its zone");
        var written = new LdLiteral(time.Path, time.Text, time.Kind, "http://www.w3.org/2001/XMLSchema#dateTime", null, time.Context);
        return PolicyReader.ReadValue(written, Field).Instant;
    }

    private static string? Iri(LdNode node, string property) => node.Values(property).OfType<LdReference>().FirstOrDefault()?.Node.Iri;

    private static DomainException Invalid(string path, string why) => new(LicensingErrors.OdrlInvalid, Field + path, path.Length == 0 ? "/" : path, why);
}
