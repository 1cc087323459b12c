using DataCatalog.Core.Licensing;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Licensing;

internal sealed class AgreementDatasetConfiguration : IEntityTypeConfiguration<AgreementDataset>
{
    public void Configure(EntityTypeBuilder<AgreementDataset> builder)
    {
        builder.ToTable("agreement_datasets");
        builder.HasKey(d => new { d.AgreementId, d.DatasetId });
        builder.RefersTo(d => d.Dataset, d => d.DatasetId);
    }
}
