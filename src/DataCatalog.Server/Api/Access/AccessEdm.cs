using Microsoft.OData.ModelBuilder;

namespace DataCatalog.Server.Api.Access;

/// <summary>The part of the model for keys.</summary>
internal static class AccessEdm
{
    /// <summary>Adds it.</summary>
    public static void Add(ODataConventionModelBuilder builder)
    {
        EntityTypeConfiguration<ApiKeyModel> key = builder.Rows<ApiKeyModel>("ApiKeys");
        key.Action("Revoke").ReturnsFromEntitySet<ApiKeyModel>("ApiKeys");
    }
}
