using DataCatalog.Core.Catalogue.Modalities;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Catalogue;

/// <summary>A release of a dataset; it cannot change once published (domain rule 3).</summary>
public sealed class DatasetVersion : Entity
{
    private readonly List<Distribution> distributions = [];

    private DatasetVersion() { }

    /// <summary>The dataset.</summary>
    public Guid DatasetId { get; private set; }

    /// <summary>Its number, unique within the dataset, as in <c>1.0.0</c>.</summary>
    public string Number { get; private set; } = null!;

    /// <summary>When it was published, UTC; null while it can still be changed.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>What is new in it, or null.</summary>
    public string? Notes { get; private set; }

    /// <summary>Its text, or null where it has none.</summary>
    public TextDetails? Text { get; private set; }

    /// <summary>Its images, or null where it has none.</summary>
    public ImageDetails? Image { get; private set; }

    /// <summary>Its sound, or null where it has none.</summary>
    public AudioDetails? Audio { get; private set; }

    /// <summary>Its video, or null where it has none.</summary>
    public VideoDetails? Video { get; private set; }

    /// <summary>The forms in which it can be had.</summary>
    public IReadOnlyList<Distribution> Distributions => distributions;

    internal static DatasetVersion Describe(Guid datasetId, DatasetVersionInput input, TimeProvider clock)
    {
        var version = new DatasetVersion { Id = Ids.New(clock), DatasetId = datasetId, Number = Check.Text(input.Number, nameof(Number), 50) };
        version.Change(input, clock);
        return version;
    }

    /// <summary>Changes it while it is not published.</summary>
    /// <exception cref="DomainException"><c>version-immutable</c>.</exception>
    public void Change(DatasetVersionInput input, TimeProvider clock)
    {
        if (PublishedAt is not null) throw new DomainException(CatalogueErrors.VersionImmutable, null, Number);
        Notes = Check.OptionalText(input.Notes, nameof(Notes), 20_000);
        Text = input.Text?.Checked(nameof(Text));
        Image = input.Image?.Checked(nameof(Image));
        Audio = input.Audio?.Checked(nameof(Audio));
        Video = input.Video?.Checked(nameof(Video));
        distributions.Restate(
            Check.Entries(input.Distributions, nameof(Distributions), (d, f) => Distribution.Of(Id, d, f, clock)),
            d => (d.Name, d.Location, d.MediaType, d.Bytes, d.Sha256));
    }

    /// <summary>What is said of it now, so that a caller's changes can be laid over it.</summary>
    public DatasetVersionInput ToInput() => new()
    {
        Number = Number, Notes = Notes, Text = Text, Image = Image, Audio = Audio, Video = Video,
        Distributions = [.. distributions.Select(d => d.ToInput())],
    };

    internal void Publish(TimeProvider clock)
    {
        if (PublishedAt is not null) return;
        if (!distributions.Any(d => d.Bytes is not null && d.Sha256 is not null)) throw new DomainException(CatalogueErrors.NoDistribution, "Distributions", Number);
        PublishedAt = clock.Instant();
    }
}

/// <summary>What a caller says of a version.</summary>
public sealed record DatasetVersionInput
{
    /// <summary>Its number, unique within the dataset.</summary>
    public string? Number { get; init; }

    /// <summary>What is new in it.</summary>
    public string? Notes { get; init; }

    /// <summary>Its text.</summary>
    public TextDetails? Text { get; init; }

    /// <summary>Its images.</summary>
    public ImageDetails? Image { get; init; }

    /// <summary>Its sound.</summary>
    public AudioDetails? Audio { get; init; }

    /// <summary>Its video.</summary>
    public VideoDetails? Video { get; init; }

    /// <summary>The forms in which it can be had.</summary>
    public IReadOnlyList<DistributionInput>? Distributions { get; init; }
}
