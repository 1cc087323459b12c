using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Interop.Odrl;

/// <summary>What a policy comes to for a request (https://w3id.org/force/compliance-report).</summary>
/// <param name="Policy">IRI of the policy.</param>
/// <param name="Request">IRI of the request.</param>
/// <param name="Created">The time of the state of the world.</param>
/// <param name="Rules">What each rule comes to.</param>
internal sealed record ComplianceReport(string Policy, string Request, DateTimeOffset Created, IReadOnlyList<RuleReport> Rules);

/// <summary>What a rule comes to.</summary>
/// <param name="Kind">Kind of the rule.</param>
/// <param name="Rule">IRI or blank label of the rule.</param>
/// <param name="Request">IRI or blank label of the permission that is asked for.</param>
/// <param name="Active">Whether the rule is in force for the request.</param>
/// <param name="Attempted">Whether what it is about is attempted.</param>
/// <param name="Premises">What its being in force rests on.</param>
/// <param name="Conditions">IRIs of the reports on its duties that the state of the world has.</param>
internal sealed record RuleReport(RuleKind Kind, string Rule, string Request, bool Active, bool Attempted, IReadOnlyList<PremiseReport> Premises, IReadOnlyList<string> Conditions)
{
    /// <summary>Local name of the performance state, or null where it is not told.</summary>
    public string? Performance { get; init; }

    /// <summary>Local name of the deontic state, or null where it is not told.</summary>
    public string? Deontic { get; init; }
}

/// <summary>Whether a premise holds.</summary>
/// <param name="Type">Local name of its type, as in <c>TargetReport</c>.</param>
/// <param name="Satisfied">Whether it holds.</param>
internal sealed record PremiseReport(string Type, bool Satisfied)
{
    /// <summary>The constraint, where it is about one.</summary>
    public Constraint? Constraint { get; init; }

    /// <summary>Values of the left operand.</summary>
    public IReadOnlyList<Value> Left { get; init; } = [];

    /// <summary>Of a logical constraint: its parts.</summary>
    public IReadOnlyList<PremiseReport> Parts { get; init; } = [];
}
