using DataCatalog.Core.Licensing.Periods;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Licensing;

internal sealed class AgreementPeriodConfiguration : IEntityTypeConfiguration<AgreementPeriod>
{
    public void Configure(EntityTypeBuilder<AgreementPeriod> builder)
    {
        builder.ToTable("agreement_periods");
        builder.Property(p => p.RecordedBy).HasMaxLength(200);
        builder.Money(p => p.Cost, required: false);
        builder.HasIndex(p => new { p.AgreementId, p.Ordinal }).IsUnique();
    }
}
