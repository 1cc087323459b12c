using DataCatalog.Core.Compliance;
using DataCatalog.Core.Entitlements;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Compliance;

internal sealed class SubscriptionConfiguration : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.Property(s => s.Name).HasMaxLength(200);
        builder.Property(s => s.Target).HasMaxLength(2000);
        builder.Property(s => s.Secret).HasMaxLength(100);
        builder.Property(s => s.Language).HasMaxLength(2);
        builder.Property(s => s.DisabledReason).HasMaxLength(500);
        builder.RefersTo<Consortium>(nameof(Subscription.ConsortiumId));
        builder.HasIndex(s => s.OwnerId);
    }
}
