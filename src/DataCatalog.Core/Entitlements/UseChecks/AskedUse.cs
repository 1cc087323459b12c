using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Entitlements.UseChecks;

/// <summary>A question whose names are resolved.</summary>
internal sealed record AskedUse
{
    /// <summary>Who asks.</summary>
    public required Guid ConsortiumId { get; init; }

    /// <summary>Full IRIs of the actions.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>The datasets, in the order asked.</summary>
    public required IReadOnlyList<Guid> Datasets { get; init; }

    /// <summary>The model, or null.</summary>
    public FoundationModel? Model { get; init; }

    /// <summary>What is known beside what the datasets tell.</summary>
    public required FactSet Facts { get; init; }

    /// <summary>SPDX identifier of the intended release, or null.</summary>
    public string? ReleaseLicence { get; init; }

    /// <summary>The instant asked about.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>As known when.</summary>
    public required DateTimeOffset KnownAt { get; init; }
}
