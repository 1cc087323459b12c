using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.Spending;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Entitlements;

internal sealed class ExchangeRateConfiguration : IEntityTypeConfiguration<ExchangeRate>
{
    public void Configure(EntityTypeBuilder<ExchangeRate> builder)
    {
        builder.Property(r => r.Currency).HasMaxLength(3);
        builder.Property(r => r.Into).HasMaxLength(3);
        builder.Property(r => r.Rate).HasPrecision(19, 8);
        builder.Property(r => r.Source).HasMaxLength(300);
        builder.Property(r => r.RecordedBy).HasMaxLength(200);
        builder.HasIndex(r => new { r.Currency, r.Into, r.On }).IsUnique();
    }
}

internal sealed class BudgetReservationConfiguration : IEntityTypeConfiguration<BudgetReservation>
{
    public void Configure(EntityTypeBuilder<BudgetReservation> builder)
    {
        builder.Money(r => r.Amount, required: true);
        builder.Property(r => r.Purpose).HasMaxLength(2000);
        builder.Property(r => r.ReservedBy).HasMaxLength(200);
        builder.Property(r => r.ReleasedReason).HasMaxLength(2000);
        builder.RefersTo<BudgetLine>(nameof(BudgetReservation.BudgetLineId));
        builder.RefersTo<Consortium>(nameof(BudgetReservation.ConsortiumId));
    }
}
