using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>What the terms answer.</summary>
public enum Verdict
{
    /// <summary>Yes.</summary>
    Permitted,

    /// <summary>No: a prohibition holds.</summary>
    Prohibited,

    /// <summary>No: nothing permits it.</summary>
    NotPermitted,

    /// <summary>No: what would permit it does not hold on that day.</summary>
    NotInForce,

    /// <summary>Not known: a fact is missing; not a yes.</summary>
    Undetermined,
}

/// <summary>Whether something holds, where it can be told.</summary>
public enum Satisfaction
{
    /// <summary>It does not hold.</summary>
    No,

    /// <summary>A fact is missing.</summary>
    Unknown,

    /// <summary>It holds.</summary>
    Yes,
}

/// <summary>The answer to a <see cref="UseQuestion"/>, with every reason.</summary>
public sealed record Decision
{
    /// <summary>The answer.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The layer that decided, or null where none said anything.</summary>
    public Layer? DecidedBy { get; init; }

    /// <summary>First instant at which this answer may be another (exclusive end of its validity); null where nothing known changes it.</summary>
    public DateTimeOffset? HoldsUntil { get; init; }

    /// <summary>Each rule of each layer that is about the action, and what became of it.</summary>
    public IReadOnlyList<RuleReason> Reasons { get; init; } = [];

    /// <summary>What must be done when the permission is used, once each.</summary>
    public IReadOnlyList<OwedDuty> Duties { get; init; } = [];

    /// <summary>What is to be known to settle an undetermined answer: full IRIs of left operands whose values are missing, and of the actions of duties that come first and of which nobody says that they are done; in ordinal order.</summary>
    public IReadOnlyList<string> MissingFacts { get => field ??= Missing.Of(this); init; }

    /// <summary>What would make a no or an unknown a yes; each entry by itself is one way.</summary>
    public IReadOnlyList<Way> Ways { get => field ??= WayFinder.Find(this); init; }
}

/// <summary>What became of one rule.</summary>
/// <param name="Layer">Whose rule.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Path">Where it stands in its policy, as in <c>/permission/0</c>.</param>
/// <param name="Outcome">Whether all its premises hold; a permission with a duty that comes first holds only when that duty is done.</param>
/// <param name="Premises">Each premise.</param>
public sealed record RuleReason(Layer Layer, Rule Rule, string Path, Satisfaction Outcome, IReadOnlyList<Premise> Premises)
{
    /// <summary>Whether the rule counted in the answer: false where its layer does not hold at that instant, was overruled by a higher layer, or lost a conflict.</summary>
    public bool Counted { get; init; }

    /// <summary>Whether its layer holds at the instant asked about.</summary>
    public bool InForce { get; init; }
}

/// <summary>What a premise is about.</summary>
public enum PremiseKind
{
    /// <summary>The rule's action is the asked one or includes it.</summary>
    Action,

    /// <summary>The asker is the rule's assignee.</summary>
    Party,

    /// <summary>The dataset is the rule's target.</summary>
    Target,

    /// <summary>A constraint or refinement.</summary>
    Constraint,

    /// <summary>A duty that must be done first.</summary>
    Duty,

    /// <summary>The right through which the terms hold is for the action and the model asked about.</summary>
    Right,
}

/// <summary>One condition of a rule, whether it holds, and why.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Satisfaction">Whether it holds.</param>
public sealed record Premise(PremiseKind Kind, Satisfaction Satisfaction)
{
    /// <summary>The constraint, where it is one.</summary>
    public Constraint? Constraint { get; init; }

    /// <summary>Values that were given for it; null where none were.</summary>
    public IReadOnlyList<Value>? Given { get; init; }

    /// <summary>Of a logical constraint: its parts.</summary>
    public IReadOnlyList<Premise> Parts { get; init; } = [];

    /// <summary>The duty, where it is one.</summary>
    public Rule? Duty { get; init; }
}

/// <summary>A duty that follows the use.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="Layer">Whose.</param>
public sealed record OwedDuty(Rule Duty, Layer Layer);

/// <summary>One way to a yes.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Reason">The rule that would then permit, or prohibit no longer.</param>
/// <param name="Premises">What must come to hold, or must not.</param>
public sealed record Way(WayKind Kind, RuleReason? Reason, IReadOnlyList<Premise> Premises);

/// <summary>Kinds of <see cref="Way"/>.</summary>
public enum WayKind
{
    /// <summary>Give the facts named.</summary>
    GiveFacts,

    /// <summary>Meet the premises named: change the plan, or do the duty.</summary>
    MeetPremises,

    /// <summary>Ask within the time in which the terms hold.</summary>
    AskWithinTerm,

    /// <summary>Amend the terms: nothing else leads to a yes.</summary>
    AmendTerms,

    /// <summary>Get a right under an agreement that permits it: nothing prohibits it.</summary>
    AskForRight,
}
