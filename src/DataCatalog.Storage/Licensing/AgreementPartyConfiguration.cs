using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;
using DataCatalog.Storage.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Licensing;

internal sealed class AgreementPartyConfiguration : IEntityTypeConfiguration<AgreementParty>
{
    public void Configure(EntityTypeBuilder<AgreementParty> builder)
    {
        builder.ToTable("agreement_parties");
        builder.RefersTo<Organisation>(nameof(AgreementParty.OrganisationId));
        builder.RefersTo<Consortium>(nameof(AgreementParty.ConsortiumId));
    }
}
