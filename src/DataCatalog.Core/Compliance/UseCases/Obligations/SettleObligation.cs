using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Obligations;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases.Obligations;

/// <summary>What is done with an obligation: the consortium shows that it is fulfilled, compliance accepts, sends back or waives.</summary>
public sealed class SettleObligation(IRegistryDb db, IDocumentStore documents, TimeProvider clock)
{
    /// <summary>Shows that it is fulfilled; members for their own consortium.</summary>
    /// <exception cref="DomainException">It is not there, has changed meanwhile or is settled, the evidence is empty or names a document that was not uploaded, registered copies are not deleted, or the caller only reads.</exception>
    public Task<Obligation> FulfilAsync(Guid id, long? expected, EvidenceInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.ConsortiumMember | Roles.Compliance | Roles.ProgrammeAdmin | Roles.DataOfficer);
        return WriteAsync(id, expected, "obligation.submitted", async (o, token) =>
        {
            string? sha256 = input.Sha256 is null ? null : Check.Sha256(input.Sha256, nameof(input.Sha256));
            StoredDocument? document = sha256 is null ? null : await new KeepDocument(db, documents).RequireAsync(sha256, nameof(input.Sha256), token);
            await RequireNoCopiesAsync(o, token);
            o.Fulfil(input, document, db.Actor, clock);
        }, cancellation);
    }

    /// <summary>Accepts the evidence.</summary>
    /// <exception cref="DomainException">It is not there, has changed meanwhile or has no evidence to accept, or the caller's roles do not allow it.</exception>
    public Task<Obligation> AcceptAsync(Guid id, long? expected, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.Compliance | Roles.ProgrammeAdmin);
        return WriteAsync(id, expected, "obligation.fulfilled", async (o, token) =>
        {
            await RequireNoCopiesAsync(o, token);
            o.Accept(db.Actor, clock);
        }, cancellation);
    }

    /// <summary>Sends the evidence back.</summary>
    /// <exception cref="DomainException">It is not there, has changed meanwhile or has no evidence, no reason is given, or the caller's roles do not allow it.</exception>
    public Task<Obligation> SendBackAsync(Guid id, long? expected, string? reason, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.Compliance | Roles.ProgrammeAdmin);
        return WriteAsync(id, expected, "obligation.sent-back", (o, _) => Done(() => o.SendBack(reason)), cancellation);
    }

    /// <summary>Waives it.</summary>
    /// <exception cref="DomainException">It is not there, has changed meanwhile or is settled, no reason is given, or the caller's roles do not allow it.</exception>
    public Task<Obligation> WaiveAsync(Guid id, long? expected, string? reason, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.Compliance | Roles.ProgrammeAdmin);
        return WriteAsync(id, expected, "obligation.waived", (o, _) => Done(() => o.Waive(reason, db.Actor, clock)), cancellation);
    }

    private Task<Obligation> WriteAsync(Guid id, long? expected, string action, Func<Obligation, CancellationToken, Task> change, CancellationToken cancellation) => db.WriteAsync(
        async token =>
        {
            bool all = db.Actor.SeesEverything;
            Guid? consortium = db.Actor.ConsortiumId;
            Obligation obligation = await db.Obligations.Include(o => o.Evidence).Where(o => all || o.ConsortiumId == consortium).GetAsync(id, expected, token);
            await change(obligation, token);
            db.Record(new AuditEntry(action, nameof(Obligation), obligation.Id, obligation.Reason));
            if (!obligation.Stands) await ObligationLedger.ResolveAlertsAsync(db, [obligation.Id], token);
            return obligation;
        },
        cancellation);

    private async Task RequireNoCopiesAsync(Obligation obligation, CancellationToken cancellation)
    {
        if (obligation.Kind is not (ObligationKind.DeleteCopies or ObligationKind.CertifyDeletion)) return;
        int left = await db.DataCopies.CountAsync(c => c.ConsortiumId == obligation.ConsortiumId && c.DatasetId == obligation.DatasetId && c.DeletedOn == null, cancellation);
        if (left > 0) throw new DomainException(ComplianceErrors.CopiesLeft, null, left);
    }

    private static Task Done(Action change)
    {
        change();
        return Task.CompletedTask;
    }
}
