using DataCatalog.Core.Compliance;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Compliance;

internal sealed class DeliveryConfiguration : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.Property(d => d.LastError).HasMaxLength(500);
        builder.HasOne<Subscription>().WithMany().HasForeignKey(d => d.SubscriptionId).OnDelete(DeleteBehavior.Cascade);
        builder.RefersTo<Alert>(nameof(Delivery.AlertId));
        builder.HasIndex(d => new { d.SubscriptionId, d.AlertId }).IsUnique().HasFilter("alert_id IS NOT NULL");
        builder.HasIndex(d => new { d.SubscriptionId, d.DigestOn }).IsUnique().HasFilter("digest_on IS NOT NULL");
        builder.HasIndex(d => new { d.State, d.DueAt });
    }
}
