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
        builder.Rows<SubscriptionModel>("Subscriptions");
        builder.Rows<DeliveryModel>("Deliveries");
        if (!staff) alert.Ignore(a => a.AcknowledgedBy);
    }
}
