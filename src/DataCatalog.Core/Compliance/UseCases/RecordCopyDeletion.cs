using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Obligations;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>Records that a copy was deleted; its row stays.</summary>
public sealed class RecordCopyDeletion(IRegistryDb db, IDocumentStore documents, Calendar calendar)
{
    /// <summary>Records it.</summary>
    /// <param name="id">Which.</param>
    /// <param name="expected">The version that the caller read; null where that does not matter.</param>
    /// <param name="on">The day it was deleted; today where absent.</param>
    /// <param name="how">How.</param>
    /// <param name="certificate">SHA-256 of an uploaded document that certifies it, or null.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">It is not there or another consortium's, was deleted before, the day or the document is not right, or the caller only reads.</exception>
    public async Task<DataCopy> HandleAsync(Guid id, long? expected, DateOnly? on, string? how, string? certificate, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ConsortiumMember | Roles.Compliance | Roles.ProgrammeAdmin);
        string? sha256 = certificate is null ? null : Check.Sha256(certificate, "CertificateSha256");
        if (sha256 is not null) await new KeepDocument(db, documents).RequireAsync(sha256, "CertificateSha256", cancellation);
        return await db.WriteAsync(async token =>
        {
            bool all = db.Actor.SeesEverything;
            Guid? consortium = db.Actor.ConsortiumId;
            DataCopy copy = await db.DataCopies.Where(c => all || c.ConsortiumId == consortium).GetAsync(id, expected, token);
            copy.Delete(Check.Day(on, "On") ?? calendar.Today, how, sha256, calendar.Today, db.Actor);
            db.Record(new AuditEntry("copy.deleted", nameof(DataCopy), copy.Id, copy.DeletedHow));
            return copy;
        }, cancellation);
    }
}
