using DataCatalog.Core.Licensing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Licensing;

internal sealed class AgreementDocumentConfiguration : IEntityTypeConfiguration<AgreementDocument>
{
    public void Configure(EntityTypeBuilder<AgreementDocument> builder)
    {
        builder.ToTable("agreement_documents");
        builder.Property(d => d.Name).HasMaxLength(300);
        builder.Property(d => d.MediaType).HasMaxLength(127);
        builder.Property(d => d.Sha256).HasMaxLength(64);
    }
}
