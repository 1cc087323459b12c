using DataCatalog.Core.Entitlements;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Entitlements;

internal sealed class ConsortiumConfiguration : IEntityTypeConfiguration<Consortium>
{
    public void Configure(EntityTypeBuilder<Consortium> builder)
    {
        builder.Property(c => c.Key).HasMaxLength(100);
        builder.Localized(c => c.Name, 300);
        builder.Property(c => c.EndedReason).HasMaxLength(2000);
        builder.RefersTo(c => c.Lead, c => c.LeadId);
        builder.RefersTo<Programme>(nameof(Consortium.ProgrammeId));
        builder.Owns(c => c.Members, m => m.ConsortiumId);
        builder.HasIndex(c => c.Key).IsUnique();
    }
}
