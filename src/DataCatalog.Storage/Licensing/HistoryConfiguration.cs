using DataCatalog.Core.Licensing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Licensing;

internal sealed class AgreementStandingConfiguration : IEntityTypeConfiguration<AgreementStanding>
{
    public void Configure(EntityTypeBuilder<AgreementStanding> builder)
    {
        builder.ToTable("agreement_standings");
        builder.HasIndex(s => new { s.AgreementId, s.RecordedAt });
    }
}

internal sealed class OfficerReadingConfiguration : IEntityTypeConfiguration<OfficerReading>
{
    public void Configure(EntityTypeBuilder<OfficerReading> builder)
    {
        builder.ToTable("licence_readings");
        builder.Property(r => r.RecordedBy).HasMaxLength(200);
        builder.Property(r => r.Note).HasMaxLength(5000);
        builder.Property(r => r.Feature).HasMaxLength(40);
        builder.HasIndex(r => new { r.LicenceId, r.Version }).IsUnique();
    }
}

internal sealed class PolicyTextConfiguration : IEntityTypeConfiguration<PolicyText>
{
    public void Configure(EntityTypeBuilder<PolicyText> builder)
    {
        builder.ToTable("policy_texts");
        builder.HasKey(t => t.Sha256);
        builder.Property(t => t.Sha256).HasMaxLength(64);
    }
}
