using System.Text.Json;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Odrl.JsonLd;

namespace DataCatalog.Interop.Odrl;

/// <summary>What is asked: an ODRL request with one or more permissions.</summary>
/// <param name="Uid">Its IRI.</param>
/// <param name="Permissions">What it asks for.</param>
internal sealed record EvaluationRequest(string Uid, IReadOnlyList<Asked> Permissions)
{
    private const string Field = "Request";

    /// <summary>Reads it from its expanded document.</summary>
    /// <exception cref="DomainException"><c>odrl-invalid</c>, with the path of the fault.</exception>
    public static EvaluationRequest Read(JsonElement document, IReadOnlyList<LdNode> nodes)
    {
        IReadOnlyList<Policy> requests = PolicyReader.ReadAll(document, Field, Strictness.Form);
        Policy request = requests.FirstOrDefault(r => r.Kind == PolicyKind.Request) ?? requests[0];
        List<Rule> permissions = [.. request.Rules.Where(r => r.Kind == RuleKind.Permission)];
        if (permissions.Count == 0) throw new DomainException(LicensingErrors.OdrlInvalid, Field, "/permission", "the request asks for no permission");
        LdNode node = nodes.First(n => PolicyReader.UidOf(n) == request.Uid && n.Has(Iris.Odrl + "permission"));
        return new EvaluationRequest(request.Uid, [.. permissions.Zip(node.Values(Iris.Odrl + "permission"), (rule, item) => new Asked(rule, Context(rule, item)))]);
    }

    // What the request says of its circumstances stands in its context; its constraints and refinements say the same.
    private static List<Constraint> Context(Rule rule, LdItem item) =>
    [
        .. (item is LdReference reference ? reference.Node.Values(ReportNames.Context) : []).Select(c => PolicyReader.ReadConstraint(c, Field)),
        .. rule.Constraints,
        .. rule.Actions.SelectMany(a => a.Refinements),
        .. rule.Targets.Concat(rule.Assignees).SelectMany(s => s.Refinements),
    ];
}

/// <summary>One permission that is asked for.</summary>
/// <param name="Rule">As the request writes it.</param>
/// <param name="Context">What it says of its circumstances.</param>
internal sealed record Asked(Rule Rule, IReadOnlyList<Constraint> Context);
