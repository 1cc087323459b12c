using System.Collections.Frozen;
using System.Text.Json;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.Odrl;

/// <summary>
/// Actions with what includes them, and left operands with the values they take: ODRL 2.2 and Creative Commons' actions, the drafts for AI, the registry's
/// profile, and what TDMRep and RSL call the same. Immutable; further actions make a new vocabulary.
/// </summary>
public sealed class OdrlVocabulary
{
    private static readonly Lazy<OdrlVocabulary> Published = new(VocabularyFile.Read);
    private readonly FrozenDictionary<string, ActionTerm> actions;
    private readonly FrozenDictionary<string, OperandTerm> operands;
    private readonly FrozenDictionary<string, FrozenSet<string>> wider;
    private readonly FrozenDictionary<string, string> shortNames;

    internal OdrlVocabulary(IReadOnlyCollection<ActionTerm> actions, IReadOnlyCollection<OperandTerm> operands)
    {
        this.actions = actions.ToFrozenDictionary(a => a.Iri, StringComparer.Ordinal);
        this.operands = operands.ToFrozenDictionary(o => o.Iri, StringComparer.Ordinal);
        wider = Inclusions.Of(this.actions);
        shortNames = ShortNames(this.actions.Keys.Concat(this.operands.Keys));
    }

    /// <summary>The registry's own vocabulary.</summary>
    public static OdrlVocabulary Default => Published.Value;

    /// <summary>Its actions.</summary>
    public IReadOnlyCollection<ActionTerm> Actions => actions.Values;

    /// <summary>Its left operands.</summary>
    public IReadOnlyCollection<OperandTerm> LeftOperands => operands.Values;

    /// <summary>Whether an action (first) is another (second) or includes it, through any number of steps.</summary>
    public bool Includes(string general, string specific) =>
        string.Equals(general, specific, StringComparison.Ordinal) || (wider.TryGetValue(specific, out FrozenSet<string>? above) && above.Contains(general));

    /// <summary>Full IRIs of all actions that include this one, itself not among them unless another is the same.</summary>
    public IReadOnlySet<string> Including(string action) => wider.GetValueOrDefault(action, FrozenSet<string>.Empty);

    /// <summary>The action of an IRI, or null.</summary>
    public ActionTerm? Action(string iri) => actions.GetValueOrDefault(iri);

    /// <summary>The left operand of an IRI, or null.</summary>
    public OperandTerm? LeftOperand(string iri) => operands.GetValueOrDefault(iri);

    /// <summary>The full IRI of an action's or left operand's short name: ODRL's where it has one, else the profile's; null where neither has.</summary>
    public string? Resolve(string shortName) => shortNames.GetValueOrDefault(shortName);

    /// <summary>The vocabulary with actions added; one that is there already takes the added inclusions too.</summary>
    /// <exception cref="DomainException"><c>odrl-invalid</c> where actions would include one another in a circle.</exception>
    public OdrlVocabulary With(params IReadOnlyCollection<ActionTerm> more)
    {
        if (more.Count == 0) return this;
        var all = new Dictionary<string, ActionTerm>(actions, StringComparer.Ordinal);
        foreach (ActionTerm added in more)
        {
            all[added.Iri] = all.TryGetValue(added.Iri, out ActionTerm? known)
                ? known with { IncludedIn = [.. known.IncludedIn.Union(added.IncludedIn)], SameAs = [.. known.SameAs.Union(added.SameAs)] }
                : added;
        }

        return new OdrlVocabulary(all.Values, [.. operands.Values]);
    }

    /// <summary>The vocabulary with the actions that a policy declares.</summary>
    public OdrlVocabulary For(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return With(policy.DeclaredActions);
    }

    private static FrozenDictionary<string, string> ShortNames(IEnumerable<string> iris)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string space in (string[])[Iris.Odrl, Iris.Profile])
        {
            foreach (string iri in iris.Where(i => i.StartsWith(space, StringComparison.Ordinal))) names.TryAdd(iri[space.Length..], iri);
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

/// <summary>An action of the vocabulary.</summary>
/// <param name="Iri">Full IRI.</param>
/// <param name="IncludedIn">Full IRIs of the actions that it is a kind of (<c>odrl:includedIn</c>); several may stand side by side.</param>
public sealed record ActionTerm(string Iri, IReadOnlyList<string> IncludedIn)
{
    /// <summary>Actions that mean the same (<c>skos:exactMatch</c>).</summary>
    public IReadOnlyList<string> SameAs { get; init; } = [];

    /// <summary>Whether ODRL 2.2 has given it up.</summary>
    public bool Deprecated { get; init; }

    /// <summary>Whether the published ODRL context has its short name, so that any reader understands it bare.</summary>
    public bool Bare { get; init; }
}

/// <summary>What values a left operand takes.</summary>
public enum OperandKind
{
    /// <summary>Of any kind.</summary>
    Any,

    /// <summary>Days and instants.</summary>
    Instant,

    /// <summary>ISO 8601 durations.</summary>
    Duration,

    /// <summary>Numbers, perhaps with a unit.</summary>
    Number,

    /// <summary>Numbers from 0 to 100.</summary>
    Percentage,

    /// <summary>Numbers with a currency.</summary>
    Money,

    /// <summary>IRIs and codes.</summary>
    Name,
}

/// <summary>A left operand of the vocabulary.</summary>
/// <param name="Iri">Full IRI.</param>
/// <param name="Kind">What values it takes.</param>
/// <param name="Bare">Whether the published ODRL context has its short name.</param>
public sealed record OperandTerm(string Iri, OperandKind Kind, bool Bare = false);
