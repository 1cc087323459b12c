using DataCatalog.Core.Access;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance.Feeds;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Compliance.UseCases;

/// <summary>Reads a calendar feed by its token, with the eyes that its owner has now.</summary>
/// <param name="dbs">Opens the rows.</param>
/// <param name="calendar">The programme's days.</param>
public sealed class ReadFeed(IRegistryDbFactory dbs, Calendar calendar)
{
    private const int MonthsAhead = 24;
    private const int DaysBack = 90;
    private const int MostEntries = 20_000;
    private const int Chunk = 1000;

    /// <summary>What it tells; null where no feed has that token, it was revoked, or its owner may not read here any more.</summary>
    public async Task<FeedContent?> HandleAsync(string token, CancellationToken cancellation)
    {
        string hash = CalendarFeed.HashOf(token);
        CalendarFeed? feed = await dbs.UseAsync(db => db.CalendarFeeds.AsNoTracking().FirstOrDefaultAsync(f => f.TokenSha256 == hash && f.RevokedAt == null, cancellation));
        if (feed is null || await dbs.UseAsync(db => OwnerAsync(db, feed, cancellation)) is not { } owner) return null;
        IRegistryDb rows = dbs.Create(owner);
        await using var closing = rows as IAsyncDisposable;
        List<(SubjectKind Kind, WatchedRow Row)> dates = await DatesAsync(rows, cancellation);
        Dictionary<Guid, DateTime> changed = await dbs.UseAsync(db => ChangedAsync(db, dates, cancellation));
        Dictionary<Guid, LocalizedText> names = owner.SeesEverything ? await rows.Consortia.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Name, cancellation) : [];
        return new FeedContent(feed, [.. dates.Select(d => Entry(d.Row.As(d.Kind), d.Row.Version, feed, changed, names)).OrderBy(e => e.Date).ThenBy(e => e.Uid, StringComparer.Ordinal)]);
    }

    // Whoever lost the right to read here does not go on reading by a calendar.
    private async Task<Actor?> OwnerAsync(IRegistryDb db, CalendarFeed feed, CancellationToken cancellation)
    {
        ApiKey? key = await db.ApiKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Id == feed.OwnerId, cancellation);
        if (key is null || key.RevokedAt is not null || key.ExpiresAt <= calendar.Now) return null;
        DateOnly today = calendar.Today;
        bool left = key.ConsortiumId is { } consortium && await db.Consortia.AnyAsync(c => c.Id == consortium && c.EndedOn < today, cancellation);
        return new Actor(key.Id, key.Name, key.Roles, key.ConsortiumId) { Former = left };
    }

    private async Task<List<(SubjectKind, WatchedRow)>> DatesAsync(IRegistryDb rows, CancellationToken cancellation)
    {
        DateOnly today = calendar.Today;
        (DateOnly first, DateOnly last) = (today.AddDays(-DaysBack), today.AddMonths(MonthsAhead));
        List<(SubjectKind, WatchedRow)> dates = [];
        foreach (SubjectKind kind in WatchedDates.Kinds)
        {
            foreach (IQueryable<WatchedRow> column in WatchedDates.Of(rows, kind, first))
            {
                List<WatchedRow> found = await column.Where(r => r.Date >= first && r.Date <= last).OrderBy(r => r.Date).ThenBy(r => r.Id).Take(MostEntries - dates.Count).ToListAsync(cancellation);
                dates.AddRange(found.Select(r => (kind, r)));
            }
        }

        return dates;
    }

    // From the audit log, which knows of every change; it tells when, and nothing else of it.
    private static async Task<Dictionary<Guid, DateTime>> ChangedAsync(IRegistryDb db, List<(SubjectKind Kind, WatchedRow Row)> dates, CancellationToken cancellation)
    {
        Dictionary<Guid, DateTime> changed = [];
        foreach (Guid[] subjects in dates.SelectMany(d => new[] { d.Row.Id, d.Row.AgreementId }).OfType<Guid>().Distinct().Chunk(Chunk))
        {
            var found = await db.AuditEvents.AsNoTracking().Where(e => subjects.Contains(e.SubjectId)).GroupBy(e => e.SubjectId).Select(g => new { g.Key, At = g.Max(e => e.At) }).ToListAsync(cancellation);
            foreach (var row in found) changed[row.Key] = row.At;
        }

        return changed;
    }

    private static FeedEntry Entry(WatchedDate date, long version, CalendarFeed feed, Dictionary<Guid, DateTime> changed, Dictionary<Guid, LocalizedText> names)
    {
        DateTime own = changed.GetValueOrDefault(date.SubjectId, feed.CreatedAt);
        DateTime agreement = date.AgreementId is { } id ? changed.GetValueOrDefault(id, own) : own;
        return new FeedEntry(date.Kind, date.SubjectId, date.Date, date.Subject, version, own > agreement ? own : agreement)
        {
            Whose = date.ConsortiumId is { } whose ? names.GetValueOrDefault(whose) : null,
        };
    }
}
