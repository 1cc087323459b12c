namespace DataCatalog.Core.Search;

/// <summary>What the search engine holds of a dataset.</summary>
public sealed record DatasetDocument
{
    /// <summary>The dataset.</summary>
    public required Guid Id { get; init; }

    /// <summary>The row's version: of two documents of one dataset the higher counts.</summary>
    public required long Version { get; init; }

    /// <summary>Whether the dataset must not be found any more.</summary>
    public bool Deleted { get; init; }

    /// <summary>Key.</summary>
    public string Key { get; init; } = "";

    /// <summary>Korean title, or null.</summary>
    public string? TitleKo { get; init; }

    /// <summary>English title, or null.</summary>
    public string? TitleEn { get; init; }

    /// <summary>Korean description, or null.</summary>
    public string? DescriptionKo { get; init; }

    /// <summary>English description, or null.</summary>
    public string? DescriptionEn { get; init; }

    /// <summary>Provider's key: the facet's value.</summary>
    public string Provider { get; init; } = "";

    /// <summary>Provider's names, both languages, for the search.</summary>
    public string ProviderNames { get; init; } = "";

    /// <summary>text, image, audio, video.</summary>
    public IReadOnlyList<string> Modalities { get; init; } = [];

    /// <summary>BCP 47 tags.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Domains.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>Tasks.</summary>
    public IReadOnlyList<string> Tasks { get; init; } = [];

    /// <summary>Licence keys.</summary>
    public IReadOnlyList<string> Licences { get; init; } = [];

    /// <summary>Status, as in <c>Available</c>.</summary>
    public string Status { get; init; } = "";

    /// <summary>When it was registered, UTC.</summary>
    public DateTime RegisteredAt { get; init; }

    /// <summary>Rights under agreements: what is permitted to whom until when.</summary>
    public IReadOnlyList<DocumentRight> Rights { get; init; } = [];

    /// <summary>What the use-check answers with a yes, and when: each consortium and common action.</summary>
    public IReadOnlyList<DocumentMay> May { get; init; } = [];

    /// <summary>Consortia that hold or held an entitlement: they find it whatever its status but draft.</summary>
    public IReadOnlyList<Guid> Consortia { get; init; } = [];
}

/// <summary>What one agreement permits with a dataset.</summary>
/// <param name="Consortium">The consortium entitled under it; null for what staff see of the agreement as such.</param>
/// <param name="Actions">Short names of the permitted actions.</param>
/// <param name="EndsOn">Last day, or null.</param>
public sealed record DocumentRight(Guid? Consortium, IReadOnlyList<string> Actions, DateOnly? EndsOn);

/// <summary>Days on which the use-check says yes to a consortium's common question.</summary>
/// <param name="Consortium">The consortium.</param>
/// <param name="Action">Short name of the action.</param>
/// <param name="From">First day whose first instant is permitted.</param>
/// <param name="Until">First day after it whose first instant is not; null where nothing known ends it.</param>
public sealed record DocumentMay(Guid Consortium, string Action, DateOnly From, DateOnly? Until);
