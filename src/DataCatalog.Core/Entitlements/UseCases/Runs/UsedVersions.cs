using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Runs;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases.Runs;

/// <summary>Finds the dataset versions that a run names, however many, with a fixed number of queries.</summary>
internal sealed class UsedVersions(IRegistryDb db)
{
    /// <summary>The versions, once each, in the order named.</summary>
    /// <param name="names">Each <c>key@version</c>, a version's id, or a dataset's key alone.</param>
    /// <param name="startedAt">When the run started: a key alone means the version that was the latest published then, or the first published after.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DomainException">There is none or there are too many, or one is not there, not published or not the caller's to see.</exception>
    public async Task<IReadOnlyList<NamedVersion>> FindAsync(IReadOnlyList<string>? names, DateTime startedAt, CancellationToken cancellation)
    {
        if (names is not { Count: > 0 }) throw new DomainException(CommonErrors.Required, nameof(TrainingRunInput.Versions), nameof(TrainingRunInput.Versions));
        if (names.Count > TrainingRun.MostVersions) throw new DomainException(CommonErrors.TooMany, nameof(TrainingRunInput.Versions), nameof(TrainingRunInput.Versions), TrainingRun.MostVersions);
        Name[] asked = [.. names.Select(Name.Of)];
        Dictionary<string, Guid> datasets = await DatasetsAsync(asked, cancellation);
        Dictionary<Guid, NamedVersion> byId = await ByIdAsync(asked, cancellation);
        Dictionary<(Guid, string), NamedVersion> byNumber = await ByNumberAsync(asked, datasets, cancellation);
        Dictionary<Guid, NamedVersion> latest = await LatestAsync(asked, datasets, startedAt, cancellation);
        var found = new List<NamedVersion>(asked.Length);
        for (int i = 0; i < asked.Length; i++)
        {
            NamedVersion? version = asked[i] switch
            {
                { Id: { } id } => byId.GetValueOrDefault(id),
                { Key: { } key } when !datasets.ContainsKey(key) => null,
                { Key: { } key, Number: { } number } => byNumber.GetValueOrDefault((datasets[key], number)),
                { Key: { } key } => latest.GetValueOrDefault(datasets[key]),
                _ => null,
            };
            found.Add(version ?? throw new DomainException(EntitlementErrors.UnknownVersion, $"{nameof(TrainingRunInput.Versions)}/{i}", Shown(names[i])));
        }

        return [.. found.DistinctBy(v => v.VersionId)];
    }

    private async Task<Dictionary<string, Guid>> DatasetsAsync(Name[] asked, CancellationToken cancellation)
    {
        string[] keys = [.. asked.Select(n => n.Key).OfType<string>().Distinct(StringComparer.Ordinal)];
        return keys.Length == 0 ? [] : await db.Datasets.AsNoTracking().Where(d => keys.Contains(d.Key)).ToDictionaryAsync(d => d.Key, d => d.Id, StringComparer.Ordinal, cancellation);
    }

    private async Task<Dictionary<Guid, NamedVersion>> ByIdAsync(Name[] asked, CancellationToken cancellation)
    {
        Guid[] ids = [.. asked.Select(n => n.Id).OfType<Guid>().Distinct()];
        return ids.Length == 0 ? [] : await db.DatasetVersions.AsNoTracking().Where(v => ids.Contains(v.Id) && v.PublishedAt != null)
            .Select(v => new NamedVersion(v.DatasetId, v.Id)).ToDictionaryAsync(v => v.VersionId, cancellation);
    }

    private async Task<Dictionary<(Guid Dataset, string Number), NamedVersion>> ByNumberAsync(Name[] asked, Dictionary<string, Guid> datasets, CancellationToken cancellation)
    {
        Name[] exact = [.. asked.Where(n => n.Number is not null && datasets.ContainsKey(n.Key!))];
        if (exact.Length == 0) return [];
        Guid[] ids = [.. exact.Select(n => datasets[n.Key!]).Distinct()];
        string[] numbers = [.. exact.Select(n => n.Number!).Distinct(StringComparer.Ordinal)];
        var rows = await db.DatasetVersions.AsNoTracking().Where(v => ids.Contains(v.DatasetId) && numbers.Contains(v.Number) && v.PublishedAt != null)
            .Select(v => new { v.Id, v.DatasetId, v.Number }).ToListAsync(cancellation);
        return rows.ToDictionary(v => (v.DatasetId, v.Number), v => new NamedVersion(v.DatasetId, v.Id));
    }

    // What is published later must not make a run that is sent again another run.
    private async Task<Dictionary<Guid, NamedVersion>> LatestAsync(Name[] asked, Dictionary<string, Guid> datasets, DateTime startedAt, CancellationToken cancellation)
    {
        Guid[] ids = [.. asked.Where(n => n is { Key: { } key, Number: null } && datasets.ContainsKey(key)).Select(n => datasets[n.Key!]).Distinct()];
        if (ids.Length == 0) return [];
        var rows = await db.DatasetVersions.AsNoTracking().Where(v => ids.Contains(v.DatasetId) && v.PublishedAt != null)
            .Select(v => new { v.Id, v.DatasetId, v.PublishedAt }).ToListAsync(cancellation);
        return rows.GroupBy(v => v.DatasetId).ToDictionary(g => g.Key, g =>
        {
            var version = g.Where(v => v.PublishedAt <= startedAt).OrderByDescending(v => v.PublishedAt).ThenByDescending(v => v.Id).FirstOrDefault()
                ?? g.OrderBy(v => v.PublishedAt).ThenBy(v => v.Id).First();
            return new NamedVersion(version.DatasetId, version.Id);
        });
    }

    private static string Shown(string? name) => name is null ? "" : name.Length > 120 ? name[..120] : name;

    private sealed record Name(Guid? Id, string? Key, string? Number)
    {
        public static Name Of(string? text)
        {
            if (string.IsNullOrWhiteSpace(text)) return new Name(null, null, null);
            if (Guid.TryParse(text, out Guid id)) return new Name(id, null, null);
            int at = text.IndexOf('@', StringComparison.Ordinal);
            return at < 0 ? new Name(null, text, null) : new Name(null, text[..at], text[(at + 1)..]);
        }
    }
}

/// <summary>A dataset version that was found.</summary>
internal sealed record NamedVersion(Guid DatasetId, Guid VersionId);
