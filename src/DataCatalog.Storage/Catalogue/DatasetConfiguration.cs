using DataCatalog.Core.Catalogue;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Catalogue;

internal sealed class DatasetConfiguration : IEntityTypeConfiguration<Dataset>
{
    public void Configure(EntityTypeBuilder<Dataset> builder)
    {
        builder.Property(d => d.Key).HasMaxLength(100);
        builder.Localized(d => d.Title, 300);
        builder.Localized(d => d.Description, 20_000);
        builder.Property(d => d.OptOutMeasures).HasMaxLength(4000);
        builder.Property(d => d.StatusReason).HasMaxLength(2000);
        builder.Property(d => d.Volumes).IsJson();
        builder.Property(d => d.Supply).IsJson();
        builder.RefersTo(d => d.Provider, d => d.ProviderId);
        builder.Owns(d => d.Versions, v => v.DatasetId);
        builder.Owns(d => d.Licences, l => l.DatasetId);
        builder.HasIndex(d => d.Key).IsUnique();
        builder.HasIndex(d => d.Status);
        builder.HasIndex(d => new { d.RegisteredAt, d.Id });
        builder.HasIndex(d => new { d.ChangedAt, d.Id });
    }
}
