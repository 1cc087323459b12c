using DataCatalog.Core.Licensing.Periods;

namespace DataCatalog.Core.Licensing;

/// <summary>What a caller says of an agreement.</summary>
public sealed record AgreementInput
{
    /// <summary>Its number, unique with its licensor.</summary>
    public string? Number { get; init; }

    /// <summary>Korean title.</summary>
    public string? TitleKo { get; init; }

    /// <summary>English title.</summary>
    public string? TitleEn { get; init; }

    /// <summary>Who grants the rights.</summary>
    public Guid? LicensorId { get; init; }

    /// <summary>Day of signature.</summary>
    public DateOnly? SignedOn { get; init; }

    /// <summary>First day of its term.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Last day of its term, included.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>How it goes on.</summary>
    public RenewalKind Renewal { get; init; }

    /// <summary>For how long it renews, ISO 8601.</summary>
    public string? RenewalPeriod { get; init; }

    /// <summary>How long before the end notice must be given, ISO 8601.</summary>
    public string? NoticePeriod { get; init; }

    /// <summary>What becomes of a notice deadline on a day on which offices do not work.</summary>
    public BusinessDayRule NoticeDayRule { get; init; }

    /// <summary>The initial term and the renewals so far, where it has any behind it; <see cref="StartsOn"/> and <see cref="EndsOn"/> then follow.</summary>
    public IReadOnlyList<AgreementPeriodInput>? Periods { get; init; }

    /// <summary>What each renewal costs.</summary>
    public decimal? RenewalPriceAmount { get; init; }

    /// <summary>ISO 4217 code of the renewals' price.</summary>
    public string? RenewalPriceCurrency { get; init; }

    /// <summary>What it costs in all.</summary>
    public decimal? PriceAmount { get; init; }

    /// <summary>ISO 4217 code of the price.</summary>
    public string? PriceCurrency { get; init; }

    /// <summary>Where the money comes from.</summary>
    public Guid? BudgetLineId { get; init; }

    /// <summary>Days before a date on which to warn.</summary>
    public IReadOnlyList<int>? AlertWindows { get; init; }

    /// <summary>A made-up example.</summary>
    public bool Sample { get; init; }

    /// <summary>Parties in their roles, beside the licensor.</summary>
    public IReadOnlyList<AgreementPartyInput>? Parties { get; init; }

    /// <summary>Ids of the datasets it covers.</summary>
    public IReadOnlyList<Guid>? DatasetIds { get; init; }

    /// <summary>When what is paid.</summary>
    public IReadOnlyList<PaymentInput>? Payments { get; init; }

    /// <summary>Its papers.</summary>
    public IReadOnlyList<AgreementDocumentInput>? Documents { get; init; }
}
