using DataCatalog.Core.Entitlements;

namespace DataCatalog.Server.Api.Spending;

/// <summary>What one unit of a currency was worth in another from a day on; append-only, staff only.</summary>
public sealed class ExchangeRateModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; its ETag.</summary>
    public long RowVersion { get; set; }

    /// <summary>ISO 4217 code of the currency that is exchanged.</summary>
    public string Currency { get; set; } = "";

    /// <summary>ISO 4217 code of the currency that it is worth.</summary>
    public string Into { get; set; } = "";

    /// <summary>The day from which it counts, until the next recorded.</summary>
    public DateOnly On { get; set; }

    /// <summary>Units of the second currency for one of the first.</summary>
    public decimal Rate { get; set; }

    /// <summary>Where it was taken from.</summary>
    public string Source { get; set; } = "";

    /// <summary>Who recorded it.</summary>
    public string RecordedBy { get; set; } = "";

    /// <summary>When it was recorded.</summary>
    public DateTime RecordedAt { get; set; }
}

/// <summary>Money of a budget line kept for a consortium's wishes; staff only.</summary>
public sealed class BudgetReservationModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; its ETag.</summary>
    public long RowVersion { get; set; }

    /// <summary>Id of the budget line.</summary>
    public Guid BudgetLineId { get; set; }

    /// <summary>Id of the consortium.</summary>
    public Guid ConsortiumId { get; set; }

    /// <summary>How much.</summary>
    public decimal Amount { get; set; }

    /// <summary>ISO 4217 code, that of the line.</summary>
    public string Currency { get; set; } = "";

    /// <summary>What for.</summary>
    public string Purpose { get; set; } = "";

    /// <summary>Who reserved it.</summary>
    public string ReservedBy { get; set; } = "";

    /// <summary>When it was reserved.</summary>
    public DateTime ReservedAt { get; set; }

    /// <summary>The day it was released; null while it is kept.</summary>
    public DateOnly? ReleasedOn { get; set; }

    /// <summary>Why it was released.</summary>
    public string? ReleasedReason { get; set; }
}

/// <summary>
/// What an agreement costs, shared out equally over its datasets, their modalities and the consortia entitled to each; the lines of an agreement add up
/// exactly to what it costs. Staff only.
/// </summary>
public sealed class SpendingLineModel
{
    /// <summary>Identity, which follows from what the line is about.</summary>
    public Guid Id { get; set; }

    /// <summary>Id of the agreement.</summary>
    public Guid AgreementId { get; set; }

    /// <summary>Its number.</summary>
    public string Number { get; set; } = "";

    /// <summary>Id of who grants the rights.</summary>
    public Guid LicensorId { get; set; }

    /// <summary>Id of who provides the dataset.</summary>
    public Guid? ProviderId { get; set; }

    /// <summary>Id of the budget line.</summary>
    public Guid? BudgetLineId { get; set; }

    /// <summary>What that money is set aside for.</summary>
    public BudgetCategory? Category { get; set; }

    /// <summary>In which phase; null for all.</summary>
    public int? Phase { get; set; }

    /// <summary>Id of the dataset; null where the agreement covers none.</summary>
    public Guid? DatasetId { get; set; }

    /// <summary>The modality.</summary>
    public string? Modality { get; set; }

    /// <summary>Id of the consortium; null where nobody is entitled yet.</summary>
    public Guid? ConsortiumId { get; set; }

    /// <summary>The programme's currency, ISO 4217.</summary>
    public string Currency { get; set; } = "";

    /// <summary>What is committed, in the programme's currency; null where a rate is missing.</summary>
    public decimal? Committed { get; set; }

    /// <summary>What was paid, in the programme's currency; null where a rate is missing.</summary>
    public decimal? Paid { get; set; }

    /// <summary>Payments that are open, in the programme's currency; null where a rate is missing.</summary>
    public decimal? Due { get; set; }

    /// <summary>Newest day of a rate that was used; null where none was needed.</summary>
    public DateOnly? RateOn { get; set; }

    /// <summary>Whether a rate is missing; then only the sums in the agreement's own currency are known.</summary>
    public bool Unconverted { get; set; }

    /// <summary>The currency in which the agreement states these sums, ISO 4217.</summary>
    public string OwnCurrency { get; set; } = "";

    /// <summary>What is committed, as stated.</summary>
    public decimal OwnCommitted { get; set; }

    /// <summary>What was paid, as stated.</summary>
    public decimal OwnPaid { get; set; }

    /// <summary>Payments that are open, as stated.</summary>
    public decimal OwnDue { get; set; }
}
