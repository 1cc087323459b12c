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
        AddObligations(builder, staff);
        ActionConfiguration snooze = alert.Action("Snooze");
        snooze.Parameter<DateOnly>("Until");
        snooze.ReturnsFromEntitySet<AlertModel>("Alerts");
        alert.Action("Escalate").ReturnsFromEntitySet<AlertModel>("Alerts");
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
