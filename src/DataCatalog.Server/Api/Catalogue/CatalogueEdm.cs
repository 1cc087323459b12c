using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Catalogue.Modalities;
using Microsoft.OData.ModelBuilder;

namespace DataCatalog.Server.Api.Catalogue;

/// <summary>The catalogue's part of the model.</summary>
internal static class CatalogueEdm
{
    /// <summary>Adds it.</summary>
    public static void Add(ODataConventionModelBuilder builder, bool staff)
    {
        builder.Rows<OrganisationModel>("Organisations");
        builder.Rows<SavedSearchModel>("SavedSearches");
        EntityTypeConfiguration<DatasetModel> dataset = builder.Rows<DatasetModel>("Datasets");
        dataset.ContainsMany(d => d.Versions);
        dataset.ContainsMany(d => d.Licences);
        dataset.Ignore(d => d.Hit);
        if (!staff)
        {
            dataset.Ignore(d => d.Supply);
            dataset.Ignore(d => d.StatusReason);
        }

        EntityTypeConfiguration<DatasetVersionModel> version = builder.EntityType<DatasetVersionModel>();
        version.HasKey(v => v.Id);
        version.Property(v => v.RowVersion).IsConcurrencyToken();
        version.ContainsMany(v => v.Distributions);
        builder.EntityType<DistributionModel>().HasKey(d => d.Id);
        builder.EntityType<DatasetLicenceModel>().HasKey(l => l.LicenceId);
        builder.ComplexType<Volume>();
        builder.ComplexType<TextDetails>();
        builder.ComplexType<ImageDetails>();
        builder.ComplexType<AudioDetails>();
        builder.ComplexType<VideoDetails>();
        AddOperations(builder, dataset, staff);
    }

    private static void AddOperations(ODataConventionModelBuilder builder, EntityTypeConfiguration<DatasetModel> dataset, bool staff)
    {
        FunctionConfiguration facets = dataset.Collection.Function("Facets");
        facets.ReturnsCollection<FacetModel>();
        builder.ComplexType<FacetModel>();
        builder.ComplexType<FacetValueModel>();
        if (!staff) return;
        builder.ComplexType<Supply>().Ignore(s => s.Fundable);
        builder.ComplexType<QualityCheck>();
        FunctionConfiguration impact = dataset.Function("Impact");
        impact.Returns<Core.Entitlements.UseCases.ImpactAnswer>();
        ActionConfiguration publish = dataset.Action("Publish");
        publish.Parameter<string>("Version").Optional();
        publish.ReturnsFromEntitySet<DatasetModel>("Datasets");
        foreach (string name in (string[])["Suspend", "Withdraw"])
        {
            ActionConfiguration action = dataset.Action(name);
            action.Parameter<string>("Reason");
            action.ReturnsFromEntitySet<DatasetModel>("Datasets");
        }
    }
}

/// <summary>A facet of the datasets found.</summary>
public sealed class FacetModel
{
    /// <summary>Which: Modality, Language, Domain, Provider, Licence, PermittedAction, Status, May (what the use-check permits the consortium on the day) or EndsWithin.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its values, most frequent first.</summary>
    public List<FacetValueModel> Values { get; set; } = [];
}

/// <summary>How many datasets have a value.</summary>
public sealed class FacetValueModel
{
    /// <summary>The value.</summary>
    public string Value { get; set; } = "";

    /// <summary>How many datasets.</summary>
    public long Count { get; set; }
}
