using System.Text;
using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>Tells duties apart by what they say, wherever they were written.</summary>
internal static class DutyText
{
    /// <summary>The same text for duties that ask for the same of the same, and for no others: lists and words are led by their lengths, so that none can imitate another.</summary>
    public static string Of(Rule duty)
    {
        var text = new StringBuilder();
        Add(text, duty);
        return text.ToString();
    }

    private static void Add(StringBuilder text, Rule duty)
    {
        Each(text, duty.Actions, a => Named(text, a.Iri, a.Refinements));
        Each(text, duty.Targets, t => Named(text, t.Iri, t.Refinements));
        Each(text, duty.Assigners, a => Named(text, a.Iri, a.Refinements));
        Each(text, duty.Assignees, a => Named(text, a.Iri, a.Refinements));
        Each(text, duty.Roles, r => Named(Words(text, r.Function), r.Subject.Iri, r.Subject.Refinements));
        Each(text, duty.Constraints, c => Add(text, c));
        Each(text, duty.Consequences, c => Add(text, c));
    }

    private static void Named(StringBuilder text, string? iri, IReadOnlyList<Constraint> refinements) =>
        Each(Words(text, iri), refinements, r => Add(text, r));

    private static void Add(StringBuilder text, Constraint constraint)
    {
        if (constraint is LogicalConstraint logical)
        {
            Each(text.Append(logical.Connective), logical.Operands, o => Add(text, o));
        }
        else if (constraint is Comparison comparison)
        {
            Words(Words(text.Append(comparison.Operator).Append(comparison.ByReference), comparison.LeftOperand), comparison.Unit);
            Each(text, comparison.Right, r => Words(text.Append(r.Type), r.Text));
        }
    }

    private static StringBuilder Words(StringBuilder text, string? words) => text.Append(words?.Length).Append(':').Append(words);

    private static void Each<T>(StringBuilder text, IReadOnlyList<T> items, Action<T> add)
    {
        text.Append(items.Count).Append('*');
        foreach (T item in items) add(item);
    }
}
