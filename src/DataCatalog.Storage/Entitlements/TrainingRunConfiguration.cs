using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.Runs;
using DataCatalog.Core.Licensing;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Entitlements;

internal sealed class TrainingRunConfiguration : IEntityTypeConfiguration<TrainingRun>
{
    public void Configure(EntityTypeBuilder<TrainingRun> builder)
    {
        builder.Property(r => r.RunId).HasMaxLength(200);
        builder.Property(r => r.Action).HasMaxLength(100);
        builder.Property(r => r.Note).HasMaxLength(2000);
        builder.Property(r => r.RegisteredBy).HasMaxLength(200);
        builder.Property(r => r.Sha256).HasMaxLength(64);
        builder.RefersTo<Consortium>(nameof(TrainingRun.ConsortiumId));
        builder.RefersTo(r => r.Model, r => r.ModelId);
        builder.HasMany(r => r.Usages).WithOne(u => u.TrainingRun).HasForeignKey(u => u.TrainingRunId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => new { r.ConsortiumId, r.RunId }).IsUnique();
        builder.HasIndex(r => new { r.StartedAt, r.Id });
    }
}

internal sealed class UsageRecordConfiguration : IEntityTypeConfiguration<UsageRecord>
{
    public void Configure(EntityTypeBuilder<UsageRecord> builder)
    {
        builder.Property(u => u.Source).HasMaxLength(300);
        builder.Property(u => u.TermsSha256).HasMaxLength(64);
        builder.RefersTo<Consortium>(nameof(UsageRecord.ConsortiumId));
        builder.RefersTo<FoundationModel>(nameof(UsageRecord.ModelId));
        builder.RefersTo(u => u.Dataset, u => u.DatasetId);
        builder.RefersTo<DatasetVersion>(nameof(UsageRecord.DatasetVersionId));
        builder.RefersTo<Agreement>(nameof(UsageRecord.AgreementId));
        builder.RefersTo<Entitlement>(nameof(UsageRecord.EntitlementId));
        builder.HasIndex(u => new { u.TrainingRunId, u.Id });
        builder.HasIndex(u => new { u.ModelId, u.DatasetId });
        builder.HasIndex(u => new { u.AgreementId, u.ConsortiumId, u.DatasetId });
        builder.HasIndex(u => new { u.DatasetId, u.ConsortiumId });
    }
}
