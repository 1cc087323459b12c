using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Entitlements.UseChecks;

/// <summary>The answer to a question about one or a few datasets.</summary>
public sealed record UseAnswer
{
    /// <summary>The answer for all together: a yes only where each is a yes.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>First instant at which the answer may be another; null where nothing known changes it.</summary>
    public DateTimeOffset? HoldsUntil { get; init; }

    /// <summary>The instant asked about.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>As known when.</summary>
    public DateTimeOffset KnownAt { get; init; }

    /// <summary>Key of the consortium.</summary>
    public string Consortium { get; init; } = "";

    /// <summary>Id of the recorded decision, where it was recorded.</summary>
    public Guid? DecisionId { get; init; }

    /// <summary>The answer for each dataset and action.</summary>
    public IReadOnlyList<DatasetAnswer> Answers { get; init; } = [];

    /// <summary>Release classes of licences that cannot be met at once: why the whole is a no where each part is a yes.</summary>
    public IReadOnlyList<ConflictAnswer> Conflicts { get; init; } = [];

    /// <summary>All duties, once each.</summary>
    public IReadOnlyList<DutyAnswer> Duties { get; init; } = [];

    /// <summary>Facts and duties that nobody said anything of and that would settle the answer.</summary>
    public IReadOnlyList<string> MissingFacts { get; init; } = [];
}

/// <summary>The answer for one dataset and action.</summary>
public sealed record DatasetAnswer
{
    /// <summary>Key of the dataset.</summary>
    public string Dataset { get; init; } = "";

    /// <summary>The action.</summary>
    public string Action { get; init; } = "";

    /// <summary>The answer.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>First instant at which the answer may be another; null where nothing known changes it.</summary>
    public DateTimeOffset? HoldsUntil { get; init; }

    /// <summary>The kind of terms that decided; null where none said anything.</summary>
    public LayerKind? Layer { get; init; }

    /// <summary>The licence, agreement number or exemption that decided.</summary>
    public string? Source { get; init; }

    /// <summary>Version of the terms that decided.</summary>
    public int? TermsVersion { get; init; }

    /// <summary>SHA-256 of the terms that decided.</summary>
    public string? TermsSha256 { get; init; }

    /// <summary>Id of the entitlement through which they hold.</summary>
    public Guid? EntitlementId { get; init; }

    /// <summary>Each rule about the action, and what became of it.</summary>
    public IReadOnlyList<RuleAnswer> Rules { get; init; } = [];

    /// <summary>What must be done when the permission is used.</summary>
    public IReadOnlyList<DutyAnswer> Duties { get; init; } = [];

    /// <summary>Facts and duties that would settle the answer.</summary>
    public IReadOnlyList<string> MissingFacts { get; init; } = [];

    /// <summary>What would make it a yes; each by itself is one way.</summary>
    public IReadOnlyList<WayAnswer> Ways { get; init; } = [];

    /// <summary>The answer in plain sentences, in the reader's language.</summary>
    public IReadOnlyList<string> Sentences { get; init; } = [];
}

/// <summary>What became of one rule.</summary>
public sealed record RuleAnswer
{
    /// <summary>Permission or prohibition.</summary>
    public RuleKind Kind { get; init; }

    /// <summary>Kind of terms it stands in.</summary>
    public LayerKind Layer { get; init; }

    /// <summary>The licence, agreement number or exemption.</summary>
    public string Source { get; init; } = "";

    /// <summary>Version of the terms.</summary>
    public int TermsVersion { get; init; }

    /// <summary>SHA-256 of the terms.</summary>
    public string TermsSha256 { get; init; } = "";

    /// <summary>Where it stands there.</summary>
    public string Path { get; init; } = "";

    /// <summary>What it is about.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>Number of the contract's article that says so.</summary>
    public string? Article { get; init; }

    /// <summary>The article's own words.</summary>
    public string? Words { get; init; }

    /// <summary>Whether it is a reading of a licence rather than what the licence says in so many words.</summary>
    public bool Interpretation { get; init; }

    /// <summary>What the officers said who read the licence so.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether all its premises hold.</summary>
    public Satisfaction Outcome { get; init; }

    /// <summary>Whether it counted in the answer.</summary>
    public bool Counted { get; init; }

    /// <summary>Whether its terms are in force at that instant.</summary>
    public bool InForce { get; init; }

    /// <summary>Each premise.</summary>
    public IReadOnlyList<PremiseAnswer> Premises { get; init; } = [];
}

/// <summary>One condition of a rule.</summary>
public sealed record PremiseAnswer
{
    /// <summary>What it is about.</summary>
    public PremiseKind Kind { get; init; }

    /// <summary>Whether it holds.</summary>
    public Satisfaction Satisfaction { get; init; }

    /// <summary>The fact compared, or how parts are joined; null where it is no constraint.</summary>
    public string? LeftOperand { get; init; }

    /// <summary>How it is compared.</summary>
    public string? Operator { get; init; }

    /// <summary>The values required.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>The values given; empty where none were.</summary>
    public IReadOnlyList<string> Given { get; init; } = [];

    /// <summary>The duty's action, where it is one.</summary>
    public string? Duty { get; init; }

    /// <summary>Its parts, where it joins several.</summary>
    public IReadOnlyList<PremiseAnswer> Parts { get; init; } = [];
}

/// <summary>A duty that follows the use.</summary>
public sealed record DutyAnswer
{
    /// <summary>What must be done.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>Kind of terms that ask for it.</summary>
    public LayerKind Layer { get; init; }

    /// <summary>The licence, agreement number or exemption.</summary>
    public string Source { get; init; } = "";

    /// <summary>Number of the contract's article that says so.</summary>
    public string? Article { get; init; }

    /// <summary>The article's own words.</summary>
    public string? Words { get; init; }

    /// <summary>When and how: the duty's conditions.</summary>
    public IReadOnlyList<PremiseAnswer> Conditions { get; init; } = [];
}

/// <summary>One way to a yes.</summary>
public sealed record WayAnswer
{
    /// <summary>What to do.</summary>
    public WayKind Kind { get; init; }

    /// <summary>The terms meant; null where none are.</summary>
    public string? Source { get; init; }

    /// <summary>The rule meant.</summary>
    public string? Path { get; init; }

    /// <summary>What must come to hold, or must not.</summary>
    public IReadOnlyList<PremiseAnswer> Premises { get; init; } = [];
}
