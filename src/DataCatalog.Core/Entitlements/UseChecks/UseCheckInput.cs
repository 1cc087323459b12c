namespace DataCatalog.Core.Entitlements.UseChecks;

/// <summary>What is asked of the use-check.</summary>
public sealed record UseCheckInput
{
    /// <summary>Key or id of the consortium that asks; a member's own where absent.</summary>
    public string? Consortium { get; init; }

    /// <summary>Short names or IRIs of the actions; every one must be permitted.</summary>
    public IReadOnlyList<string>? Actions { get; init; }

    /// <summary>Key or id of the dataset.</summary>
    public string? Dataset { get; init; }

    /// <summary>Keys or ids of several datasets.</summary>
    public IReadOnlyList<string>? Datasets { get; init; }

    /// <summary>Key or id of the model that it is for.</summary>
    public string? Model { get; init; }

    /// <summary>IRI of the purpose.</summary>
    public string? Purpose { get; init; }

    /// <summary>ISO 3166-1 code of where it is done.</summary>
    public string? Territory { get; init; }

    /// <summary>SPDX identifier under which the model shall be released.</summary>
    public string? ReleaseLicence { get; init; }

    /// <summary>Whether the weights shall be published: asks for <c>releaseWeights</c> too.</summary>
    public bool OpenWeights { get; init; }

    /// <summary>Whether a service shall be offered: asks for <c>offerService</c> too.</summary>
    public bool Service { get; init; }

    /// <summary>What else is known.</summary>
    public IReadOnlyList<FactInput>? Facts { get; init; }

    /// <summary>Duties that are fulfilled already, by their actions.</summary>
    public IReadOnlyList<string>? DutiesDone { get; init; }

    /// <summary>The day or instant asked about; now where absent.</summary>
    public string? At { get; init; }

    /// <summary>The day or instant as of whose knowledge it is asked; now where absent.</summary>
    public string? KnownAt { get; init; }

    /// <summary>Whether the answer is kept, so that it can be shown and replayed.</summary>
    public bool Record { get; init; }
}

/// <summary>A fact that the question gives.</summary>
public sealed record FactInput
{
    /// <summary>Short name or IRI of the left operand, as in <c>industry</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Its values.</summary>
    public IReadOnlyList<string>? Values { get; init; }
}
