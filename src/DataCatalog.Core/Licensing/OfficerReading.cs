using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing;

/// <summary>An officer's answer to one feature of a licence, in place of the ready-made interpretation; append-only, the last one of a feature counts.</summary>
public sealed class OfficerReading
{
    /// <summary>Characters that a note may have.</summary>
    public const int LongestNote = 2000;

    private OfficerReading() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The licence.</summary>
    public Guid LicenceId { get; private set; }

    /// <summary>1 for the first of the licence, one more for each after it.</summary>
    public int Version { get; private set; }

    /// <summary>Which feature, as in <c>Training</c>.</summary>
    public string Feature { get; private set; } = null!;

    /// <summary>Yes, no, or null where the licence leaves it open.</summary>
    public bool? Value { get; private set; }

    /// <summary>Why it is read so.</summary>
    public string Note { get; private set; } = null!;

    /// <summary>When it was recorded, UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>Who recorded it.</summary>
    public string RecordedBy { get; private set; } = null!;

    internal static OfficerReading Of(Licence licence, int version, OfficerReadingInput input, Actor by, TimeProvider clock) => new()
    {
        Id = Ids.New(clock), LicenceId = licence.Id, Version = version, RecordedAt = clock.Instant(), RecordedBy = by.Name,
        Feature = Check.Text(input.Feature, nameof(Feature), 40), Value = input.Value, Note = Check.Prose(input.Note, nameof(Note), LongestNote),
    };
}

/// <summary>What an officer says of how a licence is read.</summary>
public sealed record OfficerReadingInput
{
    /// <summary>Which feature: Training, CommercialUse, ResearchOnly, Attribution, ShareAlike, Derivatives, Redistribution, WeightsAdapt or ServiceShares.</summary>
    public string? Feature { get; init; }

    /// <summary>Yes, no, or null where the licence leaves it open.</summary>
    public bool? Value { get; init; }

    /// <summary>Why it is read so.</summary>
    public string? Note { get; init; }
}
