using System.Text.Json;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Odrl.JsonLd;

namespace DataCatalog.Interop.Odrl;

/// <summary>Evaluates ODRL policies as the public test suite does: policy, request and state of the world in, compliance report out, all JSON-LD.</summary>
public static class OdrlEvaluation
{
    /// <summary>The compliance report.</summary>
    /// <param name="policy">Document with one or more policies.</param>
    /// <param name="request">Document with the request.</param>
    /// <param name="state">Document with the state of the world.</param>
    /// <exception cref="DomainException"><c>odrl-invalid</c> with the document and the path of the fault.</exception>
    public static string Evaluate(string policy, string request, string state)
    {
        using JsonDocument policies = PolicyReader.Parse(policy, "Policy");
        using JsonDocument asked = PolicyReader.Parse(request, "Request");
        using JsonDocument world = PolicyReader.Parse(state, "State");
        IReadOnlyList<Policy> read = PolicyReader.ReadAll(policies.RootElement, "Policy", Strictness.Form);
        IReadOnlyList<LdNode> nodes = PolicyReader.Expand(asked.RootElement, "Request");
        EvaluationRequest wanted = EvaluationRequest.Read(asked.RootElement, nodes);
        StateOfTheWorld facts = StateReader.Read(world.RootElement, [.. PolicyReader.Expand(policies.RootElement, "Policy"), .. nodes]);
        return ReportWriter.Write([.. read.Where(p => p.Kind != PolicyKind.Request).Select(p => Evaluate(p, read, wanted, facts))]);
    }

    private static ComplianceReport Evaluate(Policy policy, IReadOnlyList<Policy> all, EvaluationRequest request, StateOfTheWorld state)
    {
        Policy? Find(string uid) => all.FirstOrDefault(p => p.Uid == uid) is { } found ? OfPresent(found) : null;

        // Rules of a parent that is not here cannot be reported; the policy's own can.
        Policy OfPresent(Policy child) => child with { InheritFrom = [.. child.InheritFrom.Where(parent => all.Any(p => p.Uid == parent))] };

        return new PolicyEvaluator(Inheritance.Resolve(OfPresent(policy), Find, "Policy"), request, state).Evaluate();
    }
}
