using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Licensing;

internal sealed class ExemptionConfiguration : IEntityTypeConfiguration<Exemption>
{
    public void Configure(EntityTypeBuilder<Exemption> builder)
    {
        builder.Property(e => e.Key).HasMaxLength(100);
        builder.Localized(e => e.Name, 300);
        builder.Property(e => e.LegalBasis).HasMaxLength(2000);
        builder.Property(e => e.Conditions).HasMaxLength(20_000);
        builder.Owns(e => e.Beneficiaries, b => b.ExemptionId);
        builder.Owns(e => e.Covers, c => c.ExemptionId);
        builder.Owns(e => e.TermsVersions, t => t.ExemptionId, field: "terms");
        builder.HasIndex(e => e.Key).IsUnique();
    }
}

internal sealed class ExemptionBeneficiaryConfiguration : IEntityTypeConfiguration<ExemptionBeneficiary>
{
    public void Configure(EntityTypeBuilder<ExemptionBeneficiary> builder)
    {
        builder.ToTable("exemption_beneficiaries");
        builder.RefersTo<Programme>(nameof(ExemptionBeneficiary.ProgrammeId));
        builder.RefersTo<Consortium>(nameof(ExemptionBeneficiary.ConsortiumId));
    }
}

internal sealed class ExemptionCoverConfiguration : IEntityTypeConfiguration<ExemptionCover>
{
    public void Configure(EntityTypeBuilder<ExemptionCover> builder)
    {
        builder.ToTable("exemption_covers");
        builder.RefersTo<Dataset>(nameof(ExemptionCover.DatasetId));
        builder.RefersTo<Licence>(nameof(ExemptionCover.LicenceId));
    }
}

internal sealed class ExemptionTermsConfiguration : IEntityTypeConfiguration<ExemptionTerms>
{
    public void Configure(EntityTypeBuilder<ExemptionTerms> builder)
    {
        builder.ToTable("exemption_terms");
        builder.Property(t => t.RecordedBy).HasMaxLength(200);
        builder.Property(t => t.Sha256).HasMaxLength(64);
        builder.HasIndex(t => new { t.ExemptionId, t.Version }).IsUnique();
    }
}
