using DataCatalog.Core.Compliance.Feeds;
using DataCatalog.Core.Compliance.Impact;
using DataCatalog.Core.Entitlements;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Compliance;

internal sealed class CalendarFeedConfiguration : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.Property(f => f.Name).HasMaxLength(200);
        builder.Property(f => f.Language).HasMaxLength(2);
        builder.Property(f => f.TokenSha256).HasMaxLength(64);
        builder.RefersTo<Consortium>(nameof(CalendarFeed.ConsortiumId));
        builder.HasIndex(f => f.TokenSha256).IsUnique();
        builder.HasIndex(f => f.OwnerId);
    }
}

internal sealed class ImpactReportConfiguration : IEntityTypeConfiguration<ImpactReport>
{
    public void Configure(EntityTypeBuilder<ImpactReport> builder)
    {
        builder.Property(r => r.Action).HasMaxLength(100);
        builder.Property(r => r.SubjectType).HasMaxLength(100);
        builder.Property(r => r.By).HasMaxLength(200);
        builder.HasIndex(r => new { r.SubjectId, r.At });
    }
}
