using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Entitlements.UseCases.Ledger;

/// <summary>What went into a model, under which terms, and what follows for its weights.</summary>
public sealed record LedgerAnswer
{
    /// <summary>Key of the model.</summary>
    public string Model { get; init; } = "";

    /// <summary>When it was asked.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What went into it, version by version and terms by terms.</summary>
    public IReadOnlyList<LedgerEntry> Uses { get; init; } = [];

    /// <summary>What of it was not allowed.</summary>
    public IReadOnlyList<LedgerEntry> NotAllowed { get; init; } = [];

    /// <summary>What a release inherits from all its datasets: of each way to release it the strictest terms now.</summary>
    public IReadOnlyList<ReleaseAnswer> Releases { get; init; } = [];

    /// <summary>Whether its weights may be kept once an agreement has ended; one entry for each agreement.</summary>
    public IReadOnlyList<WeightsAnswer> Weights { get; init; } = [];
}

/// <summary>A dataset version that went into a model, under some terms.</summary>
public sealed record LedgerEntry
{
    /// <summary>Key of the dataset.</summary>
    public string Dataset { get; init; } = "";

    /// <summary>Number of the version.</summary>
    public string Version { get; init; } = "";

    /// <summary>When the first run began that used it.</summary>
    public DateTimeOffset FirstUsedAt { get; init; }

    /// <summary>When the last began.</summary>
    public DateTimeOffset LastUsedAt { get; init; }

    /// <summary>In how many runs.</summary>
    public int Runs { get; init; }

    /// <summary>The answer when it was used.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>The kind of terms that decided then; null where none did.</summary>
    public LayerKind? Layer { get; init; }

    /// <summary>The licence, agreement or exemption that decided then.</summary>
    public string? Source { get; init; }

    /// <summary>Version of the terms then.</summary>
    public int? TermsVersion { get; init; }

    /// <summary>SHA-256 of the terms then.</summary>
    public string? TermsSha256 { get; init; }
}

/// <summary>What a way to release a model inherits.</summary>
public sealed record ReleaseAnswer
{
    /// <summary>The way: releaseWeights or offerService.</summary>
    public string Action { get; init; } = "";

    /// <summary>The answer for all datasets together.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>First instant at which it may be another.</summary>
    public DateTimeOffset? HoldsUntil { get; init; }

    /// <summary>The datasets that stand against it, with the clauses that decide.</summary>
    public IReadOnlyList<MixPartAnswer> Against { get; init; } = [];

    /// <summary>What licences demand of the release, once each.</summary>
    public IReadOnlyList<string> ReleaseClasses { get; init; } = [];

    /// <summary>Demands that cannot be met together.</summary>
    public IReadOnlyList<ConflictAnswer> Conflicts { get; init; } = [];

    /// <summary>Duties that go with it, once each.</summary>
    public IReadOnlyList<DutyAnswer> Duties { get; init; } = [];
}

/// <summary>Whether weights may be kept once an agreement has ended.</summary>
public sealed record WeightsAnswer
{
    /// <summary>Number of the agreement.</summary>
    public string Agreement { get; init; } = "";

    /// <summary>Its last day; null where it is open-ended.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>What its terms say.</summary>
    public WeightsAfterEnd AfterEnd { get; init; }

    /// <summary>Number of the contract's article that says so.</summary>
    public string? Article { get; init; }

    /// <summary>The article's own words.</summary>
    public string? Words { get; init; }

    /// <summary>Keys of the datasets that its terms say so of.</summary>
    public IReadOnlyList<string> Datasets { get; init; } = [];
}

/// <summary>What terms say of weights after their end, from the mildest to the strictest that can be read from them.</summary>
public enum WeightsAfterEnd
{
    /// <summary>They may be kept.</summary>
    MayBeKept,

    /// <summary>The terms say nothing of it.</summary>
    TermsSayNothing,

    /// <summary>They must be destroyed.</summary>
    MustBeDestroyed,
}
