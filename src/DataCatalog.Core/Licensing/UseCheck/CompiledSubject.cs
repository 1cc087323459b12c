using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck.Constraints;

namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>An action, asset or party that a rule names, with what narrows it.</summary>
internal sealed class CompiledSubject(string? iri, CompiledConstraint[] refinements)
{
    /// <summary>Its IRI, or null where it is only described.</summary>
    public string? Iri { get; } = iri;

    /// <summary>What narrows it.</summary>
    public CompiledConstraint[] Refinements { get; } = refinements;

    public static CompiledSubject Of(RuleAction action, Func<string, string, bool> includes) => new(action.Iri, Ready(action.Refinements, includes));

    public static CompiledSubject Of(Subject subject, Func<string, string, bool> includes) => new(subject.Iri, Ready(subject.Refinements, includes));

    /// <summary>IRIs by which some subjects can be found; null where there are none or one is only described, so that anything may be meant.</summary>
    public static IReadOnlyCollection<string>? Keys(CompiledSubject[] subjects) =>
        subjects.Length == 0 || Array.Exists(subjects, s => s.Iri is null) ? null : [.. subjects.Select(s => s.Iri!).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether what is asked may be one of some subjects, leaving refinements aside.</summary>
    public static bool AreNamed(CompiledSubject[] subjects, string asked, IReadOnlyCollection<string> collections) =>
        subjects.Length == 0 || Array.Exists(subjects, s => s.IsNamed(asked, collections));

    /// <summary>Whether what is asked is one of some subjects. A rule that names nobody, or nothing, is for whoever its layer is for, and about all that its layer covers.</summary>
    public static Satisfaction Matches(CompiledSubject[] subjects, string asked, IReadOnlyCollection<string> collections, Known known, bool any)
    {
        Satisfaction result = subjects.Length == 0 ? Satisfaction.Yes : Satisfaction.No;
        for (int i = 0; i < subjects.Length && result != Satisfaction.Yes; i++) result = Kleene.Or(result, subjects[i].Matches(asked, collections, known, any));
        return result;
    }

    /// <summary>Whether it is meant by what is asked: by name or as a collection that what is asked belongs to. Without a name, only refinements can tell.</summary>
    private Satisfaction Matches(string asked, IReadOnlyCollection<string> collections, Known known, bool any)
    {
        if (Iri is null && Refinements.Length == 0) return Satisfaction.Unknown;
        return IsNamed(asked, collections) ? Refined(known, any) : Satisfaction.No;
    }

    /// <summary>Whether what is asked may be meant by it, leaving refinements aside.</summary>
    public bool IsNamed(string asked, IReadOnlyCollection<string> collections) =>
        Iri is null || string.Equals(Iri, asked, StringComparison.Ordinal) || (collections.Count > 0 && collections.Contains(Iri));

    /// <summary>Whether its refinements hold.</summary>
    public Satisfaction Refined(Known known, bool any)
    {
        Satisfaction result = Satisfaction.Yes;
        foreach (CompiledConstraint refinement in Refinements) result = Kleene.And(result, refinement.Evaluate(known, any));
        return result;
    }

    private static CompiledConstraint[] Ready(IReadOnlyList<Constraint> refinements, Func<string, string, bool> includes) =>
        refinements.Count == 0 ? [] : [.. refinements.Select(r => CompiledConstraint.Of(r, includes))];
}
