using Microsoft.OData.ModelBuilder;

namespace DataCatalog.Server.Api;

/// <summary>What every entity set has.</summary>
internal static class EdmBuilding
{
    /// <summary>Adds the set of a row: keyed by id, guarded by its row version.</summary>
    public static EntityTypeConfiguration<T> Rows<T>(this ODataModelBuilder builder, string set)
        where T : class, IRowModel
    {
        EntityTypeConfiguration<T> type = builder.EntitySet<T>(set).EntityType;
        type.HasKey(r => r.Id);
        type.Property(r => r.RowVersion).IsConcurrencyToken();
        return type;
    }
}
