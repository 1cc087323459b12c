using DataCatalog.Core.Entitlements.UseCases;
using Microsoft.OData.ModelBuilder;

namespace DataCatalog.Server.Api.Entitlements;

/// <summary>The part of the model for requests, grants and their conditions, and for what runs used.</summary>
internal static class RequestsEdm
{
    /// <summary>Adds it.</summary>
    public static void Add(ODataConventionModelBuilder builder, EntityTypeConfiguration<EntitlementModel> entitlement, bool staff)
    {
        EntityTypeConfiguration<AccessRequestModel> request = builder.Rows<AccessRequestModel>("AccessRequests");
        request.ContainsMany(r => r.Items);
        request.ContainsMany(r => r.Steps);
        EntityTypeConfiguration<AccessRequestItemModel> item = builder.EntityType<AccessRequestItemModel>();
        item.HasKey(i => i.Id);
        builder.EntityType<AccessRequestStepModel>().HasKey(s => s.Id);
        AddConsortiumsOwn(request);
        AddConditions(builder, entitlement);
        AddRuns(builder);
        if (staff) AddDecisions(builder, request, entitlement);
        else item.Ignore(i => i.AgreementId);
    }

    private static void AddConsortiumsOwn(EntityTypeConfiguration<AccessRequestModel> request)
    {
        ActionConfiguration resubmit = Answering(request, "Resubmit");
        resubmit.Parameter<string>("Answer");
        foreach (string name in (string[])["Purpose", "ReleasePlan", "ReleaseLicence"]) resubmit.Parameter<string>(name).Optional();
        resubmit.CollectionParameter<string>("Actions").Optional();
        resubmit.Parameter<Guid?>("ModelId").Optional();
        resubmit.Parameter<DateOnly?>("StartsOn").Optional();
        resubmit.Parameter<DateOnly?>("EndsOn").Optional();
        Answering(request, "Withdraw").Parameter<string>("Reason").Optional();
    }

    private static void AddDecisions(ODataConventionModelBuilder builder, EntityTypeConfiguration<AccessRequestModel> request, EntityTypeConfiguration<EntitlementModel> entitlement)
    {
        Answering(request, "Return").Parameter<string>("Question");
        Answering(request, "Refuse").Parameter<string>("Reason");
        ActionConfiguration grant = Answering(request, "Grant");
        Narrowed(grant);
        grant.CollectionParameter<Guid>("DatasetIds").Optional();
        grant.Parameter<Guid?>("ModelId").Optional();
        grant.Parameter<bool>("NeedsAcceptance").Optional();
        grant.Parameter<string>("Note").Optional();
        builder.ComplexType<GrantToAllAnswer>();
        ActionConfiguration all = entitlement.Collection.Action("GrantToAll");
        all.CollectionParameter<Guid>("DatasetIds");
        all.Parameter<Guid>("AgreementId");
        all.Parameter<Guid>("ProgrammeId");
        Narrowed(all);
        all.Returns<GrantToAllAnswer>();
    }

    private static void AddConditions(ODataConventionModelBuilder builder, EntityTypeConfiguration<EntitlementModel> entitlement)
    {
        builder.ComplexType<ConditionsAnswer>();
        entitlement.Function("Conditions").Returns<ConditionsAnswer>();
        ActionConfiguration accept = entitlement.Action("Accept");
        accept.Parameter<string>("Sha256");
        accept.ReturnsFromEntitySet<EntitlementModel>("Entitlements");
    }

    private static void AddRuns(ODataConventionModelBuilder builder)
    {
        builder.Rows<TrainingRunModel>("TrainingRuns").ContainsMany(r => r.Usages);
        builder.EntitySet<UsageRecordModel>("UsageRecords").EntityType.HasKey(u => u.Id);
    }

    private static ActionConfiguration Answering(EntityTypeConfiguration<AccessRequestModel> request, string name)
    {
        ActionConfiguration action = request.Action(name);
        action.ReturnsFromEntitySet<AccessRequestModel>("AccessRequests");
        return action;
    }

    private static void Narrowed(ActionConfiguration action)
    {
        action.Parameter<DateOnly?>("StartsOn").Optional();
        action.Parameter<DateOnly?>("EndsOn").Optional();
        action.CollectionParameter<string>("Actions").Optional();
    }
}
