using DataCatalog.Core.Catalogue;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Catalogue;

internal sealed class DatasetVersionConfiguration : IEntityTypeConfiguration<DatasetVersion>
{
    // Every fact of a modality may be unknown, so a column of its own tells details without facts from no details.
    private const string Present = "Present";

    public void Configure(EntityTypeBuilder<DatasetVersion> builder)
    {
        builder.Property(v => v.Number).HasMaxLength(50);
        builder.Property(v => v.Notes).HasMaxLength(20_000);
        builder.ComplexProperty(v => v.Text, d =>
        {
            Mark(d, "text");
            d.Property(t => t.Tokenizer).HasMaxLength(200);
        });
        builder.ComplexProperty(v => v.Image, d =>
        {
            Mark(d, "image");
            d.Property(i => i.Annotations).HasMaxLength(500);
        });
        builder.ComplexProperty(v => v.Audio, d => Mark(d, "audio"));
        builder.ComplexProperty(v => v.Video, d => Mark(d, "video"));
        builder.Owns(v => v.Distributions, d => d.VersionId);
        builder.HasIndex(v => new { v.DatasetId, v.Number }).IsUnique();
        builder.HasIndex(v => v.PublishedAt);
    }

    private static void Mark<T>(ComplexPropertyBuilder<T> details, string name)
        where T : notnull
    {
        details.HasDiscriminator<string>(Present).HasValue(name);
        details.Property<string>(Present).HasMaxLength(5);
    }
}
