using DataCatalog.Core.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Search;

// No foreign key: a task outlives its dataset, so that the document goes too.
internal sealed class IndexTaskConfiguration : IEntityTypeConfiguration<IndexTask>
{
    public void Configure(EntityTypeBuilder<IndexTask> builder)
    {
        builder.Property(t => t.LastError).HasMaxLength(1000);
        builder.HasIndex(t => t.DueAt);
        builder.HasIndex(t => t.DatasetId);
        builder.HasIndex(t => t.ClaimedUntil).HasFilter("claimed_until IS NOT NULL");
    }
}
