using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Catalogue.Modalities;
using DataCatalog.Core.Search;
using DataCatalog.Server.Api.Licensing;

namespace DataCatalog.Server.Api.Catalogue;

/// <summary>What is catalogued: names, what it holds, where it comes from, where it stands.</summary>
public sealed class DatasetModel : IRowModel
{
    /// <summary>Identity, a version 7 GUID.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; its ETag.</summary>
    public long RowVersion { get; set; }

    /// <summary>Lower-case slug, unique.</summary>
    public string Key { get; set; } = "";

    /// <summary>Korean title; at least one of the two is there.</summary>
    public string? TitleKo { get; set; }

    /// <summary>English title; at least one of the two is there.</summary>
    public string? TitleEn { get; set; }

    /// <summary>Korean description; at least one of the two is there.</summary>
    public string? DescriptionKo { get; set; }

    /// <summary>English description; at least one of the two is there.</summary>
    public string? DescriptionEn { get; set; }

    /// <summary>text, image, audio, video.</summary>
    public List<string> Modalities { get; set; } = [];

    /// <summary>BCP 47 tags.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>Fields of knowledge or life.</summary>
    public List<string> Domains { get; set; } = [];

    /// <summary>What a model can learn from it.</summary>
    public List<string> Tasks { get; set; } = [];

    /// <summary>Id of the provider.</summary>
    public Guid ProviderId { get; set; }

    /// <summary>Who provides it.</summary>
    public OrganisationModel? Provider { get; set; }

    /// <summary>How carefully it must be kept.</summary>
    public Sensitivity Sensitivity { get; set; }

    /// <summary>How it was had: the classes of the EU summary of training content.</summary>
    public AcquisitionClass Acquisition { get; set; }

    /// <summary>First day of collection.</summary>
    public DateOnly? CollectedFrom { get; set; }

    /// <summary>Last day of collection, included.</summary>
    public DateOnly? CollectedUntil { get; set; }

    /// <summary>Whether it holds personal data; null where not known.</summary>
    public bool? PersonalData { get; set; }

    /// <summary>Whether it holds special categories of personal data; null where not known.</summary>
    public bool? SensitiveData { get; set; }

    /// <summary>What was done about rightsholders' opt-outs.</summary>
    public string? OptOutMeasures { get; set; }

    /// <summary>Web addresses of the dataset, its paper, its repository.</summary>
    public List<string> Links { get; set; } = [];

    /// <summary>Amounts as the source states them.</summary>
    public List<Volume> Volumes { get; set; } = [];

    /// <summary>The programme's supply facts; staff only.</summary>
    public Supply? Supply { get; set; }

    /// <summary>Where it stands.</summary>
    public DatasetStatus Status { get; set; }

    /// <summary>Why it was last suspended or withdrawn.</summary>
    public string? StatusReason { get; set; }

    /// <summary>When it was registered.</summary>
    public DateTime RegisteredAt { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>Its releases.</summary>
    public ICollection<DatasetVersionModel> Versions { get; set; } = [];

    /// <summary>The licences it comes under.</summary>
    public ICollection<DatasetLicenceModel> Licences { get; set; } = [];

    /// <summary>Score and marked passages of a search.</summary>
    public SearchHit? Hit { get; set; }
}

/// <summary>A release of a dataset; immutable once published.</summary>
public sealed class DatasetVersionModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; its ETag.</summary>
    public long RowVersion { get; set; }

    /// <summary>Its number, unique within the dataset.</summary>
    public string Number { get; set; } = "";

    /// <summary>When it was published; null while it can still be changed.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>What is new in it.</summary>
    public string? Notes { get; set; }

    /// <summary>Its text.</summary>
    public TextDetails? Text { get; set; }

    /// <summary>Its images.</summary>
    public ImageDetails? Image { get; set; }

    /// <summary>Its sound.</summary>
    public AudioDetails? Audio { get; set; }

    /// <summary>Its video.</summary>
    public VideoDetails? Video { get; set; }

    /// <summary>The forms in which it can be had.</summary>
    public ICollection<DistributionModel> Distributions { get; set; } = [];
}

/// <summary>One obtainable form of a version.</summary>
public sealed class DistributionModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>File name or label.</summary>
    public string Name { get; set; } = "";

    /// <summary>Web address, or a path in the programme's storage.</summary>
    public string Location { get; set; } = "";

    /// <summary>IANA media type.</summary>
    public string MediaType { get; set; } = "";

    /// <summary>Size in bytes.</summary>
    public long? Bytes { get; set; }

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public string? Sha256 { get; set; }
}

/// <summary>A licence of a dataset, with what its source wrote.</summary>
public sealed class DatasetLicenceModel
{
    /// <summary>Id of the licence.</summary>
    public Guid LicenceId { get; set; }

    /// <summary>The licence's key: SPDX identifier or LicenseRef.</summary>
    public string Key { get; set; } = "";

    /// <summary>The licence as the source names it.</summary>
    public string? AsStated { get; set; }

    /// <summary>Where the source states it.</summary>
    public string? StatedAt { get; set; }

    /// <summary>A grant added to the base licence, as the KOGL AI mark.</summary>
    public bool AddOn { get; set; }

    /// <summary>Recipients the grant is limited to.</summary>
    public string? LimitedTo { get; set; }

    /// <summary>The licence.</summary>
    public LicenceModel? Licence { get; set; }
}

/// <summary>A company, university or public body.</summary>
public sealed class OrganisationModel : IRowModel
{
    /// <summary>Identity.</summary>
    public Guid Id { get; set; }

    /// <summary>State of the row; its ETag.</summary>
    public long RowVersion { get; set; }

    /// <summary>Lower-case slug, unique.</summary>
    public string Key { get; set; } = "";

    /// <summary>Korean name; at least one of the two is there.</summary>
    public string? NameKo { get; set; }

    /// <summary>English name; at least one of the two is there.</summary>
    public string? NameEn { get; set; }

    /// <summary>What sort of body.</summary>
    public OrganisationKind Kind { get; set; }

    /// <summary>ISO 3166-1 alpha-2 of its seat.</summary>
    public string? Country { get; set; }

    /// <summary>Web address.</summary>
    public string? HomePage { get; set; }
}
