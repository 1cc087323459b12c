using DataCatalog.Core.Catalogue;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Catalogue;

internal sealed class DatasetLicenceConfiguration : IEntityTypeConfiguration<DatasetLicence>
{
    public void Configure(EntityTypeBuilder<DatasetLicence> builder)
    {
        builder.ToTable("dataset_licences");
        builder.HasKey(l => new { l.DatasetId, l.LicenceId });
        builder.Property(l => l.AsStated).HasMaxLength(500);
        builder.Property(l => l.StatedAt).HasMaxLength(2000);
        builder.Property(l => l.LimitedTo).HasMaxLength(500);
        builder.RefersTo(l => l.Licence, l => l.LicenceId);
    }
}
