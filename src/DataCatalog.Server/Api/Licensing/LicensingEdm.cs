using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Periods;
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
        agreement.ContainsMany(a => a.Periods);
        EntityTypeConfiguration<AgreementPeriodModel> period = builder.EntityType<AgreementPeriodModel>();
        period.HasKey(p => p.Id);
        builder.ComplexType<DeadlineAnswer>();
        agreement.Function("Deadlines").ReturnsCollection<DeadlineAnswer>();
        builder.EntityType<AgreementPartyModel>().HasKey(p => p.Id);
        EntityTypeConfiguration<TermsModel> terms = builder.EntityType<TermsModel>();
        terms.HasKey(t => t.Id);
        if (!staff)
        {
            // The whole text holds prices, and what other consortia were granted; the use-check tells a member what concerns it.
            terms.Ignore(t => t.Odrl);
            agreement.Ignore(a => a.PriceAmount);
            agreement.Ignore(a => a.PriceCurrency);
            agreement.Ignore(a => a.RenewalPriceAmount);
            agreement.Ignore(a => a.RenewalPriceCurrency);
            agreement.Ignore(a => a.TerminationReason);
            agreement.Ignore(a => a.BudgetLineId);
            period.Ignore(p => p.CostAmount);
            period.Ignore(p => p.CostCurrency);
            period.Ignore(p => p.RecordedBy);
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
        FunctionConfiguration impact = agreement.Function("Impact");
        impact.Returns<Core.Entitlements.UseCases.ImpactAnswer>();
        AddCourse(agreement);
        ActionConfiguration read = licence.Action("Read");
        read.Parameter<string>("Feature");
        read.Parameter<bool?>("Value").Optional();
        read.Parameter<string>("Note");
        read.ReturnsFromEntitySet<LicenceModel>("Licences");
    }

    private static void AddCourse(EntityTypeConfiguration<AgreementModel> agreement)
    {
        ActionConfiguration notice = agreement.Action("GiveNotice");
        notice.Parameter<DateOnly?>("GivenOn").Optional();
        notice.Parameter<AgreementSide>("By").Optional();
        notice.ReturnsFromEntitySet<AgreementModel>("Agreements");
        ActionConfiguration withdraw = agreement.Action("WithdrawNotice");
        withdraw.Parameter<string>("Reason");
        withdraw.ReturnsFromEntitySet<AgreementModel>("Agreements");
        ActionConfiguration renew = agreement.Action("Renew");
        renew.Parameter<DateOnly?>("EndsOn").Optional();
        renew.Parameter<decimal?>("CostAmount").Optional();
        renew.Parameter<string>("CostCurrency").Optional();
        renew.ReturnsFromEntitySet<AgreementModel>("Agreements");
        ActionConfiguration terminate = agreement.Action("Terminate");
        terminate.Parameter<DateOnly?>("LastDay").Optional();
        terminate.Parameter<AgreementSide>("By").Optional();
        terminate.Parameter<string>("Reason");
        terminate.Parameter<bool>("DryRun").Optional();
        terminate.Returns<Core.Entitlements.UseCases.ImpactAnswer>();
        ActionConfiguration supersede = agreement.Action("Supersede");
        supersede.Parameter<Guid>("ById");
        supersede.Parameter<bool>("CarryOver").Optional();
        supersede.Returns<Core.Entitlements.UseCases.ImpactAnswer>();
    }
}
