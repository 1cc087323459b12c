using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Compliance;

internal sealed class AlertConfiguration : IEntityTypeConfiguration<Alert>
{
    public void Configure(EntityTypeBuilder<Alert> builder)
    {
        builder.Localized(a => a.Subject, 1000);
        builder.Property(a => a.AcknowledgedBy).HasMaxLength(200);
        builder.Property(a => a.SnoozedBy).HasMaxLength(200);
        builder.Property(a => a.Note).HasMaxLength(2000);
        builder.RefersTo<Agreement>(nameof(Alert.AgreementId));
        builder.RefersTo<Dataset>(nameof(Alert.DatasetId));
        builder.RefersTo<Consortium>(nameof(Alert.ConsortiumId));
        builder.HasIndex(a => new { a.Kind, a.SubjectId, a.Date, a.Window }).IsUnique();
        builder.HasIndex(a => new { a.Status, a.Date });
        builder.HasIndex(a => new { a.Kind, a.Date, a.Id }).HasFilter("status IN ('Open', 'Acknowledged')");
        builder.HasIndex(a => new { a.RaisedAt, a.Id });
    }
}
