using DataCatalog.Core.Catalogue;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Catalogue;

internal sealed class DatasetVersionConfiguration : IEntityTypeConfiguration<DatasetVersion>
{
    // Every fact of a modality may be unknown, so a column of its own tells details without facts from no details. It is a property of
    // the details: of a discriminator, which EF Core would make up, the tracker does not know the original value and takes it for changed.
    private const string Present = "Present";

    public void Configure(EntityTypeBuilder<DatasetVersion> builder)
    {
        builder.Property(v => v.Number).HasMaxLength(50);
        builder.Property(v => v.Notes).HasMaxLength(20_000);
        builder.ComplexProperty(v => v.Text, d =>
        {
            d.Property<bool>(Present);
            d.Property(t => t.Tokenizer).HasMaxLength(200);
        });
        builder.ComplexProperty(v => v.Image, d =>
        {
            d.Property<bool>(Present);
            d.Property(i => i.Annotations).HasMaxLength(500);
        });
        builder.ComplexProperty(v => v.Audio, d => d.Property<bool>(Present));
        builder.ComplexProperty(v => v.Video, d => d.Property<bool>(Present));
        builder.Owns(v => v.Distributions, d => d.VersionId);
        builder.HasIndex(v => new { v.DatasetId, v.Number }).IsUnique();
        builder.HasIndex(v => v.PublishedAt);
    }
}
