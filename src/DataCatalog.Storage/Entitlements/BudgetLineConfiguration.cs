using DataCatalog.Core.Entitlements;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Entitlements;

internal sealed class BudgetLineConfiguration : IEntityTypeConfiguration<BudgetLine>
{
    public void Configure(EntityTypeBuilder<BudgetLine> builder)
    {
        builder.Localized(b => b.Name, 300);
        builder.Money(b => b.Amount, required: true);
        builder.RefersTo<Programme>(nameof(BudgetLine.ProgrammeId));
    }
}
