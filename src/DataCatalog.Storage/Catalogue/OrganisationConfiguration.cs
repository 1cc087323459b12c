using DataCatalog.Core.Catalogue;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Catalogue;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.Property(o => o.Key).HasMaxLength(100);
        builder.Localized(o => o.Name, 300);
        builder.Property(o => o.Country).HasMaxLength(2);
        builder.Property(o => o.HomePage).HasMaxLength(2000);
        builder.HasIndex(o => o.Key).IsUnique();
    }
}
