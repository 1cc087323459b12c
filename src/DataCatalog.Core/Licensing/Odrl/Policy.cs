namespace DataCatalog.Core.Licensing.Odrl;

/// <summary>Kind of a policy (ODRL 2.2 information model, section 2.1; vocabulary, section 3.1).</summary>
public enum PolicyKind
{
    /// <summary>Rules without named parties; the default.</summary>
    Set,

    /// <summary>An assigner offers.</summary>
    Offer,

    /// <summary>An assigner and an assignee agreed.</summary>
    Agreement,

    /// <summary>An assignee asks.</summary>
    Request,

    /// <summary>A party asserts.</summary>
    Assertion,

    /// <summary>About personal data.</summary>
    Privacy,

    /// <summary>Whoever holds it may act.</summary>
    Ticket,
}

/// <summary>What happens where a permission and a prohibition of one policy meet (ODRL 2.2, section 2.10).</summary>
public enum ConflictStrategy
{
    /// <summary>The policy is invalid as a whole; the default.</summary>
    Invalid,

    /// <summary>The permission wins.</summary>
    Permit,

    /// <summary>The prohibition wins.</summary>
    Prohibit,
}

/// <summary>An ODRL 2.2 policy (https://www.w3.org/TR/odrl-model/): what was written, in memory; immutable.</summary>
/// <remarks>What the policy says once for all its rules (compact policies, section 2.7.1) stands in each rule here.</remarks>
public sealed record Policy
{
    /// <summary>The policy's IRI.</summary>
    public required string Uid { get; init; }

    /// <summary>Its kind.</summary>
    public PolicyKind Kind { get; init; }

    /// <summary>Its conflict strategy, or null where it names none.</summary>
    public ConflictStrategy? Conflict { get; init; }

    /// <summary>IRIs of the profiles it follows.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>IRIs of the policies it inherits from (section 2.9).</summary>
    public IReadOnlyList<string> InheritFrom { get; init; } = [];

    /// <summary>Its permissions, prohibitions and obligations, in the order they were written.</summary>
    public IReadOnlyList<Rule> Rules { get; init; } = [];

    /// <summary>Actions that the policy itself declares (<c>odrl:includedIn</c>), for <see cref="OdrlVocabulary.For"/>.</summary>
    public IReadOnlyList<ActionTerm> DeclaredActions { get; init; } = [];

    /// <summary>What else is said of it, kept but not decided by.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];

    /// <summary>The policy as a party is told of it: without the rules that are for others, and without the others that share its own.</summary>
    /// <param name="party">IRI of the party.</param>
    /// <param name="partyIn">IRIs of the collections that it is a member of.</param>
    public Policy ToldTo(string party, IReadOnlyCollection<string> partyIn) =>
        this with { Rules = [.. Rules.Where(r => !r.IsForOthers(party, partyIn)).Select(r => r.ToldTo(party, partyIn))] };
}

/// <summary>A statement that no rule reads, kept so that nothing is lost: a property's IRI and its value as canonical JSON-LD.</summary>
public sealed record Annotation(string Property, string Json);
