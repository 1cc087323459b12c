using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Search;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Search;

internal sealed class SavedSearchConfiguration : IEntityTypeConfiguration<SavedSearch>
{
    public void Configure(EntityTypeBuilder<SavedSearch> builder)
    {
        builder.Property(s => s.Name).HasMaxLength(200);
        builder.Property(s => s.Text).HasMaxLength(SearchLimits.Characters);
        builder.RefersTo<Consortium>(nameof(SavedSearch.ConsortiumId));
        builder.HasIndex(s => s.OwnerId);
    }
}
