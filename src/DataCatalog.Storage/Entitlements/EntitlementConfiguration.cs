using DataCatalog.Core.Entitlements;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Entitlements;

internal sealed class EntitlementConfiguration : IEntityTypeConfiguration<Entitlement>
{
    public void Configure(EntityTypeBuilder<Entitlement> builder)
    {
        builder.Property(e => e.GrantedBy).HasMaxLength(200);
        builder.Property(e => e.RevokedReason).HasMaxLength(2000);
        builder.Property(e => e.AcceptedBy).HasMaxLength(200);
        builder.Property(e => e.AcceptedSha256).HasMaxLength(64);
        builder.Owns(e => e.Acceptances, a => a.EntitlementId);
        // Without foreign keys: SQLite adds them only by rebuilding the table outside the transaction of the migration.
        builder.HasIndex(e => e.RequestId);
        builder.HasIndex(e => e.ModelId);
        builder.RefersTo(e => e.Dataset, e => e.DatasetId);
        builder.RefersTo(e => e.Consortium, e => e.ConsortiumId);
        builder.RefersTo(e => e.Agreement, e => e.AgreementId);
        builder.HasIndex(e => new { e.ConsortiumId, e.DatasetId });
        builder.HasIndex(e => new { e.ConsortiumId, e.AgreementId });
        builder.HasIndex(e => new { e.EndsOn, e.Id });
        builder.HasIndex(e => new { e.GrantedAt, e.Id });
    }
}

internal sealed class EntitlementAcceptanceConfiguration : IEntityTypeConfiguration<EntitlementAcceptance>
{
    public void Configure(EntityTypeBuilder<EntitlementAcceptance> builder)
    {
        builder.ToTable("entitlement_acceptances");
        builder.Property(a => a.Sha256).HasMaxLength(64);
        builder.Property(a => a.AcceptedBy).HasMaxLength(200);
        builder.HasIndex(a => new { a.EntitlementId, a.Id });
    }
}
