using DataCatalog.Core.Audit;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Requests;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases.Requests;

/// <summary>Grants a request, as asked for or narrower, within the agreements and their terms.</summary>
public sealed class GrantRequest(IRegistryDb db, UseChecker checker, TimeProvider clock)
{
    /// <summary>Grants it.</summary>
    /// <exception cref="DomainException">It is not there, has changed meanwhile or is not at a stage for this, the grant would be wider than asked for or than its terms, no agreement covers a dataset, or the caller's roles do not allow it.</exception>
    public Task<AccessRequest> HandleAsync(Guid id, long? expected, RequestGrantInput input, CancellationToken cancellation)
    {
        db.Actor.Require(Roles.DataOfficer | Roles.ProgrammeAdmin);
        return db.WriteAsync(
            async token =>
            {
                AccessRequest request = await db.AccessRequests.Include(r => r.Items).Include(r => r.Steps).GetAsync(id, expected, token);
                Consortium consortium = await db.Consortia.GetAsync(request.ConsortiumId, null, token);
                RequireNarrower(request, input);
                IReadOnlyList<Entitlement> granted = await EntitlementsAsync(request, consortium, input, token);
                request.Grant(granted, input.Note, db.Actor, clock);
                db.Record(new AuditEntry("request.granted", nameof(AccessRequest), request.Id, input.Note));
                await db.KeepAsync(granted, token);
                await new RequestAlerts(db, checker.Calendar.Today, clock).AnsweredAsync(request, token);
                return request;
            },
            cancellation);
    }

    private static void RequireNarrower(AccessRequest request, RequestGrantInput input)
    {
        if (input.DatasetIds?.Any(d => request.Items.All(i => i.DatasetId != d)) == true) throw Wider(nameof(input.DatasetIds));
        if (input.DatasetIds is { Count: 0 }) throw new DomainException(CommonErrors.Required, nameof(input.DatasetIds), nameof(input.DatasetIds));
        if (UseNames.ShortActions(input.Actions, nameof(input.Actions)).Any(a => !IsAsked(request, a))) throw Wider(nameof(input.Actions));
        if (request.ModelId is not null && input.ModelId is not null && input.ModelId != request.ModelId) throw Wider(nameof(input.ModelId));
        if (input.StartsOn < request.StartsOn) throw Wider(nameof(input.StartsOn));
        if (input.EndsOn > request.EndsOn) throw Wider(nameof(input.EndsOn));
    }

    private static bool IsAsked(AccessRequest request, string action) =>
        request.Actions.Any(a => Licensing.Odrl.OdrlVocabulary.Default.Includes(UseNames.Action(a, nameof(request.Actions)), UseNames.Action(action, nameof(request.Actions))));

    private async Task<IReadOnlyList<Entitlement>> EntitlementsAsync(AccessRequest request, Consortium consortium, RequestGrantInput input, CancellationToken cancellation)
    {
        Guid? modelId = input.ModelId ?? request.ModelId;
        FoundationModel? model = modelId is null ? null : await db.FoundationModels.Where(m => m.ConsortiumId == consortium.Id).ReferredAsync(modelId, nameof(input.ModelId), cancellation);
        IReadOnlyList<string> actions = input.Actions is { Count: > 0 } ? input.Actions : request.Actions;
        List<Guid> ids = [.. (input.DatasetIds ?? [.. request.Items.Select(i => i.DatasetId)]).Distinct()];
        List<Dataset> datasets = await db.Datasets.Where(d => ids.Contains(d.Id)).OrderBy(d => d.Key).ToListAsync(cancellation);
        IReadOnlyDictionary<Guid, Agreement> agreements = await AgreementsAsync(request, datasets, actions, model, input.StartsOn, cancellation);
        Entitlement[] granted = [.. datasets.Select(d => Entitlement.Grant(d, consortium, agreements[d.Id], Within(agreements[d.Id], request, input, actions, modelId), db.Actor, clock))];
        await new GrantForesight(db, checker).RequireAllowedAsync([.. granted.Select(e => PlannedGrant.Of(e, model))], cancellation);
        return granted;
    }

    // Chosen anew, for agreements come and go while a request waits.
    private async Task<IReadOnlyDictionary<Guid, Agreement>> AgreementsAsync(
        AccessRequest request, List<Dataset> datasets, IReadOnlyList<string> actions, FoundationModel? model, DateOnly? startsOn, CancellationToken cancellation)
    {
        DateOnly? first = startsOn ?? request.StartsOn;
        DateTimeOffset at = first > checker.Calendar.Today ? checker.Calendar.StartOf(first.Value) : checker.Calendar.Now;
        UseFacts facts = await new UseFactsReader(db).ReadAsync([request.ConsortiumId], [], checker.Calendar.Now, cancellation);
        AskedUse asked = CommonQuestions.Of(facts.Consortia[request.ConsortiumId], [.. datasets.Select(d => d.Id)], [.. actions.Select(a => UseNames.Action(a, nameof(actions)))], model, at);
        IReadOnlyDictionary<Guid, Outlook> outlooks = await new GrantForesight(db, checker).OutlooksAsync(asked, cancellation);
        if (datasets.Find(d => outlooks[d.Id].AgreementId is null) is { } bare) throw new DomainException(EntitlementErrors.NoAgreement, nameof(RequestGrantInput.DatasetIds), bare.Key);
        List<Guid> ids = [.. outlooks.Values.Select(o => o.AgreementId!.Value).Distinct()];
        Dictionary<Guid, Agreement> agreements = await db.Agreements.Include(a => a.Datasets).Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellation);
        return outlooks.ToDictionary(o => o.Key, o => agreements[o.Value.AgreementId!.Value]);
    }

    private EntitlementInput Within(Agreement agreement, AccessRequest request, RequestGrantInput input, IReadOnlyList<string> actions, Guid? model) => new()
    {
        StartsOn = Days.Latest(input.StartsOn ?? request.StartsOn ?? checker.Calendar.Today, agreement.StartsOn, agreement.SignedOn),
        EndsOn = Days.Earliest(input.EndsOn, request.EndsOn) is { } end ? Days.Earliest(end, agreement.LastDay) : null,
        Actions = actions, ModelId = model, NeedsAcceptance = input.NeedsAcceptance,
    };

    private static DomainException Wider(string field) => new(EntitlementErrors.WiderThanAsked, field, field);
}
