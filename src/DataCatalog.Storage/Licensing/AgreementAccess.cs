using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataCatalog.Storage.Licensing;

/// <summary>That a consortium knows of an agreement: it is party to it, or holds or held an entitlement under it. Not a table.</summary>
internal sealed class AgreementAccess
{
    /// <summary>The agreement.</summary>
    public Guid AgreementId { get; private set; }

    /// <summary>The consortium.</summary>
    public Guid ConsortiumId { get; private set; }
}

internal sealed class AgreementAccessConfiguration : IEntityTypeConfiguration<AgreementAccess>
{
    public void Configure(EntityTypeBuilder<AgreementAccess> builder) => builder.HasNoKey().ToSqlQuery(
        """
        SELECT agreement_id, consortium_id FROM agreement_parties WHERE consortium_id IS NOT NULL
        UNION ALL
        SELECT agreement_id, consortium_id FROM entitlements
        """);
}
