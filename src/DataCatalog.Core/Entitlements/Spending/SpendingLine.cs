namespace DataCatalog.Core.Entitlements.Spending;

/// <summary>
/// What an agreement costs, shared out equally over its datasets, the modalities of each and the consortia entitled to each; one line for each of
/// these and each currency in which the agreement states sums. The lines of an agreement add up exactly to what it costs.
/// </summary>
public sealed record SpendingLine
{
    /// <summary>Identity, which follows from what the line is about.</summary>
    public Guid Id { get; init; }

    /// <summary>The agreement.</summary>
    public Guid AgreementId { get; init; }

    /// <summary>Its number.</summary>
    public string Number { get; init; } = "";

    /// <summary>Who grants the rights.</summary>
    public Guid LicensorId { get; init; }

    /// <summary>Who provides the dataset, or null.</summary>
    public Guid? ProviderId { get; init; }

    /// <summary>Where the money comes from, or null.</summary>
    public Guid? BudgetLineId { get; init; }

    /// <summary>What that money is set aside for, or null.</summary>
    public BudgetCategory? Category { get; init; }

    /// <summary>In which phase, or null.</summary>
    public int? Phase { get; init; }

    /// <summary>The dataset, or null where the agreement covers none.</summary>
    public Guid? DatasetId { get; init; }

    /// <summary>The modality, or null.</summary>
    public string? Modality { get; init; }

    /// <summary>The consortium, or null where nobody is entitled yet.</summary>
    public Guid? ConsortiumId { get; init; }

    /// <summary>The programme's currency.</summary>
    public string Currency { get; init; } = "";

    /// <summary>What is committed, in the programme's currency; null where a rate is missing.</summary>
    public decimal? Committed { get; init; }

    /// <summary>What was paid, in the programme's currency; null where a rate is missing.</summary>
    public decimal? Paid { get; init; }

    /// <summary>Payments that are open, in the programme's currency; null where a rate is missing.</summary>
    public decimal? Due { get; init; }

    /// <summary>Newest day of a rate that was used; null where none was needed.</summary>
    public DateOnly? RateOn { get; init; }

    /// <summary>Whether a rate is missing; then only the sums in the agreement's own currency are known.</summary>
    public bool Unconverted { get; init; }

    /// <summary>The currency in which the agreement states these sums.</summary>
    public string OwnCurrency { get; init; } = "";

    /// <summary>What is committed, as stated.</summary>
    public decimal OwnCommitted { get; init; }

    /// <summary>What was paid, as stated.</summary>
    public decimal OwnPaid { get; init; }

    /// <summary>Payments that are open, as stated.</summary>
    public decimal OwnDue { get; init; }
}
