namespace DataCatalog.Core.Compliance.Messages;

/// <summary>What is sent to one receiver: every channel takes the form that it needs.</summary>
public sealed record Message
{
    /// <summary>Id of the delivery: the same at each attempt, so that a receiver can drop duplicates.</summary>
    public required Guid DeliveryId { get; init; }

    /// <summary>E-mail address or web address.</summary>
    public required string Target { get; init; }

    /// <summary>The secret that signs it, or null.</summary>
    public string? Secret { get; init; }

    /// <summary><c>ko</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>One line.</summary>
    public required string Subject { get; init; }

    /// <summary>The text without markup.</summary>
    public required string Text { get; init; }

    /// <summary>The same as an HTML page.</summary>
    public required string Html { get; init; }

    /// <summary>The day of a digest, or null where a single alert is told.</summary>
    public DateOnly? DigestOn { get; init; }

    /// <summary>The alerts that it tells, the most urgent first.</summary>
    public required IReadOnlyList<AlertFacts> Alerts { get; init; }

    /// <summary>How many there are in all, where not all are told.</summary>
    public required int Total { get; init; }

    /// <summary>When what it tells arose, UTC; the same at each attempt.</summary>
    public required DateTime At { get; init; }
}

/// <summary>An alert with the names around it.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="AgreementNumber">Number of its agreement, or null.</param>
/// <param name="DatasetKey">Key of its dataset, or null.</param>
/// <param name="Consortium">Name of its consortium, or null.</param>
/// <param name="Link">Where it can be read.</param>
public sealed record AlertFacts(Alert Alert, string? AgreementNumber, string? DatasetKey, Common.LocalizedText? Consortium, Uri Link);
