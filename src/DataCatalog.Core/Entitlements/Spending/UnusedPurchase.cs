namespace DataCatalog.Core.Entitlements.Spending;

/// <summary>A dataset that was paid for and that no run ever used.</summary>
public sealed record UnusedPurchase
{
    /// <summary>The agreement.</summary>
    public Guid AgreementId { get; init; }

    /// <summary>Its number.</summary>
    public string Number { get; init; } = "";

    /// <summary>The dataset.</summary>
    public Guid DatasetId { get; init; }

    /// <summary>Its key.</summary>
    public string Dataset { get; init; } = "";

    /// <summary>How many consortia are or were entitled to it.</summary>
    public int Consortia { get; init; }

    /// <summary>The programme's currency.</summary>
    public string Currency { get; init; } = "";

    /// <summary>The dataset's share of what was paid; null where a rate is missing.</summary>
    public decimal? Paid { get; init; }

    /// <summary>What was paid for which a rate is missing, as in <c>100 USD</c>.</summary>
    public IReadOnlyList<string> Unconverted { get; init; } = [];
}
