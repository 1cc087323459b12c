namespace DataCatalog.Core.Entitlements.Spending;

/// <summary>Why two purchases look like one.</summary>
public enum SameCorpus
{
    /// <summary>Both agreements cover the same dataset.</summary>
    SameDataset,

    /// <summary>A file of one dataset is, byte for byte, a file of the other.</summary>
    SameFile,

    /// <summary>Both datasets are of one provider and called the same.</summary>
    SameTitle,
}

/// <summary>The same corpus under two priced agreements that overlap in time.</summary>
public sealed record DoublePurchase
{
    /// <summary>Why it looks like the same.</summary>
    public SameCorpus Why { get; init; }

    /// <summary>The file's SHA-256, or the title as compared; null where it is the same dataset.</summary>
    public string? Same { get; init; }

    /// <summary>One agreement.</summary>
    public Guid AgreementId { get; init; }

    /// <summary>Its number.</summary>
    public string Number { get; init; } = "";

    /// <summary>The dataset that it covers.</summary>
    public string Dataset { get; init; } = "";

    /// <summary>The other agreement.</summary>
    public Guid OtherAgreementId { get; init; }

    /// <summary>Its number.</summary>
    public string OtherNumber { get; init; } = "";

    /// <summary>The dataset that it covers.</summary>
    public string OtherDataset { get; init; } = "";

    /// <summary>First day on which both hold.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day on which both hold; null where neither ends.</summary>
    public DateOnly? Until { get; init; }
}
