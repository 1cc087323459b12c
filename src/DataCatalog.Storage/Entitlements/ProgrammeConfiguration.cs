using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Entitlements;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Entitlements;

internal sealed class ProgrammeConfiguration : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.Property(p => p.Key).HasMaxLength(100);
        builder.Localized(p => p.Name, 300);
        builder.Property(p => p.TimeZone).HasMaxLength(100);
        builder.Money(p => p.Budget, required: false);
        builder.RefersTo<Organisation>(nameof(Programme.FunderId));
        builder.HasIndex(p => p.Key).IsUnique();
    }
}
