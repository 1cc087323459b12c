using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Entitlements.UseChecks;

/// <summary>The answer to a question about a mix.</summary>
public sealed record MixAnswer
{
    /// <summary>The answer for the whole.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>First instant at which any part's answer may be another; null where nothing known changes one.</summary>
    public DateTimeOffset? HoldsUntil { get; init; }

    /// <summary>The instant asked about.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>As known when.</summary>
    public DateTimeOffset KnownAt { get; init; }

    /// <summary>Key of the consortium.</summary>
    public string Consortium { get; init; } = "";

    /// <summary>Id of the recorded decision, where it was recorded.</summary>
    public Guid? DecisionId { get; init; }

    /// <summary>The answer for each dataset: over its actions the firmest no.</summary>
    public IReadOnlyList<MixPartAnswer> Parts { get; init; } = [];

    /// <summary>All duties, once each.</summary>
    public IReadOnlyList<DutyAnswer> Duties { get; init; } = [];

    /// <summary>Facts and duties that would settle parts that are undetermined.</summary>
    public IReadOnlyList<string> MissingFacts { get; init; } = [];

    /// <summary>Keys of the smallest set of datasets to leave out for a yes.</summary>
    public IReadOnlyList<string> LeaveOut { get; init; } = [];

    /// <summary>Whether that set is proved to be smallest.</summary>
    public bool LeaveOutIsSmallest { get; init; } = true;

    /// <summary>Release conditions of licences that cannot be met together.</summary>
    public IReadOnlyList<ConflictAnswer> Conflicts { get; init; } = [];
}

/// <summary>The answer for one dataset of a mix and one action.</summary>
public sealed record MixPartAnswer
{
    /// <summary>Key of the dataset.</summary>
    public string Dataset { get; init; } = "";

    /// <summary>The action.</summary>
    public string Action { get; init; } = "";

    /// <summary>The answer.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>First instant at which the answer may be another.</summary>
    public DateTimeOffset? HoldsUntil { get; init; }

    /// <summary>The kind of terms that decided.</summary>
    public LayerKind? Layer { get; init; }

    /// <summary>The licence, agreement number or exemption that decided.</summary>
    public string? Source { get; init; }

    /// <summary>SHA-256 of the terms that decided.</summary>
    public string? TermsSha256 { get; init; }

    /// <summary>The contract's article of the rule that decided, where one does.</summary>
    public string? Article { get; init; }
}

/// <summary>Two groups of datasets that cannot be part of one release.</summary>
public sealed record ConflictAnswer
{
    /// <summary>What the licences of the first group demand of a release.</summary>
    public string One { get; init; } = "";

    /// <summary>What those of the second demand.</summary>
    public string Other { get; init; } = "";

    /// <summary>Keys of datasets of the first group; at most 100.</summary>
    public IReadOnlyList<string> DatasetsOfOne { get; init; } = [];

    /// <summary>Keys of datasets of the second group; at most 100.</summary>
    public IReadOnlyList<string> DatasetsOfOther { get; init; } = [];
}
