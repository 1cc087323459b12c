using DataCatalog.Core.Entitlements;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Entitlements;

internal sealed class FoundationModelConfiguration : IEntityTypeConfiguration<FoundationModel>
{
    public void Configure(EntityTypeBuilder<FoundationModel> builder)
    {
        builder.Property(m => m.Key).HasMaxLength(100);
        builder.Property(m => m.Name).HasMaxLength(200);
        builder.Property(m => m.ReleasePlan).HasMaxLength(2000);
        builder.RefersTo<Consortium>(nameof(FoundationModel.ConsortiumId));
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasIndex(m => m.Status);
    }
}
