using System.Globalization;
using DataCatalog.Core.Search;
using DataCatalog.Search.Text;

namespace DataCatalog.Search.Elastic;

/// <summary>A dataset's document as the cluster holds it; of a deleted dataset only that it is deleted.</summary>
internal sealed record ElasticDocument
{
    // Later than any day a contract names: with it, what does not end needs no question of its own.
    private static readonly string Never = Day(DateOnly.MaxValue);

    public required string Id { get; init; }

    public required long Version { get; init; }

    public bool Deleted { get; init; }

    public string? DeletedOn { get; init; }

    public string? Key { get; init; }

    public string? TitleKo { get; init; }

    public string? TitleEn { get; init; }

    public string? DescriptionKo { get; init; }

    public string? DescriptionEn { get; init; }

    public IReadOnlyList<string>? Names { get; init; }

    public string? Provider { get; init; }

    public IReadOnlyList<string>? Modalities { get; init; }

    public IReadOnlyList<string>? Languages { get; init; }

    public IReadOnlyList<string>? Domains { get; init; }

    public IReadOnlyList<string>? Licences { get; init; }

    public string? Status { get; init; }

    public string? RegisteredAt { get; init; }

    public IReadOnlyList<string>? Consortia { get; init; }

    public IReadOnlyList<Right>? Rights { get; init; }

    public IReadOnlyList<Permission>? May { get; init; }

    /// <summary>The cluster's form of a document.</summary>
    public static ElasticDocument Of(DatasetDocument source, DateOnly today) => source.Deleted
        ? Tombstone(IdOf(source.Id), source.Version, Day(today))
        : new ElasticDocument
        {
            Id = IdOf(source.Id),
            Version = source.Version,
            Key = source.Key,
            TitleKo = Text(source.TitleKo),
            TitleEn = Text(source.TitleEn),
            DescriptionKo = Text(source.DescriptionKo),
            DescriptionEn = Text(source.DescriptionEn),
            Names = [.. source.ProviderNames.Split('\n').Concat(source.Tasks).Concat(source.Domains).Prepend(source.Key).Select(Text).OfType<string>()],
            Provider = source.Provider.Length == 0 ? null : source.Provider,
            Modalities = Values(source.Modalities),
            Languages = Values(source.Languages),
            Domains = Values(source.Domains),
            Licences = Values(source.Licences),
            Status = source.Status,
            RegisteredAt = source.RegisteredAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
            Consortia = [.. source.Consortia.Select(IdOf)],
            Rights = [.. source.Rights.Select(r => new Right(r.Consortium is { } whose ? IdOf(whose) : null, r.Actions, r.EndsOn is { } end ? Day(end) : Never))],
            May = [.. source.May.Select(m => new Permission(IdOf(m.Consortium), m.Action, Day(m.From), m.Until is { } until ? Day(until) : Never))],
        };

    /// <summary>That a dataset is deleted.</summary>
    public static ElasticDocument Tombstone(string id, long version, string day) => new() { Id = id, Version = version, Deleted = true, DeletedOn = day };

    /// <summary>An id as the cluster holds it.</summary>
    public static string IdOf(Guid id) => id.ToString("D");

    /// <summary>A day as the cluster holds it.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Decomposed Hangul is unknown to the analyser's dictionary, and half a surrogate pair to JSON.
    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : TextScanner.Compose(text);

    private static string[] Values(IEnumerable<string> values) => [.. values.Where(v => v.Length > 0)];
}

/// <summary>What one agreement permits.</summary>
internal sealed record Right(string? Consortium, IReadOnlyList<string> Actions, string EndsOn);

/// <summary>Days on which the use-check says yes.</summary>
internal sealed record Permission(string Consortium, string Action, string From, string Until);
