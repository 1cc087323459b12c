using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.Sentences;

/// <summary>Where a rule stands, which decides how its sentence begins.</summary>
internal enum Place
{
    /// <summary>By itself.</summary>
    Alone,

    /// <summary>Of a permission: a duty to be done before the use.</summary>
    Before,

    /// <summary>Of a permission: a duty that follows the use.</summary>
    With,

    /// <summary>Of a prohibition that was broken.</summary>
    Remedy,

    /// <summary>Of a duty that was not done.</summary>
    Consequence,
}

/// <summary>Sentences of policies and rules in one language.</summary>
internal abstract class RuleSentences
{
    /// <summary>Every sentence of a policy.</summary>
    public IEnumerable<string> Of(Policy policy)
    {
        foreach (string iri in policy.InheritFrom) yield return Inherits(iri);
        foreach (string sentence in policy.Rules.SelectMany(r => Of(r, Place.Alone))) yield return sentence;
        if (policy.Conflict is { } strategy) yield return Conflict(strategy);
    }

    /// <summary>The sentence of a rule and those of its duties, remedies and consequences.</summary>
    public IEnumerable<string> Of(Rule rule, Place place) =>
    [
        Sentence(rule, place),
        .. rule.Duties.SelectMany(d => Of(d, d.Actions.Any(a => UseCheck.DutyOrder.ComesFirst(a.Iri)) ? Place.Before : Place.With)),
        .. rule.Remedies.SelectMany(r => Of(r, Place.Remedy)),
        .. rule.Consequences.SelectMany(r => Of(r, Place.Consequence)),
    ];

    /// <summary>What happens where rules meet.</summary>
    public abstract string Conflict(ConflictStrategy strategy);

    /// <summary>That another policy's rules hold too.</summary>
    public abstract string Inherits(string iri);

    /// <summary>A condition as a clause.</summary>
    public abstract string Clause(Constraint constraint);

    /// <summary>The sentence of a rule without its duties.</summary>
    public abstract string Sentence(Rule rule, Place place);
}
