using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Requests;
using DataCatalog.Core.Entitlements.UseChecks;

namespace DataCatalog.Core.Entitlements.UseCases.Requests;

/// <summary>Asks, for a consortium, to use datasets; the use-check's answer is attached at once.</summary>
public sealed class SubmitRequest(IRegistryDb db, RequestQuestion question, Calendar calendar, TimeProvider clock)
{
    /// <summary>Makes the request.</summary>
    /// <exception cref="DomainException">A rule of the input is broken, a reference points at nothing the caller may see, the consortium has left, or the caller may not ask for it.</exception>
    public async Task<AccessRequest> HandleAsync(AccessRequestInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin | Roles.ConsortiumMember);
        input = input with { ConsortiumId = Asker(input), DatasetIds = Datasets(input) };
        Consortium consortium = await db.Consortia.ReferredAsync(input.ConsortiumId, nameof(input.ConsortiumId), cancellation);
        await db.RequireReferencesAsync(input, cancellation);
        AccessRequest.Submit(consortium, input, [], db.Actor, clock);
        RequestAnswer answer = await question.AskAsync(input, cancellation);
        return await db.WriteAsync(
            async token =>
            {
                AccessRequestItem[] items = [.. input.DatasetIds!.Select(id => AccessRequestItem.Of(id, answer.Outlooks[id].AgreementId, answer.Outlooks[id].IfGranted, clock))];
                var made = AccessRequest.Submit(await db.Consortia.GetAsync(consortium.Id, null, token), input, items, db.Actor, clock);
                made.Answered(answer.DecisionId);
                db.AccessRequests.Add(made);
                db.Record(new AuditEntry("request.submitted", nameof(AccessRequest), made.Id));
                await new RequestAlerts(db, calendar.Today, clock).WaitsAsync(made, consortium, token);
                return made;
            },
            cancellation);
    }

    private Guid Asker(AccessRequestInput input)
    {
        Guid asker = Check.Required(input.ConsortiumId ?? db.Actor.ConsortiumId, nameof(input.ConsortiumId));
        return db.Actor.SeesEverything || asker == db.Actor.ConsortiumId ? asker : throw new DomainException(UseCheckErrors.NotYourConsortium, nameof(input.ConsortiumId));
    }

    private static IReadOnlyList<Guid> Datasets(AccessRequestInput input)
    {
        if (input.DatasetIds is not { Count: > 0 } ids) throw new DomainException(CommonErrors.Required, nameof(input.DatasetIds), nameof(input.DatasetIds));
        if (ids.Count > AccessRequest.MostDatasets) throw new DomainException(CommonErrors.TooMany, nameof(input.DatasetIds), nameof(input.DatasetIds), AccessRequest.MostDatasets);
        return [.. ids.Distinct()];
    }
}
