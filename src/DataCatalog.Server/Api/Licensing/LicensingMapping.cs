using AutoMapper;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Periods;

namespace DataCatalog.Server.Api.Licensing;

/// <summary>How agreements, terms and licences are shown.</summary>
public sealed class LicensingMapping : Profile
{
    /// <summary>Makes the maps; the parameter <c>today</c> is the programme's day, from which statuses follow.</summary>
    public LicensingMapping()
    {
        DateOnly today = default;
        CreateProjection<Agreement, AgreementModel>()
            .ForMember(m => m.Status, o => o.MapFrom(a =>
                a.SupersededById != null && (a.TerminatedOn == null || a.TerminatedOn < today) ? AgreementStatus.Superseded
                : a.TerminatedOn < today ? AgreementStatus.Terminated
                : a.SignedOn == null || a.SignedOn > today ? AgreementStatus.Draft
                : a.StartsOn > today ? AgreementStatus.Pending
                : a.EndsOn < today ? AgreementStatus.Expired
                : a.NoticeGivenOn == null && a.TerminatedOn == null && a.NoticeDeadline >= today && a.NoticeDeadline <= today.AddDays(AgreementStatuses.SoonDays) ? AgreementStatus.NoticeDue
                : a.EndsOn <= today.AddDays(AgreementStatuses.SoonDays) || a.TerminatedOn <= today.AddDays(AgreementStatuses.SoonDays) ? AgreementStatus.Expiring
                : AgreementStatus.InForce))
            .ForMember(m => m.Licensor, o => o.ExplicitExpansion())
            .ForMember(m => m.Parties, o => o.ExplicitExpansion())
            .ForMember(m => m.Periods, o => o.ExplicitExpansion())
            .ForMember(m => m.Documents, o => o.ExplicitExpansion())
            .ForMember(m => m.Payments, o => o.ExplicitExpansion())
            .ForMember(m => m.Datasets, o => { o.ExplicitExpansion(); o.MapFrom(a => a.Datasets.Select(d => d.Dataset)); })
            .ForMember(m => m.Terms, o => { o.ExplicitExpansion(); o.MapFrom(a => a.TermsVersions); });
        CreateProjection<AgreementParty, AgreementPartyModel>();
        CreateProjection<AgreementPeriod, AgreementPeriodModel>();
        CreateProjection<AgreementDocument, DocumentModel>();
        CreateProjection<Terms, TermsModel>();
        CreateProjection<Payment, PaymentModel>()
            .ForMember(m => m.Amount, o => o.MapFrom(p => p.Amount.Amount))
            .ForMember(m => m.Currency, o => o.MapFrom(p => p.Amount.Currency));
        CreateProjection<Licence, LicenceModel>().ForMember(m => m.Readings, o => o.ExplicitExpansion());
        CreateProjection<OfficerReading, OfficerReadingModel>();
        CreateProjection<Exemption, ExemptionModel>()
            .ForMember(m => m.Beneficiaries, o => o.ExplicitExpansion())
            .ForMember(m => m.Covers, o => o.ExplicitExpansion())
            .ForMember(m => m.Terms, o => { o.ExplicitExpansion(); o.MapFrom(e => e.TermsVersions); });
        CreateProjection<ExemptionBeneficiary, ExemptionBeneficiaryModel>();
        CreateProjection<ExemptionCover, ExemptionCoverModel>();
        CreateProjection<ExemptionTerms, ExemptionTermsModel>();
    }
}
