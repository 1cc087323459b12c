using Microsoft.OData.ModelBuilder;

namespace DataCatalog.Server.Api.Licensing;

/// <summary>The part of the model for agreements, terms and licences.</summary>
internal static class LicensingEdm
{
    /// <summary>Adds it.</summary>
    public static void Add(ODataConventionModelBuilder builder, bool staff)
    {
        EntityTypeConfiguration<LicenceModel> licence = builder.Rows<LicenceModel>("Licences");
        licence.ContainsMany(l => l.Readings);
        builder.EntityType<OfficerReadingModel>().HasKey(r => r.Id);
        EntityTypeConfiguration<ExemptionModel> exemption = builder.Rows<ExemptionModel>("Exemptions");
        exemption.ContainsMany(e => e.Beneficiaries);
        exemption.ContainsMany(e => e.Covers);
        exemption.ContainsMany(e => e.Terms);
        builder.EntityType<ExemptionBeneficiaryModel>().HasKey(b => b.Id);
        builder.EntityType<ExemptionCoverModel>().HasKey(c => c.Id);
        builder.EntityType<ExemptionTermsModel>().HasKey(t => t.Id);
        EntityTypeConfiguration<AgreementModel> agreement = builder.Rows<AgreementModel>("Agreements");
        agreement.ContainsMany(a => a.Parties);
        agreement.ContainsMany(a => a.Terms);
        builder.EntityType<AgreementPartyModel>().HasKey(p => p.Id);
        EntityTypeConfiguration<TermsModel> terms = builder.EntityType<TermsModel>();
        terms.HasKey(t => t.Id);
        if (!staff)
        {
            // The whole text holds prices, and what other consortia were granted; the use-check tells a member what concerns it.
            terms.Ignore(t => t.Odrl);
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
        builder.EntitySet<PaymentModel>("Payments").EntityType.HasKey(p => p.Id);
        AddOperations(agreement, licence);
    }

    private static void AddOperations(EntityTypeConfiguration<AgreementModel> agreement, EntityTypeConfiguration<LicenceModel> licence)
    {
        ActionConfiguration amend = agreement.Action("Amend");
        amend.Parameter<DateOnly?>("EffectiveFrom").Optional();
        amend.Parameter<JsonTerms>("Odrl").Optional();
        amend.Parameter<string>("Short").Optional();
        amend.Parameter<JsonTerms>("ShortForm").Optional();
        amend.Parameter<bool>("DryRun").Optional();
        amend.Returns<AmendAnswer>();
        agreement.Function("Impact").Returns<Core.Entitlements.UseCases.ImpactAnswer>();
        ActionConfiguration read = licence.Action("Read");
        read.Parameter<string>("Feature");
        read.Parameter<bool?>("Value").Optional();
        read.Parameter<string>("Note");
        read.ReturnsFromEntitySet<LicenceModel>("Licences");
    }
}
