using AutoMapper;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.Feeds;
using DataCatalog.Core.Compliance.Impact;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Server.Api.Feeds;

namespace DataCatalog.Server.Api.Compliance;

/// <summary>How alerts, subscriptions, deliveries, copies and calendar feeds are shown.</summary>
public sealed class ComplianceMapping : Profile
{
    /// <summary>Makes the maps.</summary>
    public ComplianceMapping()
    {
        CreateProjection<Alert, AlertModel>();
        CreateProjection<Subscription, SubscriptionModel>().ForMember(m => m.Secret, o => o.Ignore());
        CreateProjection<Delivery, DeliveryModel>();
        DateOnly today = default;
        CreateProjection<Obligation, ObligationModel>()
            .ForMember(m => m.Overdue, o => o.MapFrom(x => x.DueOn < today && (x.Status == ObligationStatus.Open || x.Status == ObligationStatus.Submitted)))
            .ForMember(m => m.Evidence, o => o.ExplicitExpansion())
            .ForMember(m => m.Consortium, o => o.ExplicitExpansion())
            .ForMember(m => m.Agreement, o => o.ExplicitExpansion())
            .ForMember(m => m.Dataset, o => o.ExplicitExpansion());
        CreateProjection<ObligationEvidence, ObligationEvidenceModel>();
        CreateProjection<ImpactReport, ImpactReportModel>();
        CreateProjection<DataCopy, DataCopyModel>();
        CreateProjection<CalendarFeed, CalendarFeedModel>().ForMember(m => m.Token, o => o.Ignore()).ForMember(m => m.Address, o => o.Ignore());
    }
}
