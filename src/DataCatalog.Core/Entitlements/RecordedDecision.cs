using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Entitlements;

/// <summary>An answer of the use-check that was recorded, with all that is needed to give it again; append-only.</summary>
public sealed class RecordedDecision : Entity
{
    private RecordedDecision() { }

    /// <summary>For which consortium it was asked.</summary>
    public Guid ConsortiumId { get; private set; }

    /// <summary>Who asked.</summary>
    public string AskedBy { get; private set; } = null!;

    /// <summary>The model it was asked for, or null.</summary>
    public Guid? ModelId { get; private set; }

    /// <summary>Key of the dataset; null where several were asked about.</summary>
    public string? DatasetKey { get; private set; }

    /// <summary>How many datasets it is about.</summary>
    public int DatasetCount { get; private set; }

    /// <summary>The answer.</summary>
    public Verdict Verdict { get; private set; }

    /// <summary>First instant at which the answer may be another, UTC; null where nothing known changes it.</summary>
    public DateTime? HoldsUntil { get; private set; }

    /// <summary>The instant asked about, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>As known at which instant, UTC.</summary>
    public DateTime KnownAt { get; private set; }

    /// <summary>When it was recorded, UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>The question as asked, with the terms' versions and hashes that answered it, as JSON.</summary>
    public string Question { get; private set; } = null!;

    /// <summary>The answer in full, as JSON.</summary>
    public string Decision { get; private set; } = null!;

    /// <summary>Records an answer.</summary>
    public static RecordedDecision Of(RecordedDecisionFacts facts, Actor by, TimeProvider clock) => new()
    {
        Id = Ids.New(clock), AskedBy = by.Name, ConsortiumId = facts.ConsortiumId, ModelId = facts.ModelId, DatasetKey = facts.DatasetKey, DatasetCount = facts.DatasetCount,
        Verdict = facts.Verdict, HoldsUntil = facts.HoldsUntil?.UtcDateTime, At = facts.At.UtcDateTime, KnownAt = facts.KnownAt.UtcDateTime, RecordedAt = clock.Instant(),
        Question = facts.Question, Decision = facts.Decision,
    };
}

/// <summary>What is recorded of an answer.</summary>
public sealed record RecordedDecisionFacts
{
    /// <summary>For which consortium.</summary>
    public required Guid ConsortiumId { get; init; }

    /// <summary>For which model, or null.</summary>
    public Guid? ModelId { get; init; }

    /// <summary>About which dataset, or null for several.</summary>
    public string? DatasetKey { get; init; }

    /// <summary>About how many datasets.</summary>
    public required int DatasetCount { get; init; }

    /// <summary>The answer.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Until when it holds, or null.</summary>
    public DateTimeOffset? HoldsUntil { get; init; }

    /// <summary>The instant asked about.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>As known when.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>The question as JSON.</summary>
    public required string Question { get; init; }

    /// <summary>The answer as JSON.</summary>
    public required string Decision { get; init; }
}
