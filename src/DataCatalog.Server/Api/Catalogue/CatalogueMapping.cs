using AutoMapper;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Search;

namespace DataCatalog.Server.Api.Catalogue;

/// <summary>How the catalogue's rows are shown.</summary>
public sealed class CatalogueMapping : Profile
{
    /// <summary>Makes the maps.</summary>
    public CatalogueMapping()
    {
        CreateProjection<Dataset, DatasetModel>()
            .ForMember(m => m.Provider, o => o.ExplicitExpansion())
            .ForMember(m => m.Versions, o => o.ExplicitExpansion())
            .ForMember(m => m.Licences, o => o.ExplicitExpansion())
            .ForMember(m => m.Hit, o => o.Ignore());
        CreateProjection<DatasetVersion, DatasetVersionModel>().ForMember(m => m.Distributions, o => o.ExplicitExpansion());
        CreateProjection<Distribution, DistributionModel>();
        CreateProjection<DatasetLicence, DatasetLicenceModel>()
            .ForMember(m => m.Key, o => o.MapFrom(l => l.Licence!.Key))
            .ForMember(m => m.Licence, o => o.ExplicitExpansion());
        CreateProjection<Organisation, OrganisationModel>();
        CreateProjection<SavedSearch, SavedSearchModel>();
    }
}
