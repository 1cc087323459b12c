using DataCatalog.Core.Licensing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Licensing;

internal sealed class TermsConfiguration : IEntityTypeConfiguration<Terms>
{
    public void Configure(EntityTypeBuilder<Terms> builder)
    {
        builder.Property(t => t.RecordedBy).HasMaxLength(200);
        builder.Property(t => t.Sha256).HasMaxLength(64);
        builder.HasIndex(t => new { t.AgreementId, t.Version }).IsUnique();
        builder.HasIndex(t => t.EffectiveFrom);
    }
}
