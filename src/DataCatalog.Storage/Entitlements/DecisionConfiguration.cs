using DataCatalog.Core.Entitlements;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Entitlements;

internal sealed class RecordedDecisionConfiguration : IEntityTypeConfiguration<RecordedDecision>
{
    public void Configure(EntityTypeBuilder<RecordedDecision> builder)
    {
        builder.Property(d => d.AskedBy).HasMaxLength(200);
        builder.Property(d => d.DatasetKey).HasMaxLength(100);
        builder.RefersTo<Consortium>(nameof(RecordedDecision.ConsortiumId));
        builder.RefersTo<FoundationModel>(nameof(RecordedDecision.ModelId));
        builder.HasIndex(d => new { d.ConsortiumId, d.Id });
    }
}

internal sealed class ClearanceConfiguration : IEntityTypeConfiguration<Clearance>
{
    public void Configure(EntityTypeBuilder<Clearance> builder)
    {
        builder.Property(c => c.KeyId).HasMaxLength(64);
        builder.Property(c => c.IssuedBy).HasMaxLength(200);
        builder.RefersTo<Consortium>(nameof(Clearance.ConsortiumId));
        builder.RefersTo<FoundationModel>(nameof(Clearance.ModelId));
        builder.RefersTo<RecordedDecision>(nameof(Clearance.DecisionId));
        builder.HasIndex(c => new { c.ConsortiumId, c.Id });
    }
}

internal sealed class ClearanceKeyConfiguration : IEntityTypeConfiguration<ClearanceKey>
{
    public void Configure(EntityTypeBuilder<ClearanceKey> builder)
    {
        builder.Property(k => k.KeyId).HasMaxLength(64);
        builder.Property(k => k.Algorithm).HasMaxLength(40);
        builder.Property(k => k.PublicKey).HasMaxLength(1000);
        builder.HasIndex(k => k.KeyId).IsUnique();
    }
}
