namespace DataCatalog.Core.Entitlements.Requests;

/// <summary>What an officer says of a grant; what is absent is as asked for.</summary>
public sealed record RequestGrantInput
{
    /// <summary>First day.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Last day, included.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Ids of those of its datasets that are granted; all where absent.</summary>
    public IReadOnlyList<Guid>? DatasetIds { get; init; }

    /// <summary>Short names of those of its actions that are granted; all where absent.</summary>
    public IReadOnlyList<string>? Actions { get; init; }

    /// <summary>The model that the right is limited to.</summary>
    public Guid? ModelId { get; init; }

    /// <summary>Whether the consortium's representative must accept the conditions first.</summary>
    public bool NeedsAcceptance { get; init; }

    /// <summary>What is said to it.</summary>
    public string? Note { get; init; }
}

/// <summary>What a consortium says of a request.</summary>
public sealed record AccessRequestInput
{
    /// <summary>Who asks; a member's own where absent.</summary>
    public Guid? ConsortiumId { get; init; }

    /// <summary>Ids of the datasets.</summary>
    public IReadOnlyList<Guid>? DatasetIds { get; init; }

    /// <summary>For which model.</summary>
    public Guid? ModelId { get; init; }

    /// <summary>What for.</summary>
    public string? Purpose { get; init; }

    /// <summary>Short names of what is to be done, as in <c>train</c>.</summary>
    public IReadOnlyList<string>? Actions { get; init; }

    /// <summary>First day wished for.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Last day wished for, included.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>How the model shall be released.</summary>
    public string? ReleasePlan { get; init; }

    /// <summary>Licence of the intended release.</summary>
    public string? ReleaseLicence { get; init; }
}
