using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Tests.Support;

/// <summary>A policy told member by member, without the writer: what has no order is sorted, texts that are IRIs count as such.</summary>
internal static class Members
{
    public static string Of(Policy policy) => Join(policy.Uid, policy.Kind, policy.Conflict, Sorted(policy.Profiles), Sorted(policy.Rules.Select(Of)), policy.Annotations.Count);

    private static string Of(Rule rule) => Join(
        rule.Kind, rule.Uid, Set(rule.Actions.Select(Of)), Set(rule.Targets.Select(Of)), Set(rule.Assigners.Select(Of)), Set(rule.Assignees.Select(Of)),
        Set(rule.Roles.Select(r => Join(r.Function, Of(r.Subject)))), Sorted(rule.Constraints.Select(Of)), Sorted(rule.Duties.Select(Of)), Sorted(rule.Remedies.Select(Of)),
        Sorted(rule.Consequences.Select(Of)), rule.Clause?.Article, rule.Clause?.Words, rule.Annotations.Count);

    private static string Of(RuleAction action) => Join(action.Iri, Sorted(action.Refinements.Select(Of)));

    private static string Of(Subject subject) => Join(subject.Iri, subject.Uid == subject.Iri ? null : subject.Uid, subject.Collection, Sorted(subject.Refinements.Select(Of)), subject.Annotations.Count);

    private static string Of(Constraint constraint) => constraint switch
    {
        Comparison c => Join(c.Uid, c.LeftOperand, c.Operator, Set(c.Right.Select(v => v.Type + v.Text)), c.ByReference, c.Unit, c.Status?.Text, c.Annotations.Count),
        LogicalConstraint { Connective: Connective.AndSequence } l => Join(l.Uid, l.Connective, string.Join(';', l.Operands.Select(Of))),
        LogicalConstraint l => Join(l.Uid, l.Connective, Sorted(l.Operands.Select(Of))),
        _ => throw new ArgumentException("unknown", nameof(constraint)),
    };

    private static string Join(params object?[] parts) => $"({string.Join('|', parts)})";

    private static string Sorted(IEnumerable<string> parts) => string.Join(';', parts.Order(StringComparer.Ordinal));

    private static string Set(IEnumerable<string> parts) => Sorted(parts.Distinct());
}
