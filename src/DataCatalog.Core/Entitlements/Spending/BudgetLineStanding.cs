namespace DataCatalog.Core.Entitlements.Spending;

/// <summary>Where a budget line stands, in its own currency.</summary>
public sealed record BudgetLineStanding
{
    /// <summary>The line.</summary>
    public Guid BudgetLineId { get; init; }

    /// <summary>Its Korean name.</summary>
    public string? NameKo { get; init; }

    /// <summary>Its English name.</summary>
    public string? NameEn { get; init; }

    /// <summary>What for.</summary>
    public BudgetCategory Category { get; init; }

    /// <summary>1 for the first phase; null for all.</summary>
    public int? Phase { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "";

    /// <summary>What was set aside.</summary>
    public decimal Amount { get; init; }

    /// <summary>What its signed agreements commit; null where a rate is missing.</summary>
    public decimal? Committed { get; init; }

    /// <summary>What is reserved and not released.</summary>
    public decimal Reserved { get; init; }

    /// <summary>What was paid; null where a rate is missing.</summary>
    public decimal? Paid { get; init; }

    /// <summary>What is neither committed nor reserved, below 0 where too much is; null where a rate is missing.</summary>
    public decimal? Left { get; init; }

    /// <summary>Commitments for which a rate is missing, as in <c>100 USD</c>.</summary>
    public IReadOnlyList<string> Unconverted { get; init; } = [];
}
