using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Obligations;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>Keeps and gives out documents.</summary>
public sealed class KeepDocument(IRegistryDb db, IDocumentStore documents)
{
    private const string Kept = "document.kept";

    /// <summary>Keeps one, and says in the audit log who brought it.</summary>
    /// <exception cref="DomainException">It is too large or empty, or the caller only reads.</exception>
    public async Task<StoredDocument> HandleAsync(Stream content, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ConsortiumMember | Roles.Compliance | Roles.ProgrammeAdmin);
        StoredDocument kept = await documents.KeepAsync(content, cancellation);
        await db.WriteAsync(_ =>
        {
            db.Record(new AuditEntry(Kept, "Document", SubjectOf(kept.Sha256), kept.Sha256));
            return Task.FromResult(kept);
        }, cancellation);
        return kept;
    }

    /// <summary>A document that the caller may refer to: it brought it, or may see it already. Knowing a hash is not having the document.</summary>
    /// <exception cref="DomainException"><c>no-document</c>.</exception>
    internal async Task<StoredDocument> RequireAsync(string sha256, string field, CancellationToken cancellation)
    {
        Guid subject = SubjectOf(sha256), actor = db.Actor.Id;
        StoredDocument? kept = documents.Find(sha256);
        bool may = kept is not null && (db.Actor.SeesEverything
            || await db.AuditEvents.IgnoreQueryFilters().AnyAsync(e => e.SubjectId == subject && e.ActorId == actor && e.Action == Kept, cancellation)
            || await FindAsync(sha256, cancellation) is not null);
        return may ? kept! : throw new DomainException(ComplianceErrors.NoDocument, field, sha256);
    }

    /// <summary>What is known of a document that a row refers to which the caller may see, with the name it has there; to others it is not there.</summary>
    public async Task<(StoredDocument Document, string? Name)?> FindAsync(string sha256, CancellationToken cancellation)
    {
        if (documents.Find(sha256) is not { } kept) return null;
        string? name = await db.Agreements.SelectMany(a => a.Documents).Where(d => d.Sha256 == sha256).OrderBy(d => d.Id).Select(d => d.Name).FirstOrDefaultAsync(cancellation);
        bool referred = name is not null
            || await db.DataCopies.AnyAsync(c => c.CertificateSha256 == sha256, cancellation)
            || await db.Obligations.SelectMany(o => o.Evidence).AnyAsync(e => e.Sha256 == sha256, cancellation);
        return referred ? (kept, name) : null;
    }

    private static Guid SubjectOf(string sha256) => new(Convert.FromHexString(sha256).AsSpan(0, 16));
}
