namespace DataCatalog.Core.Audit;

/// <summary>One change or decision, hash-chained to the one before (domain rule 23).</summary>
public sealed class AuditEvent
{
    /// <summary>Place in the chain: 1 for the first, without gaps.</summary>
    public long Sequence { get; init; }

    /// <summary>When, UTC, in whole microseconds.</summary>
    public DateTime At { get; init; }

    /// <summary>Id of who did it; empty for the registry itself.</summary>
    public Guid ActorId { get; init; }

    /// <summary>Name of who did it.</summary>
    public required string ActorName { get; init; }

    /// <summary>What was done, as in <c>dataset.registered</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Kind of thing it was done to, as in <c>Dataset</c>.</summary>
    public required string SubjectType { get; init; }

    /// <summary>Id of the thing.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>What changed, before and after, as JSON.</summary>
    public required string Changes { get; init; }

    /// <summary>Why, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Request it was part of, or null.</summary>
    public string? RequestId { get; init; }

    /// <summary>Hash of the event before; 64 zeros for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 over all the fields above, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }
}

/// <summary>What a use case says it did; the storage adds the rest in the same transaction.</summary>
/// <param name="Action">What was done, as in <c>dataset.registered</c>.</param>
/// <param name="SubjectType">Kind of thing.</param>
/// <param name="SubjectId">Id of the thing.</param>
/// <param name="Reason">Why, or null.</param>
public sealed record AuditEntry(string Action, string SubjectType, Guid SubjectId, string? Reason = null);
