using DataCatalog.Core.Entitlements.UseCases.Ledger;
using Microsoft.OData.ModelBuilder;

namespace DataCatalog.Server.Api.Entitlements;

/// <summary>The part of the model for programmes, consortia, models and entitlements.</summary>
internal static class EntitlementsEdm
{
    /// <summary>Adds it.</summary>
    public static void Add(ODataConventionModelBuilder builder, bool staff)
    {
        EntityTypeConfiguration<ProgrammeModel> programme = builder.Rows<ProgrammeModel>("Programmes");
        EntityTypeConfiguration<ConsortiumModel> consortium = builder.Rows<ConsortiumModel>("Consortia");
        consortium.ContainsMany(c => c.Members);
        builder.EntityType<ConsortiumMemberModel>().HasKey(m => m.Id);
        builder.ComplexType<LedgerAnswer>();
        builder.Rows<FoundationModelModel>("FoundationModels").Function("Ledger").Returns<LedgerAnswer>();
        EntityTypeConfiguration<EntitlementModel> entitlement = builder.Rows<EntitlementModel>("Entitlements");
        RequestsEdm.Add(builder, entitlement, staff);
        if (!staff)
        {
            consortium.Ignore(c => c.EndedReason);
            programme.Ignore(p => p.BudgetAmount);
            programme.Ignore(p => p.BudgetCurrency);
            return;
        }

        builder.Rows<BudgetLineModel>("BudgetLines");
        ActionConfiguration end = consortium.Action("End");
        end.Parameter<DateOnly?>("LastDay").Optional();
        end.Parameter<string>("Reason");
        end.Parameter<bool>("DryRun").Optional();
        end.Returns<Core.Entitlements.UseCases.ImpactAnswer>();
        ActionConfiguration reinstate = consortium.Action("Reinstate");
        reinstate.Parameter<string>("Reason");
        reinstate.ReturnsFromEntitySet<ConsortiumModel>("Consortia");
        ActionConfiguration revoke = entitlement.Action("Revoke");
        revoke.Parameter<string>("Reason");
        revoke.Parameter<DateOnly?>("LastDay").Optional();
        revoke.ReturnsFromEntitySet<EntitlementModel>("Entitlements");
    }
}
