using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.Requests;
using DataCatalog.Core.Licensing;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Entitlements;

internal sealed class AccessRequestConfiguration : IEntityTypeConfiguration<AccessRequest>
{
    public void Configure(EntityTypeBuilder<AccessRequest> builder)
    {
        builder.Property(r => r.Purpose).HasMaxLength(2000);
        builder.Property(r => r.ReleasePlan).HasMaxLength(2000);
        builder.Property(r => r.ReleaseLicence).HasMaxLength(150);
        builder.Property(r => r.RequestedBy).HasMaxLength(200);
        builder.RefersTo(r => r.Consortium, r => r.ConsortiumId);
        builder.RefersTo<FoundationModel>(nameof(AccessRequest.ModelId));
        builder.RefersTo<RecordedDecision>(nameof(AccessRequest.DecisionId));
        builder.Owns(r => r.Items, i => i.RequestId);
        builder.Owns(r => r.Steps, s => s.RequestId);
        builder.HasIndex(r => new { r.ConsortiumId, r.Status });
        builder.HasIndex(r => new { r.Status, r.RequestedAt });
    }
}

internal sealed class AccessRequestItemConfiguration : IEntityTypeConfiguration<AccessRequestItem>
{
    public void Configure(EntityTypeBuilder<AccessRequestItem> builder)
    {
        builder.ToTable("access_request_items");
        builder.RefersTo(i => i.Dataset, i => i.DatasetId);
        builder.RefersTo<Agreement>(nameof(AccessRequestItem.AgreementId));
        builder.RefersTo<Entitlement>(nameof(AccessRequestItem.EntitlementId));
        builder.HasIndex(i => new { i.RequestId, i.DatasetId }).IsUnique();
    }
}

internal sealed class AccessRequestStepConfiguration : IEntityTypeConfiguration<AccessRequestStep>
{
    public void Configure(EntityTypeBuilder<AccessRequestStep> builder)
    {
        builder.ToTable("access_request_steps");
        builder.Property(s => s.Text).HasMaxLength(2000);
        builder.Property(s => s.By).HasMaxLength(200);
        builder.HasIndex(s => new { s.RequestId, s.Id });
    }
}
