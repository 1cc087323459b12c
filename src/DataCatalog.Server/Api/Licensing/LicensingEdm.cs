using Microsoft.OData.ModelBuilder;

namespace DataCatalog.Server.Api.Licensing;

/// <summary>The part of the model for agreements, terms and licences.</summary>
internal static class LicensingEdm
{
    /// <summary>Adds it.</summary>
    public static void Add(ODataConventionModelBuilder builder, bool staff)
    {
        builder.Rows<LicenceModel>("Licences");
        EntityTypeConfiguration<AgreementModel> agreement = builder.Rows<AgreementModel>("Agreements");
        agreement.ContainsMany(a => a.Parties);
        agreement.ContainsMany(a => a.Terms);
        builder.EntityType<AgreementPartyModel>().HasKey(p => p.Id);
        builder.EntityType<TermsModel>().HasKey(t => t.Id);
        if (!staff)
        {
            agreement.Ignore(a => a.PriceAmount);
            agreement.Ignore(a => a.PriceCurrency);
            agreement.Ignore(a => a.BudgetLineId);
            agreement.Ignore(a => a.Documents);
            agreement.Ignore(a => a.Payments);
            return;
        }

        agreement.ContainsMany(a => a.Documents);
        agreement.ContainsMany(a => a.Payments);
        builder.EntityType<DocumentModel>().HasKey(d => d.Id);
        builder.EntityType<PaymentModel>().HasKey(p => p.Id);
    }
}
