using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Licensing;

internal sealed class AgreementConfiguration : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.Property(a => a.Number).HasMaxLength(100);
        builder.Localized(a => a.Title, 300);
        builder.Property(a => a.RenewalPeriod).HasMaxLength(40);
        builder.Property(a => a.NoticePeriod).HasMaxLength(40);
        builder.Property(a => a.TerminationReason).HasMaxLength(2000);
        builder.Money(a => a.Price, required: false);
        builder.Money(a => a.RenewalPrice, required: false);
        builder.RefersTo(a => a.Licensor, a => a.LicensorId);
        builder.RefersTo<BudgetLine>(nameof(Agreement.BudgetLineId));
        builder.RefersTo<Agreement>(nameof(Agreement.SupersededById));
        builder.Owns(a => a.Parties, p => p.AgreementId);
        builder.Owns(a => a.Documents, d => d.AgreementId);
        builder.Owns(a => a.Payments, p => p.AgreementId);
        builder.Owns(a => a.TermsVersions, t => t.AgreementId, field: "terms");
        builder.Owns(a => a.Periods, p => p.AgreementId);
        builder.Navigation(a => a.Periods).AutoInclude();
        builder.Owns(a => a.Standings, s => s.AgreementId);
        builder.HasMany(a => a.Datasets).WithOne(d => d.Agreement).HasForeignKey(d => d.AgreementId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(a => new { a.LicensorId, a.Number }).IsUnique();
        builder.HasIndex(a => new { a.EndsOn, a.Id });
        // Most rows have none of these; an index of the nulls would only draw SQLite away from the index of the dates.
        builder.HasIndex(a => new { a.NoticeDeadline, a.Id }).HasFilter("notice_deadline IS NOT NULL");
        builder.HasIndex(a => new { a.TerminatedOn, a.Id }).HasFilter("terminated_on IS NOT NULL");
        builder.HasIndex(a => a.SupersededById).HasFilter("superseded_by_id IS NOT NULL");
    }
}
