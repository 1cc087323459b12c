using DataCatalog.Core.Audit;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Requests;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases.Requests;

/// <summary>What can be done with a request beside granting it: staff ask back or refuse, the consortium answers or takes it back.</summary>
public sealed class AnswerRequest(IRegistryDb db, RequestQuestion question, Calendar calendar, TimeProvider clock)
{
    private RequestAlerts Alerts => new(db, calendar.Today, clock);

    /// <summary>Asks back.</summary>
    /// <exception cref="DomainException">It is not there, has changed meanwhile or is not at a stage for this, no question is given, or the caller's roles do not allow it.</exception>
    public Task<AccessRequest> ReturnAsync(Guid id, long? expected, string? text, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return StepAsync(id, expected, "request.returned", r => r.Return(text, db.Actor, clock), text, Alerts.AnsweredAsync, cancellation);
    }

    /// <summary>Refuses it.</summary>
    /// <exception cref="DomainException">It is not there, has changed meanwhile or is not at a stage for this, no reason is given, or the caller's roles do not allow it.</exception>
    public Task<AccessRequest> RefuseAsync(Guid id, long? expected, string? reason, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return StepAsync(id, expected, "request.refused", r => r.Refuse(reason, db.Actor, clock), reason, Alerts.AnsweredAsync, cancellation);
    }

    /// <summary>Takes it back.</summary>
    /// <exception cref="DomainException">It is not there, has changed meanwhile or is not at a stage for this, or the caller's roles do not allow it.</exception>
    public Task<AccessRequest> WithdrawAsync(Guid id, long? expected, string? reason, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin | Roles.ConsortiumMember);
        return StepAsync(id, expected, "request.withdrawn", r => r.Withdraw(reason, db.Actor, clock), reason, Alerts.SettledAsync, cancellation);
    }

    /// <summary>Answers a question, and restates what is asked for; the use-check is asked anew.</summary>
    /// <exception cref="DomainException">It is not there, has changed meanwhile or is not at a stage for this, a rule of the input is broken, or the caller's roles do not allow it.</exception>
    public async Task<AccessRequest> ResubmitAsync(Guid id, long? expected, AccessRequestInput input, string? text, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin | Roles.ConsortiumMember);
        AccessRequest draft = await db.AccessRequests.AsNoTracking().Include(r => r.Items).GetAsync(id, expected, cancellation);
        input = input with { ConsortiumId = draft.ConsortiumId, DatasetIds = [.. draft.Items.Select(i => i.DatasetId)] };
        draft.Resubmit(input, text, db.Actor, clock);
        await db.RequireReferencesAsync(input, cancellation);
        RequestAnswer answer = await question.AskAsync(input, cancellation);
        Consortium consortium = await db.Consortia.AsNoTracking().GetAsync(draft.ConsortiumId, null, cancellation);
        return await StepAsync(id, expected, "request.resubmitted", r => Resubmit(r, input, text, answer), null, (r, token) => Alerts.WaitsAsync(r, consortium, token), cancellation);
    }

    private void Resubmit(AccessRequest request, AccessRequestInput input, string? text, RequestAnswer answer)
    {
        request.Resubmit(input, text, db.Actor, clock);
        request.Answered(answer.DecisionId);
        foreach ((Guid dataset, Outlook outlook) in answer.Outlooks) request.Foresee(dataset, outlook.AgreementId, outlook.IfGranted);
    }

    private Task<AccessRequest> StepAsync(
        Guid id, long? expected, string action, Action<AccessRequest> step, string? reason, Func<AccessRequest, CancellationToken, Task> tell, CancellationToken cancellation) => db.WriteAsync(
        async token =>
        {
            AccessRequest request = await db.AccessRequests.Include(r => r.Items).Include(r => r.Steps).GetAsync(id, expected, token);
            step(request);
            db.Record(new AuditEntry(action, nameof(AccessRequest), request.Id, reason));
            await tell(request, token);
            return request;
        },
        cancellation);
}
