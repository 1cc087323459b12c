using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Compliance.Obligations;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Compliance;

internal sealed class ObligationConfiguration : IEntityTypeConfiguration<Obligation>
{
    public void Configure(EntityTypeBuilder<Obligation> builder)
    {
        builder.Localized(o => o.Text, 2000);
        builder.Property(o => o.Clause).HasMaxLength(2000);
        builder.Property(o => o.Sha256).HasMaxLength(64);
        builder.Property(o => o.SettledBy).HasMaxLength(200);
        builder.Property(o => o.Reason).HasMaxLength(2000);
        builder.RefersTo(o => o.Consortium, o => o.ConsortiumId);
        builder.RefersTo(o => o.Agreement, o => o.AgreementId);
        builder.HasOne(o => o.Dataset).WithMany().HasForeignKey(o => o.DatasetId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersTo<FoundationModel>(nameof(Obligation.ModelId));
        builder.Owns(o => o.Evidence, e => e.ObligationId);
        builder.HasIndex(o => o.Sha256).IsUnique();
        builder.HasIndex(o => new { o.DueOn, o.Id }).HasFilter("status IN ('Open', 'Submitted')");
        builder.HasIndex(o => new { o.ConsortiumId, o.Status });
    }
}

internal sealed class ObligationEvidenceConfiguration : IEntityTypeConfiguration<ObligationEvidence>
{
    public void Configure(EntityTypeBuilder<ObligationEvidence> builder)
    {
        builder.ToTable("obligation_evidence");
        builder.Property(e => e.Statement).HasMaxLength(5000);
        builder.Property(e => e.Name).HasMaxLength(300);
        builder.Property(e => e.Sha256).HasMaxLength(64);
        builder.Property(e => e.GivenBy).HasMaxLength(200);
        builder.HasIndex(e => e.Sha256);
    }
}

internal sealed class DataCopyConfiguration : IEntityTypeConfiguration<DataCopy>
{
    public void Configure(EntityTypeBuilder<DataCopy> builder)
    {
        builder.Property(c => c.Place).HasMaxLength(500);
        builder.Property(c => c.RecordedBy).HasMaxLength(200);
        builder.Property(c => c.DeletedHow).HasMaxLength(2000);
        builder.Property(c => c.DeletionRecordedBy).HasMaxLength(200);
        builder.Property(c => c.CertificateSha256).HasMaxLength(64);
        builder.RefersTo<Consortium>(nameof(DataCopy.ConsortiumId));
        builder.RefersTo<Dataset>(nameof(DataCopy.DatasetId));
        builder.RefersTo<DatasetVersion>(nameof(DataCopy.DatasetVersionId));
        builder.HasIndex(c => new { c.ConsortiumId, c.DatasetId });
    }
}
