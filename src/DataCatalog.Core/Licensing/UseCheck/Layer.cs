namespace DataCatalog.Core.Licensing.UseCheck;

/// <summary>What a right rests on (domain rule 10a), from the lowest to the highest: where layers differ, the highest that says anything of the action decides.</summary>
public enum LayerKind
{
    /// <summary>A published licence.</summary>
    Licence,

    /// <summary>A signed agreement.</summary>
    Agreement,

    /// <summary>A statutory or regulatory exemption.</summary>
    Exemption,
}

/// <summary>One set of terms that covers the dataset asked about, for the party that asks.</summary>
/// <remarks>Terms of an agreement hold for a consortium through its entitlement; <see cref="From"/> and <see cref="Until"/> are where both hold.</remarks>
public sealed record Layer
{
    /// <summary>What kind of terms.</summary>
    public required LayerKind Kind { get; init; }

    /// <summary>Which: a licence's key, an agreement's number or an exemption's key.</summary>
    public required string Source { get; init; }

    /// <summary>Identity of the licence, agreement or exemption.</summary>
    public Guid SourceId { get; init; }

    /// <summary>Version of the terms.</summary>
    public int Version { get; init; } = 1;

    /// <summary>SHA-256 of the canonical terms, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The terms, ready to decide by.</summary>
    public required CompiledTerms Terms { get; init; }

    /// <summary>First instant at which these terms hold for the asker; null for always.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>First instant at which they hold no longer (exclusive); null for no end.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The entitlement through which they hold, or null.</summary>
    public Guid? EntitlementId { get; init; }

    /// <summary>
    /// Whether that entitlement is for what is asked (domain rule 12). Where it is not, the terms' permissions give nothing, while their
    /// prohibitions hold all the same; unknown where it is for one model and the question names none.
    /// </summary>
    public Satisfaction Granted { get; init; } = Satisfaction.Yes;
}
