using Microsoft.OData.ModelBuilder;

namespace DataCatalog.Server.Api.Compliance;

/// <summary>The part of the model for alerts, subscriptions and deliveries.</summary>
internal static class ComplianceEdm
{
    /// <summary>Adds it.</summary>
    public static void Add(ODataConventionModelBuilder builder, bool staff)
    {
        EntityTypeConfiguration<AlertModel> alert = builder.Rows<AlertModel>("Alerts");
        ActionConfiguration acknowledge = alert.Action("Acknowledge");
        acknowledge.Parameter<string>("Note").Optional();
        acknowledge.ReturnsFromEntitySet<AlertModel>("Alerts");
        AddObligations(builder, staff);
        builder.Rows<SubscriptionModel>("Subscriptions");
        builder.Rows<DeliveryModel>("Deliveries");
        if (!staff) alert.Ignore(a => a.AcknowledgedBy);
    }

    private static void AddObligations(ODataConventionModelBuilder builder, bool staff)
    {
        EntityTypeConfiguration<ObligationModel> obligation = builder.Rows<ObligationModel>("Obligations");
        obligation.ContainsMany(o => o.Evidence);
        builder.EntityType<ObligationEvidenceModel>().HasKey(e => e.Id);
        ActionConfiguration fulfil = obligation.Action("Fulfil");
        fulfil.Parameter<string>("Statement").Optional();
        fulfil.Parameter<string>("Name").Optional();
        fulfil.Parameter<string>("Sha256").Optional();
        fulfil.ReturnsFromEntitySet<ObligationModel>("Obligations");
        if (!staff) return;
        obligation.Action("Accept").ReturnsFromEntitySet<ObligationModel>("Obligations");
        foreach (string name in (string[])["SendBack", "Waive"])
        {
            ActionConfiguration settle = obligation.Action(name);
            settle.Parameter<string>("Reason");
            settle.ReturnsFromEntitySet<ObligationModel>("Obligations");
        }

        builder.Rows<ImpactReportModel>("ImpactReports");
    }
}
