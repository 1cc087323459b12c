using AutoMapper;
using DataCatalog.Core.Audit;

namespace DataCatalog.Server.Api.Audit;

/// <summary>One change or decision, hash-chained to the one before.</summary>
public sealed class AuditEventModel
{
    /// <summary>Place in the chain: 1 for the first, without gaps.</summary>
    public long Sequence { get; set; }

    /// <summary>When.</summary>
    public DateTime At { get; set; }

    /// <summary>Id of who did it.</summary>
    public Guid ActorId { get; set; }

    /// <summary>Name of who did it.</summary>
    public string ActorName { get; set; } = "";

    /// <summary>What was done.</summary>
    public string Action { get; set; } = "";

    /// <summary>Kind of thing it was done to.</summary>
    public string SubjectType { get; set; } = "";

    /// <summary>Id of the thing.</summary>
    public Guid SubjectId { get; set; }

    /// <summary>What changed, before and after, as JSON.</summary>
    public string Changes { get; set; } = "";

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>Request it was part of.</summary>
    public string? RequestId { get; set; }

    /// <summary>Hash of the event before.</summary>
    public string PreviousHash { get; set; } = "";

    /// <summary>SHA-256 over all the fields above.</summary>
    public string Hash { get; set; } = "";
}

/// <summary>How audit events are shown.</summary>
public sealed class AuditMapping : Profile
{
    /// <summary>Makes the map.</summary>
    public AuditMapping() => CreateProjection<AuditEvent, AuditEventModel>();
}
