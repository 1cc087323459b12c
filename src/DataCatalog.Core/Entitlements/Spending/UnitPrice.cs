namespace DataCatalog.Core.Entitlements.Spending;

/// <summary>What one token, hour or image of a dataset costs.</summary>
public sealed record UnitPrice
{
    /// <summary>The dataset.</summary>
    public Guid DatasetId { get; init; }

    /// <summary>Its key.</summary>
    public string Dataset { get; init; } = "";

    /// <summary>The modality that is counted.</summary>
    public string? Modality { get; init; }

    /// <summary>token, image or hour; null for a modality that is not counted.</summary>
    public string? Unit { get; init; }

    /// <summary>How many its newest published version has; null where that is not known.</summary>
    public decimal? Units { get; init; }

    /// <summary>The programme's currency.</summary>
    public string Currency { get; init; } = "";

    /// <summary>What the modality's share of the dataset costs under all agreements; null where a rate is missing.</summary>
    public decimal? Committed { get; init; }

    /// <summary>What one unit costs, to ten decimals; null where the cost or the number of units is not known.</summary>
    public decimal? Price { get; init; }

    /// <summary>Commitments for which a rate is missing, as in <c>100 USD</c>.</summary>
    public IReadOnlyList<string> Unconverted { get; init; } = [];
}
