using AutoMapper;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.Requests;
using DataCatalog.Core.Entitlements.Runs;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Api.Entitlements;

/// <summary>How programmes, consortia, models and entitlements are shown.</summary>
public sealed class EntitlementsMapping : Profile
{
    private static readonly DateOnly Never = DateOnly.MaxValue;

    /// <summary>Makes the maps.</summary>
    public EntitlementsMapping()
    {
        CreateProjection<Programme, ProgrammeModel>();
        CreateProjection<BudgetLine, BudgetLineModel>()
            .ForMember(m => m.Amount, o => o.MapFrom(b => b.Amount.Amount))
            .ForMember(m => m.Currency, o => o.MapFrom(b => b.Amount.Currency));
        CreateProjection<Consortium, ConsortiumModel>()
            .ForMember(m => m.Lead, o => o.ExplicitExpansion())
            .ForMember(m => m.Members, o => o.ExplicitExpansion());
        CreateProjection<ConsortiumMember, ConsortiumMemberModel>().ForMember(m => m.Organisation, o => o.ExplicitExpansion());
        CreateProjection<FoundationModel, FoundationModelModel>();
        CreateProjection<AccessRequest, AccessRequestModel>()
            .ForMember(m => m.Items, o => o.ExplicitExpansion())
            .ForMember(m => m.Steps, o => o.ExplicitExpansion());
        CreateProjection<AccessRequestItem, AccessRequestItemModel>();
        CreateProjection<AccessRequestStep, AccessRequestStepModel>();
        CreateProjection<TrainingRun, TrainingRunModel>().ForMember(m => m.Usages, o => o.ExplicitExpansion());
        CreateProjection<UsageRecord, UsageRecordModel>();
        CreateProjection<Entitlement, EntitlementModel>()
            .ForMember(m => m.Dataset, o => o.ExplicitExpansion())
            .ForMember(m => m.Consortium, o => o.ExplicitExpansion())
            .ForMember(m => m.Agreement, o => o.ExplicitExpansion())
            .ForMember(m => m.LastDay, o => o.MapFrom(e =>
                EF.Functions.Least(e.EndsOn ?? Never, e.RevokedOn ?? Never, e.Agreement!.EndsOn ?? Never, e.Agreement.TerminatedOn ?? Never, e.Consortium!.EndedOn ?? Never) == Never
                    ? (DateOnly?)null
                    : EF.Functions.Least(e.EndsOn ?? Never, e.RevokedOn ?? Never, e.Agreement!.EndsOn ?? Never, e.Agreement.TerminatedOn ?? Never, e.Consortium!.EndedOn ?? Never)));
    }
}
