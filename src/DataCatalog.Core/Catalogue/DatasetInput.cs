namespace DataCatalog.Core.Catalogue;

/// <summary>What a caller says of a dataset.</summary>
public sealed record DatasetInput
{
    /// <summary>Lower-case slug, unique; fixed once made.</summary>
    public string? Key { get; init; }

    /// <summary>Korean title.</summary>
    public string? TitleKo { get; init; }

    /// <summary>English title.</summary>
    public string? TitleEn { get; init; }

    /// <summary>Korean description.</summary>
    public string? DescriptionKo { get; init; }

    /// <summary>English description.</summary>
    public string? DescriptionEn { get; init; }

    /// <summary>text, image, audio, video.</summary>
    public IReadOnlyList<string>? Modalities { get; init; }

    /// <summary>BCP 47 tags.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>Fields of knowledge or life.</summary>
    public IReadOnlyList<string>? Domains { get; init; }

    /// <summary>What a model can learn from it.</summary>
    public IReadOnlyList<string>? Tasks { get; init; }

    /// <summary>The provider's id.</summary>
    public Guid? ProviderId { get; init; }

    /// <summary>How carefully it must be kept.</summary>
    public Sensitivity Sensitivity { get; init; }

    /// <summary>How it was had.</summary>
    public AcquisitionClass Acquisition { get; init; }

    /// <summary>First day of collection.</summary>
    public DateOnly? CollectedFrom { get; init; }

    /// <summary>Last day of collection, included.</summary>
    public DateOnly? CollectedUntil { get; init; }

    /// <summary>Whether it holds personal data.</summary>
    public bool? PersonalData { get; init; }

    /// <summary>Whether it holds special categories of personal data.</summary>
    public bool? SensitiveData { get; init; }

    /// <summary>What was done about opt-outs.</summary>
    public string? OptOutMeasures { get; init; }

    /// <summary>Web addresses.</summary>
    public IReadOnlyList<string>? Links { get; init; }

    /// <summary>Amounts as the source states them.</summary>
    public IReadOnlyList<Volume>? Volumes { get; init; }

    /// <summary>Licences as the source states them.</summary>
    public IReadOnlyList<DatasetLicenceInput>? Licences { get; init; }

    /// <summary>The programme's supply facts.</summary>
    public Supply? Supply { get; init; }

    /// <summary>Keep it a draft for now; what is no draft any more never becomes one again.</summary>
    public bool Draft { get; init; }
}
