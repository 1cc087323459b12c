using AutoMapper;
using DataCatalog.Core.Access;

namespace DataCatalog.Server.Api.Access;

/// <summary>How keys are shown: never with their hash.</summary>
public sealed class AccessMapping : Profile
{
    /// <summary>Makes the map.</summary>
    public AccessMapping() => CreateProjection<ApiKey, ApiKeyModel>().ForMember(m => m.Secret, o => o.Ignore());
}
