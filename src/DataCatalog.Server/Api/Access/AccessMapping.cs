using AutoMapper;
using DataCatalog.Core.Access;
using DataCatalog.Core.Common;

namespace DataCatalog.Server.Api.Access;

/// <summary>How keys are shown: never with their hash.</summary>
public sealed class AccessMapping : Profile
{
    /// <summary>Makes the map.</summary>
    public AccessMapping() => CreateProjection<ApiKey, ApiKeyModel>()
        .ForMember(m => m.Secret, o => o.Ignore())
        .ForMember(m => m.Roles, o => o.MapFrom(k => RoleNames.Of(k.Roles).ToList()));
}
