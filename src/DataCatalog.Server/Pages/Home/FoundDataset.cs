using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Catalogue.Modalities;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing.UseCheck;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Pages.Home;

/// <summary>What a hit shows of a dataset.</summary>
public sealed record FoundDataset
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Key.</summary>
    public required string Key { get; init; }

    /// <summary>Title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Description.</summary>
    public required LocalizedText Description { get; init; }

    /// <summary>text, image, audio, video.</summary>
    public required IReadOnlyList<string> Modalities { get; init; }

    /// <summary>BCP 47 tags.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Where it stands.</summary>
    public required DatasetStatus Status { get; init; }

    /// <summary>Key of its provider.</summary>
    public required string ProviderKey { get; init; }

    /// <summary>Name of its provider.</summary>
    public required LocalizedText Provider { get; init; }

    /// <summary>Names of its licences.</summary>
    public required IReadOnlyList<LocalizedText> Licences { get; init; }

    /// <summary>Amounts as its source states them.</summary>
    public required IReadOnlyList<Volume> Volumes { get; init; }

    /// <summary>Its last published version, or null.</summary>
    public VersionSizes? Latest { get; init; }

    /// <summary>Reads datasets by their ids.</summary>
    public static async Task<Dictionary<Guid, FoundDataset>> ReadAsync(IRegistryDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        List<FoundDataset> rows = await db.Datasets.AsNoTracking().Where(d => ids.Contains(d.Id)).Select(d => new FoundDataset
        {
            Id = d.Id, Key = d.Key, Title = d.Title, Description = d.Description, Modalities = d.Modalities, Languages = d.Languages, Status = d.Status,
            ProviderKey = d.Provider!.Key, Provider = d.Provider.Name, Licences = d.Licences.Select(l => l.Licence!.Name).ToList(), Volumes = d.Volumes,
        }).ToListAsync(cancellation);
        List<VersionSizes> latest = await db.DatasetVersions.AsNoTracking()
            .Where(v => ids.Contains(v.DatasetId) && v.PublishedAt != null && !db.DatasetVersions.Any(o => o.DatasetId == v.DatasetId && o.PublishedAt > v.PublishedAt))
            .Select(v => new VersionSizes(v.DatasetId, v.Text, v.Image, v.Audio, v.Video)).ToListAsync(cancellation);
        ILookup<Guid, VersionSizes> sizes = latest.ToLookup(v => v.DatasetId);
        return rows.ToDictionary(r => r.Id, r => r with { Latest = sizes[r.Id].FirstOrDefault() });
    }
}

/// <summary>How much a version holds.</summary>
/// <param name="DatasetId">Its dataset.</param>
/// <param name="Text">Its text, or null.</param>
/// <param name="Image">Its images, or null.</param>
/// <param name="Audio">Its sound, or null.</param>
/// <param name="Video">Its video, or null.</param>
public sealed record VersionSizes(Guid DatasetId, TextDetails? Text, ImageDetails? Image, AudioDetails? Audio, VideoDetails? Video);

/// <summary>The use-check's answer of a hit: of several actions the first that is not a yes.</summary>
/// <param name="Answer">That answer.</param>
/// <param name="Actions">The actions that were asked about.</param>
public sealed record HitAnswer(DatasetAnswer Answer, IReadOnlyList<string> Actions)
{
    /// <summary>The answers by dataset.</summary>
    public static Dictionary<string, HitAnswer> Of(UseAnswer answer, IReadOnlyList<string> actions) =>
        answer.Answers.GroupBy(a => a.Dataset, StringComparer.Ordinal).ToDictionary(
            g => g.Key, g => new HitAnswer(g.FirstOrDefault(a => a.Verdict != Verdict.Permitted) ?? g.OrderBy(a => a.HoldsUntil ?? DateTimeOffset.MaxValue).First(), actions));
}
