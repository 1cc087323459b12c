using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Periods;
using DataCatalog.Server.Api.Catalogue;

namespace DataCatalog.Server.Api.Licensing;

/// <summary>A signed contract for one or more datasets.</summary>
public sealed class AgreementModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; its ETag.</summary>
    public long RowVersion { get; set; }

    /// <summary>Its number, unique with its licensor.</summary>
    public string Number { get; set; } = "";

    /// <summary>Korean title; at least one of the two is there.</summary>
    public string? TitleKo { get; set; }

    /// <summary>English title; at least one of the two is there.</summary>
    public string? TitleEn { get; set; }

    /// <summary>Id of who grants the rights.</summary>
    public Guid LicensorId { get; set; }

    /// <summary>Who grants the rights.</summary>
    public OrganisationModel? Licensor { get; set; }

    /// <summary>Where it stands today; follows from its dates.</summary>
    public AgreementStatus Status { get; set; }

    /// <summary>Day of signature.</summary>
    public DateOnly? SignedOn { get; set; }

    /// <summary>First day of its term.</summary>
    public DateOnly StartsOn { get; set; }

    /// <summary>Last day of its term, in force until that day ends; null where open-ended.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>How it goes on after its term.</summary>
    public RenewalKind Renewal { get; set; }

    /// <summary>For how long it renews, ISO 8601.</summary>
    public string? RenewalPeriod { get; set; }

    /// <summary>How long before the end notice must be given, ISO 8601.</summary>
    public string? NoticePeriod { get; set; }

    /// <summary>What becomes of a notice deadline on a day on which offices do not work.</summary>
    public BusinessDayRule NoticeDayRule { get; set; }

    /// <summary>Last day on which notice still counts in the current period.</summary>
    public DateOnly? NoticeDeadline { get; set; }

    /// <summary>Day on which notice was given.</summary>
    public DateOnly? NoticeGivenOn { get; set; }

    /// <summary>Who gave it.</summary>
    public AgreementSide? NoticeGivenBy { get; set; }

    /// <summary>Day it was ended early.</summary>
    public DateOnly? TerminatedOn { get; set; }

    /// <summary>Who ended it early.</summary>
    public AgreementSide? TerminatedBy { get; set; }

    /// <summary>Why it was ended early.</summary>
    public string? TerminationReason { get; set; }

    /// <summary>Id of the agreement that took its place.</summary>
    public Guid? SupersededById { get; set; }

    /// <summary>What it costs in all; staff only.</summary>
    public decimal? PriceAmount { get; set; }

    /// <summary>ISO 4217 code of the price; staff only.</summary>
    public string? PriceCurrency { get; set; }

    /// <summary>What each renewal costs; staff only.</summary>
    public decimal? RenewalPriceAmount { get; set; }

    /// <summary>ISO 4217 code of the renewals' price; staff only.</summary>
    public string? RenewalPriceCurrency { get; set; }

    /// <summary>Id of the budget line; staff only.</summary>
    public Guid? BudgetLineId { get; set; }

    /// <summary>Days before a date on which to warn; empty for the programme's own.</summary>
    public List<int> AlertWindows { get; set; } = [];

    /// <summary>Whether it is a made-up example.</summary>
    public bool Sample { get; set; }

    /// <summary>Organisations and consortia in their roles.</summary>
    public ICollection<AgreementPartyModel> Parties { get; set; } = [];

    /// <summary>The datasets it covers.</summary>
    public ICollection<DatasetModel> Datasets { get; set; } = [];

    /// <summary>Its rules, version by version.</summary>
    public ICollection<TermsModel> Terms { get; set; } = [];

    /// <summary>The initial term and each renewal.</summary>
    public ICollection<AgreementPeriodModel> Periods { get; set; } = [];

    /// <summary>Its papers; staff only.</summary>
    public ICollection<DocumentModel> Documents { get; set; } = [];

    /// <summary>When what is paid; staff only.</summary>
    public ICollection<PaymentModel> Payments { get; set; } = [];
}

/// <summary>The initial term of an agreement, or a renewal.</summary>
public sealed class AgreementPeriodModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>0 for the initial term, then one more for each renewal.</summary>
    public int Ordinal { get; set; }

    /// <summary>How it came about.</summary>
    public PeriodKind Kind { get; set; }

    /// <summary>First day.</summary>
    public DateOnly StartsOn { get; set; }

    /// <summary>Last day; null where open-ended.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>The end less the notice period.</summary>
    public DateOnly? NoticeReckoned { get; set; }

    /// <summary>Last day on which notice counts for this period.</summary>
    public DateOnly? NoticeDeadline { get; set; }

    /// <summary>What it costs; staff only.</summary>
    public decimal? CostAmount { get; set; }

    /// <summary>ISO 4217 code of the cost; staff only.</summary>
    public string? CostCurrency { get; set; }

    /// <summary>When the registry learnt of it.</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>Who recorded it; staff only.</summary>
    public string RecordedBy { get; set; } = "";
}

/// <summary>An organisation or consortium in a role of an agreement.</summary>
public sealed class AgreementPartyModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>What it is to the agreement.</summary>
    public PartyRole Role { get; set; }

    /// <summary>Id of the organisation; null where it is a consortium.</summary>
    public Guid? OrganisationId { get; set; }

    /// <summary>Id of the consortium; null where it is an organisation.</summary>
    public Guid? ConsortiumId { get; set; }
}

/// <summary>A version of an agreement's machine-readable rules; append-only.</summary>
public sealed class TermsModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>1 for the first, one more for each amendment.</summary>
    public int Version { get; set; }

    /// <summary>First day on which these rules hold.</summary>
    public DateOnly EffectiveFrom { get; set; }

    /// <summary>When the registry learnt of them.</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>Who recorded them.</summary>
    public string RecordedBy { get; set; } = "";

    /// <summary>The rules as an ODRL 2.2 policy in JSON-LD, as text.</summary>
    public string Odrl { get; set; } = "";

    /// <summary>SHA-256 of the rules, lower-case hexadecimal.</summary>
    public string Sha256 { get; set; } = "";

    /// <summary>Short names of the permitted actions.</summary>
    public List<string> PermittedActions { get; set; } = [];

    /// <summary>ISO 3166-1 codes that permissions are limited to; empty where they are not.</summary>
    public List<string> Territories { get; set; } = [];

    /// <summary>Last day that the permissions name.</summary>
    public DateOnly? EndsOn { get; set; }
}

/// <summary>A paper of an agreement; staff only.</summary>
public sealed class DocumentModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>File name.</summary>
    public string Name { get; set; } = "";

    /// <summary>IANA media type.</summary>
    public string MediaType { get; set; } = "";

    /// <summary>Size in bytes.</summary>
    public long Bytes { get; set; }

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public string Sha256 { get; set; } = "";
}

/// <summary>A sum due on a day; staff only.</summary>
public sealed class PaymentModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>Id of the agreement.</summary>
    public Guid AgreementId { get; set; }

    /// <summary>Last day to pay.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>How much.</summary>
    public decimal Amount { get; set; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; set; } = "";

    /// <summary>Day it was paid.</summary>
    public DateOnly? PaidOn { get; set; }
}

/// <summary>A published licence.</summary>
public sealed class LicenceModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; its ETag.</summary>
    public long RowVersion { get; set; }

    /// <summary>SPDX identifier, or LicenseRef-… where the list has none.</summary>
    public string Key { get; set; } = "";

    /// <summary>Korean name; at least one of the two is there.</summary>
    public string? NameKo { get; set; }

    /// <summary>English name; at least one of the two is there.</summary>
    public string? NameEn { get; set; }

    /// <summary>Where it is published.</summary>
    public LicenceKind Kind { get; set; }

    /// <summary>Web address of its text.</summary>
    public string? Address { get; set; }

    /// <summary>Whether it asks for attribution; null where not read.</summary>
    public bool? Attribution { get; set; }

    /// <summary>Whether it allows commercial use; null where not read.</summary>
    public bool? CommercialUse { get; set; }

    /// <summary>Whether it allows adaptations; null where not read.</summary>
    public bool? Derivatives { get; set; }

    /// <summary>Whether adaptations must keep the licence; null where not read.</summary>
    public bool? ShareAlike { get; set; }

    /// <summary>How officers read it, in place of the ready-made reading.</summary>
    public ICollection<OfficerReadingModel> Readings { get; set; } = [];
}
