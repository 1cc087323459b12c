namespace DataCatalog.Core.Licensing.Odrl;

/// <summary>Kind of a rule (ODRL 2.2, section 2.6).</summary>
public enum RuleKind
{
    /// <summary>The action may be done.</summary>
    Permission,

    /// <summary>The action may not be done.</summary>
    Prohibition,

    /// <summary>The action must be done: an obligation of the policy, a permission's duty, a prohibition's remedy or a duty's consequence.</summary>
    Duty,
}

/// <summary>A permission, prohibition or duty.</summary>
public sealed record Rule
{
    /// <summary>Its kind.</summary>
    public required RuleKind Kind { get; init; }

    /// <summary>Its IRI, or null for a blank node.</summary>
    public string? Uid { get; init; }

    /// <summary>What may, may not or must be done; more than one stands for as many rules (section 2.7).</summary>
    public required IReadOnlyList<RuleAction> Actions { get; init; }

    /// <summary>The assets it is about; empty where none is named.</summary>
    public IReadOnlyList<Subject> Targets { get; init; } = [];

    /// <summary>Who gives the rule; empty where none is named.</summary>
    public IReadOnlyList<Subject> Assigners { get; init; } = [];

    /// <summary>Whom the rule is for; empty where none is named.</summary>
    public IReadOnlyList<Subject> Assignees { get; init; } = [];

    /// <summary>Parties and assets in other roles (<c>compensatedParty</c>, <c>output</c>, …).</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>What limits it; all must hold.</summary>
    public IReadOnlyList<Constraint> Constraints { get; init; } = [];

    /// <summary>Of a permission: what must be done for it.</summary>
    public IReadOnlyList<Rule> Duties { get; init; } = [];

    /// <summary>Of a prohibition: what must be done where it was broken.</summary>
    public IReadOnlyList<Rule> Remedies { get; init; } = [];

    /// <summary>Of a duty: what must be done besides where it was not done.</summary>
    public IReadOnlyList<Rule> Consequences { get; init; } = [];

    /// <summary>Where the contract says so, or null.</summary>
    public Clause? Clause { get; init; }

    /// <summary>What else is said of it.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];

    /// <summary>Whether it names whom it is for, and a party is none of them; one that is only described may be anybody.</summary>
    /// <param name="party">IRI of the party.</param>
    /// <param name="partyIn">IRIs of the collections that it is a member of.</param>
    public bool IsForOthers(string party, IReadOnlyCollection<string> partyIn) =>
        Assignees.Count > 0 && Assignees.All(a => !MayBe(a, party, partyIn));

    /// <summary>The rule as a party is told of it: of those whom it names, the party alone.</summary>
    /// <param name="party">IRI of the party.</param>
    /// <param name="partyIn">IRIs of the collections that it is a member of.</param>
    public Rule ToldTo(string party, IReadOnlyCollection<string> partyIn) =>
        Assignees.Count < 2 ? this : this with { Assignees = [.. Assignees.Where(a => MayBe(a, party, partyIn))] };

    private static bool MayBe(Subject assignee, string party, IReadOnlyCollection<string> partyIn) => assignee.Iri is not { } iri || iri == party || partyIn.Contains(iri);
}

/// <summary>Where a contract's paper says what a rule says (profile property <c>clause</c>).</summary>
/// <param name="Article">Number of the article, as in <c>제7조 2항</c>.</param>
/// <param name="Words">The clause's own words, or null.</param>
public sealed record Clause(string Article, string? Words);

/// <summary>An action, perhaps narrowed (section 2.4.1).</summary>
/// <param name="Iri">Full IRI of the action.</param>
/// <param name="Refinements">What narrows it; all must hold.</param>
public sealed record RuleAction(string Iri, IReadOnlyList<Constraint> Refinements)
{
    /// <summary>The node's own IRI where the action is narrowed and has one, or null.</summary>
    public string? Uid { get; init; }

    /// <summary>What else is said of it.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];
}

/// <summary>An asset or a party that a rule names: one, or the members of a collection, perhaps only those that refinements leave (sections 2.2.2 and 2.3.2).</summary>
/// <param name="Iri">IRI of the asset or party or of the collection (<c>source</c> where the collection gives one, else its uid); null for one that is only described.</param>
/// <param name="Collection">Whether it stands for each member of a collection.</param>
/// <param name="Refinements">Which members are meant; empty for all.</param>
public sealed record Subject(string? Iri, bool Collection, IReadOnlyList<Constraint> Refinements)
{
    /// <summary>The node's own IRI where it differs from <see cref="Iri"/>, or null.</summary>
    public string? Uid { get; init; }

    /// <summary>What else is said of it.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];
}

/// <summary>A party or asset in a role other than target, assigner and assignee.</summary>
/// <param name="Function">IRI of the role.</param>
/// <param name="Subject">Who or what.</param>
public sealed record Role(string Function, Subject Subject);
