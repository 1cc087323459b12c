namespace DataCatalog.Core.Licensing.UseCheck.Mix;

/// <summary>The answer to a <see cref="MixQuestion"/>.</summary>
public sealed record MixDecision
{
    /// <summary>The answer for the whole: a yes only where each part is a yes and none conflict; else the firmest no among the parts.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Each part's own answer, in the order asked.</summary>
    public required IReadOnlyList<MixPart> Parts { get; init; }

    /// <summary>All duties of the parts, once each for each source of terms.</summary>
    public IReadOnlyList<OwedDuty> Duties { get; init; } = [];

    /// <summary>First instant at which any part's answer may be another; null where nothing known changes one.</summary>
    public DateTimeOffset? HoldsUntil { get; init; }

    /// <summary>Release classes that cannot go together, with the parts of each.</summary>
    public IReadOnlyList<MixConflict> Conflicts { get; init; } = [];

    /// <summary>Keys of the smallest set to leave out for a yes, in the order asked; empty where the answer is yes. Leaving all out is no yes, but the last resort.</summary>
    public IReadOnlyList<string> LeaveOut { get; init; } = [];

    /// <summary>Whether <see cref="LeaveOut"/> is proved to be smallest; false where there were too many conflicting classes to be sure, and it is merely enough.</summary>
    public bool LeaveOutIsSmallest { get; init; } = true;
}

/// <summary>One part's answer.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Decision">Its answer.</param>
public sealed record MixPart(string Key, Decision Decision);

/// <summary>Two release classes that cannot be part of one release.</summary>
/// <param name="ClassA">One.</param>
/// <param name="ClassB">The other; the same where its works cannot be combined among themselves.</param>
/// <param name="KeysA">Permitted parts of the one, in the order asked.</param>
/// <param name="KeysB">Permitted parts of the other.</param>
public sealed record MixConflict(string ClassA, string ClassB, IReadOnlyList<string> KeysA, IReadOnlyList<string> KeysB)
{
    /// <summary>Each pair of parts in conflict; made one by one, since there can be millions.</summary>
    public IEnumerable<(string A, string B)> Pairs => ClassA == ClassB
        ? KeysA.SelectMany((a, i) => KeysA.Skip(i + 1).Select(b => (a, b)))
        : KeysA.SelectMany(a => KeysB.Select(b => (a, b)));
}
