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
    private static readonly string[] PartProperties = [Iris.Odrl + "partOf", "http://www.w3.org/2000/01/rdf-schema#subClassOf", "http://www.w3.org/2004/02/skos/core#broader", "http://purl.org/dc/terms/isPartOf"];

    /// <summary>Reads it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="others">Nodes of the policy's and the request's documents, whose memberships count too.</param>
    /// <exception cref="DomainException"><c>odrl-invalid</c>, with the path of the fault.</exception>
    public static StateOfTheWorld Read(JsonElement document, IEnumerable<LdNode> others)
    {
        List<LdNode> nodes = [.. LdNodes.Reachable(PolicyReader.Expand(document, Field))];
        var memberships = new Memberships();
        foreach (LdNode node in nodes.Concat(LdNodes.Reachable(others))) AddTo(memberships, node);
        var duties = new Dictionary<string, KnownDuty>(StringComparer.Ordinal);
        foreach (LdNode report in nodes.Where(n => n.Types.Contains(ReportNames.Report + "DutyReport")))
        {
            if (Iri(report, ReportNames.Rule) is { } duty) duties[duty] = new KnownDuty(report.Iri, Iri(report, ReportNames.Report + "performanceState"), Iri(report, ReportNames.Report + "deonticState"));
        }

        List<Comparison> facts = [.. nodes.Where(n => n.Has(Iris.Odrl + "leftOperand")).Select(n => PolicyReader.ReadConstraint(new LdReference(n.Path, n), Field)).OfType<Comparison>()];
        return new StateOfTheWorld(Time(nodes), memberships, duties, facts);
    }

    private static void AddTo(Memberships memberships, LdNode node)
    {
        if (node.Iri is not { } member) return;
        foreach (string whole in PartProperties.SelectMany(node.Values).OfType<LdReference>().Select(r => r.Node.Iri).OfType<string>().Concat(node.Types)) memberships.Add(member, whole);
    }

    private static DateTimeOffset Time(List<LdNode> nodes)
    {
        IEnumerable<LdItem> told = nodes.Where(n => n.Iri is ReportNames.Temp + ReportNames.CurrentTime or ReportNames.State + ReportNames.CurrentTime).SelectMany(n => n.Values(ReportNames.Issued))
            .Concat(nodes.SelectMany(n => n.Values(ReportNames.State + ReportNames.CurrentTime)));
        LdLiteral time = told.OfType<LdLiteral>().FirstOrDefault() ?? throw Invalid("", "it does not say the current time: temp:currentTime dct:issued an xsd:dateTime with its zone");
        var written = new LdLiteral(time.Path, time.Text, time.Kind, "http://www.w3.org/2001/XMLSchema#dateTime", null, time.Context);
        return PolicyReader.ReadValue(written, Field).Instant;
    }

    private static string? Iri(LdNode node, string property) => node.Values(property).OfType<LdReference>().FirstOrDefault()?.Node.Iri;

    private static DomainException Invalid(string path, string why) => new(LicensingErrors.OdrlInvalid, Field + path, path.Length == 0 ? "/" : path, why);
}
