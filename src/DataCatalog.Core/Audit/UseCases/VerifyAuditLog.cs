using DataCatalog.Core.Common;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Audit.UseCases;

/// <summary>Follows the whole audit log, event by event, and holds it against a checkpoint where one is given (domain rule 23).</summary>
public sealed class VerifyAuditLog(IRegistryDb db)
{
    /// <summary>Who may have it followed: those who may read it.</summary>
    public const Roles Readers = Roles.Compliance | Roles.ProgrammeAdmin | Roles.Auditor;

    /// <summary>Follows it; rows stream by, so that a long log needs no more memory than a short one.</summary>
    /// <exception cref="DomainException">The caller's roles do not allow it.</exception>
    public Task<ChainVerdict> HandleAsync(Checkpoint? checkpoint, CancellationToken cancellation)
    {
        db.Actor.Require(Readers);
        return HashChain.VerifyAsync(db.AuditEvents.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable(), checkpoint, cancellation);
    }
}
