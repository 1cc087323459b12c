using AutoMapper;
using DataCatalog.Core.Compliance;

namespace DataCatalog.Server.Api.Compliance;

/// <summary>How alerts, subscriptions and deliveries are shown.</summary>
public sealed class ComplianceMapping : Profile
{
    /// <summary>Makes the maps.</summary>
    public ComplianceMapping()
    {
        CreateProjection<Alert, AlertModel>();
        CreateProjection<Subscription, SubscriptionModel>().ForMember(m => m.Secret, o => o.Ignore());
        CreateProjection<Delivery, DeliveryModel>();
    }
}
