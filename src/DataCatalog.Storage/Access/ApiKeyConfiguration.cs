using DataCatalog.Core.Access;
using DataCatalog.Core.Entitlements;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Access;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.Property(k => k.Name).HasMaxLength(200);
        builder.Property(k => k.Prefix).HasMaxLength(ApiKey.PrefixLength);
        builder.Property(k => k.Hash).HasMaxLength(64);
        builder.Property(k => k.Roles).HasMaxLength(200);
        builder.RefersTo<Consortium>(nameof(ApiKey.ConsortiumId));
        builder.HasIndex(k => k.Prefix);
    }
}
