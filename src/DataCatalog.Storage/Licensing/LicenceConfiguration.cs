using DataCatalog.Core.Licensing;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Licensing;

// The unique index over lower(key) is made by the Guards migration: models know no indexes over expressions.
internal sealed class LicenceConfiguration : IEntityTypeConfiguration<Licence>
{
    public void Configure(EntityTypeBuilder<Licence> builder)
    {
        builder.Property(l => l.Key).HasMaxLength(150);
        builder.Localized(l => l.Name, 300);
        builder.Property(l => l.Address).HasMaxLength(2000);
        builder.Owns(l => l.Readings, r => r.LicenceId);
        builder.HasIndex(l => l.Key);
    }
}
