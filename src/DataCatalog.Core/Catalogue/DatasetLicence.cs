using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;

namespace DataCatalog.Core.Catalogue;

/// <summary>A licence that a dataset comes under, with what its source wrote (domain rule 2c).</summary>
public sealed class DatasetLicence
{
    private DatasetLicence() { }

    /// <summary>The dataset.</summary>
    public Guid DatasetId { get; private set; }

    /// <summary>The licence.</summary>
    public Guid LicenceId { get; private set; }

    /// <summary>The licence.</summary>
    public Licence? Licence { get; private set; }

    /// <summary>The licence as the source names it, or null.</summary>
    public string? AsStated { get; private set; }

    /// <summary>Web address where the source states it, or null.</summary>
    public string? StatedAt { get; private set; }

    /// <summary>Whether it is a grant added to the base licence, as the KOGL AI mark is.</summary>
    public bool AddOn { get; private set; }

    /// <summary>Recipients the grant is limited to, in words; null where it is for all.</summary>
    public string? LimitedTo { get; private set; }

    internal static DatasetLicence Of(Guid datasetId, DatasetLicenceInput input, string field) => new()
    {
        DatasetId = datasetId,
        LicenceId = Check.Required(input.LicenceId, field + "/LicenceId"),
        AsStated = Check.OptionalText(input.AsStated, field + "/AsStated", 500),
        StatedAt = Check.OptionalWebAddress(input.StatedAt, field + "/StatedAt"),
        AddOn = input.AddOn,
        LimitedTo = Check.OptionalText(input.LimitedTo, field + "/LimitedTo", 500),
    };

    internal DatasetLicenceInput ToInput() => new() { LicenceId = LicenceId, AsStated = AsStated, StatedAt = StatedAt, AddOn = AddOn, LimitedTo = LimitedTo };

    internal void Restate(DatasetLicence other) =>
        (AsStated, StatedAt, AddOn, LimitedTo) = (other.AsStated, other.StatedAt, other.AddOn, other.LimitedTo);
}

/// <summary>What a caller says of a dataset's licence.</summary>
public sealed record DatasetLicenceInput
{
    /// <summary>The licence's id.</summary>
    public Guid? LicenceId { get; init; }

    /// <summary>The licence as the source names it.</summary>
    public string? AsStated { get; init; }

    /// <summary>Where the source states it.</summary>
    public string? StatedAt { get; init; }

    /// <summary>A grant added to the base licence.</summary>
    public bool AddOn { get; init; }

    /// <summary>Recipients the grant is limited to.</summary>
    public string? LimitedTo { get; init; }
}
