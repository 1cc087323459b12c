using AutoMapper;
using DataCatalog.Core.Entitlements;

namespace DataCatalog.Server.Api.UseChecks;

/// <summary>How recorded decisions and clearances are shown.</summary>
public sealed class UseChecksMapping : Profile
{
    /// <summary>Makes the maps.</summary>
    public UseChecksMapping()
    {
        CreateProjection<RecordedDecision, RecordedDecisionModel>();
        CreateProjection<Clearance, ClearanceModel>();
        CreateProjection<ClearanceKey, ClearanceKeyModel>();
    }
}
