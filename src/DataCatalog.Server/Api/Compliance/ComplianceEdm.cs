using DataCatalog.Server.Api.Feeds;
using Microsoft.OData.ModelBuilder;

namespace DataCatalog.Server.Api.Compliance;

/// <summary>The part of the model for alerts, subscriptions, deliveries, copies and calendar feeds.</summary>
internal static class ComplianceEdm
{
    /// <summary>Adds it.</summary>
    public static void Add(ODataConventionModelBuilder builder, bool staff)
    {
        EntityTypeConfiguration<AlertModel> alert = builder.Rows<AlertModel>("Alerts");
        ActionConfiguration acknowledge = alert.Action("Acknowledge");
        acknowledge.Parameter<string>("Note").Optional();
        acknowledge.ReturnsFromEntitySet<AlertModel>("Alerts");
        ActionConfiguration snooze = alert.Action("Snooze");
        snooze.Parameter<DateOnly>("Until");
        snooze.ReturnsFromEntitySet<AlertModel>("Alerts");
        builder.Rows<SubscriptionModel>("Subscriptions");
        builder.Rows<DeliveryModel>("Deliveries");
        ActionConfiguration delete = builder.Rows<DataCopyModel>("DataCopies").Action("Delete");
        delete.Parameter<DateOnly?>("On").Optional();
        delete.Parameter<string>("How");
        delete.Parameter<string>("CertificateSha256").Optional();
        delete.ReturnsFromEntitySet<DataCopyModel>("DataCopies");
        builder.Rows<CalendarFeedModel>("CalendarFeeds").Action("Revoke").ReturnsFromEntitySet<CalendarFeedModel>("CalendarFeeds");
        if (staff) return;
        alert.Ignore(a => a.AcknowledgedBy);
        alert.Ignore(a => a.SnoozedBy);
    }
}
