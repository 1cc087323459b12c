using System.Text;
using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>Tells duties apart by what they say, wherever they were written.</summary>
internal static class DutyText
{
    /// <summary>The same text for duties that ask for the same of the same.</summary>
    public static string Of(Rule duty)
    {
        var text = new StringBuilder();
        Each(text, duty.Actions, a => Named(text, a.Iri, a.Refinements));
        Each(text, duty.Targets, t => Named(text, t.Iri, t.Refinements));
        Each(text, duty.Assigners, a => Named(text, a.Iri, a.Refinements));
        Each(text, duty.Assignees, a => Named(text, a.Iri, a.Refinements));
        Each(text, duty.Roles, r => Named(text.Append(r.Function), r.Subject.Iri, r.Subject.Refinements));
        Each(text, duty.Constraints, c => Add(text, c));
        Each(text, duty.Consequences, c => text.Append(Of(c)));
        return text.ToString();
    }

    private static void Named(StringBuilder text, string? iri, IReadOnlyList<Constraint> refinements)
    {
        text.Append(' ').Append(iri);
        Each(text, refinements, r => Add(text, r));
    }

    private static void Add(StringBuilder text, Constraint constraint)
    {
        if (constraint is LogicalConstraint logical)
        {
            text.Append(logical.Connective);
            Each(text, logical.Operands, o => Add(text, o));
        }
        else if (constraint is Comparison comparison)
        {
            text.Append(comparison.LeftOperand).Append(' ').Append(comparison.Operator).Append(comparison.ByReference ? " by reference" : "").Append(' ').Append(comparison.Unit);
            Each(text, comparison.Right, r => text.Append(r.Type).Append(' ').Append(r.Text));
        }
    }

    private static void Each<T>(StringBuilder text, IReadOnlyList<T> items, Action<T> add)
    {
        text.Append('[');
        foreach (T item in items)
        {
            add(item);
            text.Append('\n');
        }

        text.Append(']');
    }
}
