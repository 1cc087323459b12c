using DataCatalog.Core.Entitlements;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Entitlements;

internal sealed class ConsortiumMemberConfiguration : IEntityTypeConfiguration<ConsortiumMember>
{
    public void Configure(EntityTypeBuilder<ConsortiumMember> builder)
    {
        builder.ToTable("consortium_members");
        builder.Property(m => m.Role).HasMaxLength(100);
        builder.RefersTo(m => m.Organisation, m => m.OrganisationId);
    }
}
