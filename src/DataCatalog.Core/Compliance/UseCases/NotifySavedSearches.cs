using DataCatalog.Core.Access;
using DataCatalog.Core.Common;
using DataCatalog.Core.Search;
using DataCatalog.Core.Search.UseCases;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>
/// Tells owners of saved searches what was published since they were last told: one alert a day and search, seen by its owner alone. A day
/// that was missed is caught up, for each search knows until when it has looked.
/// </summary>
/// <param name="dbs">Opens the rows, each search's as its owner sees them.</param>
/// <param name="index">The search engine.</param>
/// <param name="calendar">The programme's days.</param>
/// <param name="clock">The clock.</param>
public sealed class NotifySavedSearches(IRegistryDbFactory dbs, ISearchIndex index, Calendar calendar, TimeProvider clock)
{
    private const int PageSize = 100;
    private const int MostPublished = 10_000;

    // What was published a moment ago may not be in the index yet; the next look finds it.
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    /// <summary>Looks for all; returns how many were told.</summary>
    /// <exception cref="SearchUnavailableException">The engine does not answer; what was told stays told.</exception>
    public async Task<int> HandleAsync(CancellationToken cancellation)
    {
        int told = 0;
        DateTime until = calendar.Now - Settling;
        await foreach (List<Guid> page in dbs.PagesAsync(db => db.SavedSearches.Where(s => s.Notify && s.CheckedAt < until).Select(s => s.Id), PageSize, cancellation))
        {
            foreach (Guid id in page) told += await LookAsync(id, until, cancellation) ? 1 : 0;
        }

        return told;
    }

    private async Task<bool> LookAsync(Guid id, DateTime until, CancellationToken cancellation)
    {
        SavedSearch? saved = await dbs.UseAsync(db => db.SavedSearches.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancellation));
        if (saved is null) return false;
        IReadOnlyList<Guid> found = await OwnerAsync(saved, cancellation) is { } owner ? await NewAsync(saved, owner, until, cancellation) : [];
        return await dbs.SweepAsync(async (db, token) =>
        {
            // Where another instance has looked meanwhile, it has told.
            if (await db.SavedSearches.Where(s => s.Id == id && s.CheckedAt == saved.CheckedAt).ExecuteUpdateAsync(set => set.SetProperty(s => s.CheckedAt, until), token) == 0 || found.Count == 0) return false;
            await EventAlerts.RaiseAsync(db, [Event(saved, found)], clock, token);
            return true;
        }, cancellation);
    }

    private WatchedDate Event(SavedSearch saved, IReadOnlyList<Guid> found) =>
        new(SubjectKind.SearchHits, saved.Id, calendar.Today, null, found.Count == 1 ? found[0] : null, saved.ConsortiumId, saved.Told(found.Count)) { OwnerId = saved.OwnerId };

    // Whoever lost their key, or whose consortium left, is told nothing.
    private Task<Actor?> OwnerAsync(SavedSearch saved, CancellationToken cancellation) => dbs.UseAsync<Actor?>(async db =>
    {
        ApiKey? key = await db.ApiKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Id == saved.OwnerId, cancellation);
        if (key?.IsLive(calendar.Now) == false) return null;
        DateOnly today = calendar.Today;
        if (saved.ConsortiumId is { } consortium && await db.Consortia.AnyAsync(c => c.Id == consortium && c.EndedOn < today, cancellation)) return null;
        return new Actor(saved.OwnerId, key?.Name ?? saved.Name, saved.OwnerRoles, saved.ConsortiumId);
    });

    private async Task<IReadOnlyList<Guid>> NewAsync(SavedSearch saved, Actor owner, DateTime until, CancellationToken cancellation)
    {
        IRegistryDb db = dbs.Create(owner);
        await using var closing = db as IAsyncDisposable;
        List<Guid> published = await db.DatasetVersions.Where(v => v.PublishedAt > saved.CheckedAt && v.PublishedAt <= until).Select(v => v.DatasetId).Distinct().Take(MostPublished).ToListAsync(cancellation);
        if (published.Count == 0) return [];
        SearchResult found = await new SearchDatasets(db, index, calendar).RunAsync(new SearchDatasetsInput
        {
            RawText = saved.Text, Filters = saved.Filters(), Only = published.ToHashSet(), Take = 1000,
            May = saved.May.Count == 0 ? null : new SearchMay(saved.ConsortiumId!.Value, calendar.Today, saved.May),
        }, cancellation);
        return [.. found.Hits.Select(h => h.Id)];
    }
}
