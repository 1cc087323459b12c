using DataCatalog.Core.Common;

namespace DataCatalog.Core.Catalogue;

/// <summary>One obtainable form of a version.</summary>
public sealed class Distribution
{
    private Distribution() { }

    /// <summary>Identity, a version 7 GUID.</summary>
    public Guid Id { get; private set; }

    /// <summary>The version.</summary>
    public Guid VersionId { get; private set; }

    /// <summary>File name or label.</summary>
    public string Name { get; private set; } = null!;

    /// <summary>Web address, or a path in the programme's storage.</summary>
    public string Location { get; private set; } = null!;

    /// <summary>IANA media type.</summary>
    public string MediaType { get; private set; } = null!;

    /// <summary>Size in bytes, or null where not known.</summary>
    public long? Bytes { get; private set; }

    /// <summary>SHA-256 in lower-case hexadecimal, or null where not known.</summary>
    public string? Sha256 { get; private set; }

    internal DistributionInput ToInput() => new() { Name = Name, Location = Location, MediaType = MediaType, Bytes = Bytes, Sha256 = Sha256 };

    internal static Distribution Of(Guid versionId, DistributionInput input, string field, TimeProvider clock) => new()
    {
        Id = Ids.New(clock),
        VersionId = versionId,
        Name = Check.Text(input.Name, field + "/Name", 300),
        Location = Check.Text(input.Location, field + "/Location", 2000),
        MediaType = Vocabulary.MediaType(input.MediaType, field + "/MediaType"),
        Bytes = Check.NotNegative(input.Bytes, field + "/Bytes"),
        Sha256 = string.IsNullOrWhiteSpace(input.Sha256) ? null : Check.Sha256(input.Sha256, field + "/Sha256"),
    };
}

/// <summary>What a caller says of a distribution.</summary>
public sealed record DistributionInput
{
    /// <summary>File name or label.</summary>
    public string? Name { get; init; }

    /// <summary>Web address or storage path.</summary>
    public string? Location { get; init; }

    /// <summary>IANA media type.</summary>
    public string? MediaType { get; init; }

    /// <summary>Size in bytes.</summary>
    public long? Bytes { get; init; }

    /// <summary>SHA-256.</summary>
    public string? Sha256 { get; init; }
}
